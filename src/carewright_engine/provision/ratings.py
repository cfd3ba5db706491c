"""Ratings in words, where a regulator gives words and not grades from 1 to 6."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.provision.answers import Figure
from carewright_engine.provision.figures import figure

# Care Quality Commission: the two better of its four overall ratings.
GOOD_RATINGS: Final = ("good", "outstanding")


def rating_figures(rows: pl.DataFrame, many: str) -> list[Figure]:
    """How many services are rated, and rated good or outstanding; none without ratings."""
    rated, good = _rated(rows)
    if rated.height == 0:
        return []
    words = f"of {rated.height} rated {many}, good or outstanding overall"
    return [
        figure("quality.rated", rated.height, many, "with a rating", "rating", rated),
        figure("quality.rated_good", good.height, many, words, "rating", rated),
    ]


def rating_heading(rows: pl.DataFrame, many: str) -> str:
    """The finding in words; empty without ratings."""
    rated, good = _rated(rows)
    if rated.height == 0:
        return ""
    return f"{good.height} of {rated.height} rated {many} are good or outstanding"


def _rated(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    rated = rows.filter(pl.col("rating").is_not_null())
    return rated, rated.filter(pl.col("rating").str.to_lowercase().is_in(list(GOOD_RATINGS)))
