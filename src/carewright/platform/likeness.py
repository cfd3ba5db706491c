"""How alike words are to what a row says, for searches that forgive a slip of the finger."""

from __future__ import annotations

from typing import Final

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import FloatField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Greatest, Lower

#: Below this, people no longer see why a row was found: "Elmshre" finds Elmshire, "Elm" does not.
ENOUGH: Final = 0.5
LONGEST_SEARCH: Final = 100


def likeness(words: str, *columns: str) -> Combinable:
    """Between 0 and 1: how alike the words are to some words of the likest column (pg_trgm)."""
    wanted = words[:LONGEST_SEARCH].casefold()
    found = [TrigramWordSimilarity(wanted, Lower(column)) for column in columns]
    # `Greatest` wants two at least; nothing is less alike than 0.
    return Greatest(*found, Cast(Value(0.0), FloatField()))


def squeezed(words: str) -> str:
    """References and postcodes as they are compared: capitals, no spaces."""
    return "".join(words[:LONGEST_SEARCH].upper().split())
