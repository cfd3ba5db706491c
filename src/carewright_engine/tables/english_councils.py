"""England's councils with adult social care, by the names that the regulator gives them."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

DROPPED: Final = frozenset(
    ("the", "of", "and", "city", "county", "council", "borough", "royal", "metropolitan", "london")
)


@cache
def english_councils() -> Mapping[str, str]:
    """Codes and names of the councils responsible for adult social care."""
    place = files("carewright_engine.tables") / "reference" / "english_councils.csv"
    with place.open("r", encoding="utf-8") as rows:
        return {row["code"]: row["name"] for row in csv.DictReader(rows)}


def plain_english_name(name: str) -> str:
    """A name without case, punctuation and words that come and go: 'Bristol, City of'."""
    words = re.sub(r"[^a-z]+", " ", name.lower().replace("&", " and ")).split()
    kept = " ".join(word for word in words if word not in DROPPED)
    return kept or " ".join(words)


@cache
def _codes_by_name() -> Mapping[str, str]:
    return {plain_english_name(name): code for code, name in english_councils().items()}


def resolve_english_council(name: str) -> str | None:
    """The council's code from any spelling of its name, or from the code itself."""
    code = name.strip().upper()
    return code if code in english_councils() else _codes_by_name().get(plain_english_name(name))
