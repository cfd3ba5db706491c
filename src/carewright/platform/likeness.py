"""How alike words are to what a row says, for searches that forgive a slip of the finger."""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import FloatField, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Greatest, Lower

#: Below this, people no longer see why a row was found: "Elmshre" finds Elmshire, "Elm" does not.
ENOUGH: Final = 0.5
LONGEST_SEARCH: Final = 100

Found = TypeVar("Found", bound="QuerySet[Any]")


def likeness(words: str, *columns: str) -> Combinable:
    """Between 0 and 1: how alike the words are to some words of the likest column (pg_trgm)."""
    wanted = words[:LONGEST_SEARCH].casefold()
    found = [TrigramWordSimilarity(wanted, Lower(column)) for column in columns]
    # `Greatest` wants two at least; nothing is less alike than 0.
    return Greatest(*found, Cast(Value(0.0), FloatField()))


def likest(found: Found, words: str, *columns: str, letter: str = "", most: int) -> Found:
    """The rows whose number the words give ("P-0007"), else those most like the words.

    `found` must be of a table whose rows are numbered, when a letter is given.
    """
    if (number := number_in(words, letter)) is not None:
        return found.filter(number=number)[:most]
    if is_reference(words):
        return found.none()
    alike = found.annotate(score=likeness(words, *columns)).filter(score__gte=ENOUGH)
    return alike.order_by("-score", "pk")[:most]


def number_in(words: str, letter: str) -> int | None:
    """The number in a reference such as P-0007 or p7; None when the words are no such reference."""
    if not letter:
        return None
    found = re.fullmatch(rf"{letter}-?(\d{{1,9}})", squeezed(words))
    return int(found[1]) if found else None


def is_reference(words: str) -> bool:
    """Whether the words are a reference such as P-0007, which is like nothing but itself."""
    return re.fullmatch(r"[A-Z]-?\d{1,9}", squeezed(words)) is not None


def squeezed(words: str) -> str:
    """References and postcodes as they are compared: capitals, no spaces."""
    return "".join(words[:LONGEST_SEARCH].upper().split())
