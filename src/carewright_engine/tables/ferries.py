"""Councils with people on islands, where a straight line may cross the sea."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def ferry_councils() -> Mapping[str, str]:
    """Codes and names of the councils, from a reference list."""
    place = files("carewright_engine.tables") / "reference" / "ferry_councils.csv"
    with place.open("r", encoding="utf-8") as rows:
        return {row["code"]: row["name"] for row in csv.DictReader(rows)}
