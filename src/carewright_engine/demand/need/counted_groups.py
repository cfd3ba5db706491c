"""How many people of a care group the newest published figures count in some areas."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from carewright_engine.demand.need.care_groups import Source

#: What counts people of a group: a rate is no number, and hours are told of those who have them.
MEASURES: Final = ("people", "weeks", "hours", "bed_days")
#: Bands that hold all others, widest first: they are taken where a source names no ages.
WHOLE: Final = ("all", "5+", "18+")
OLDER: Final = "65+"
NO_CARE: Final = "0 hours"


@dataclass(frozen=True, slots=True)
class Count:
    """What one source counts in a period; `areas` is in how many of the areas asked for.

    `number` is of people, weeks, hours or days, as the source says. `at_least` is set where a
    publisher held a figure back.
    """

    source: Source
    number: float
    starts_on: date
    ends_before: date
    areas: int
    at_least: bool


def count_of(source: Source, activity: pl.DataFrame, areas: Collection[str]) -> Count | None:
    """The newest figures of the source in these areas, together; None where there are none."""
    rows = _rows_of(source, activity.filter(pl.col("area_code").is_in(list(areas))))
    known = rows.filter(pl.col("value").is_not_null())
    if known.is_empty():
        return None
    newest = known.sort("ends_before", "starts_on", descending=[True, False]).row(0, named=True)
    same = ("starts_on", "ends_before", "measure")
    rows = rows.filter(*(pl.col(name) == newest[name] for name in same))
    rows = _ages_once(rows, source)
    return Count(
        source, float(rows["value"].sum()), newest["starts_on"], newest["ends_before"],
        rows.filter(pl.col("value").is_not_null())["area_code"].n_unique(),
        bool(rows["value"].null_count()),
    )  # fmt: skip


def _rows_of(source: Source, activity: pl.DataFrame) -> pl.DataFrame:
    said = pl.col("detail").str.to_lowercase()
    detail = said.str.contains(source.mentions, literal=True) if source.mentions else said == ""
    rows = activity.filter(
        pl.col("kind") == source.kind, detail, pl.col("detail") != NO_CARE,
        pl.col("sex") == "all",
    )  # fmt: skip
    measures = set(rows["measure"])
    rows = rows.filter(measure=next((each for each in MEASURES if each in measures), ""))
    return rows.filter(pl.col("age_band").is_in(source.ages)) if source.ages else rows


def _ages_once(rows: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Nobody is counted in two bands: the widest alone, or the narrow ones without it."""
    bands = set(rows["age_band"])
    if source.ages:
        narrow = bands - {OLDER}
        return rows.filter(pl.col("age_band") != OLDER) if narrow else rows
    whole = next((each for each in WHOLE if each in bands), None)
    return rows.filter(pl.col("age_band") == whole) if whole else rows
