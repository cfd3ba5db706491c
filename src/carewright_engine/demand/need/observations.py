"""Published activity as the model takes it: periods by areas by age bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.doubtful import carried_forward, more_than_in_the_year
from carewright_engine.demand.need.intervals import Figures, reach_of
from carewright_engine.demand.refusing import BadParameter

QUARTERS: Final = 4
YEAR_BEGINS: Final = 4  # April
YEAR_ENDS: Final = (3, 31)
LEAST_SUPPRESSED, MOST_SUPPRESSED = 1.0, 7.0  # people behind a figure held back


@dataclass(frozen=True, slots=True)
class Observations:
    """What was published of one kind of support, in financial years that follow each other.

    `parts` holds `steps` periods a year (four quarters, or the year itself); `years` counts the
    people of a whole year where the source gives that beside quarters, else nothing is known.
    """

    kind: str
    areas: tuple[str, ...]
    bands: tuple[str, ...]
    first_year: int  # 2018 is April 2018 to March 2019
    steps: int
    parts: Figures
    years: Figures

    @property
    def last_year(self) -> int:
        """The last financial year observed."""
        return self.first_year + len(self.years.low) - 1

    def last_figures(self) -> Array:
        """[area, band]: people in the last year, or its mean period where years are not counted."""
        if self.years.known.any():
            last: Array = self.years.middle[-1]
        else:
            last = self.parts.middle[-self.steps :].mean(axis=0)
        return last

    def through(self, day: date) -> Observations:
        """Only whole financial years that had ended by the day."""
        over = (day.month, day.day) >= YEAR_ENDS
        ended = day.year - (1 if over else 2)
        count = ended - self.first_year + 1
        if count < 1:
            raise BadParameter("through", day, f"31 March {self.first_year + 1} or later")
        years = min(count, len(self.years.low))
        return replace(
            self, parts=self.parts.until(years * self.steps), years=self.years.until(years)
        )

    def believable(self) -> Observations:
        """Figures that repeat an earlier period's, or cannot be, are taken for unknown."""
        parts = self.parts.without(more_than_in_the_year(self.parts, self.years))
        return replace(
            self,
            parts=parts.without(carried_forward(parts.middle)),
            years=self.years.without(carried_forward(self.years.middle)),
        )


def observe(
    activity: pl.DataFrame,
    *,
    kind: str,
    bands: Sequence[str],
    first_year: int,
    last_year: int,
    measure: str = "people",
    detail: str = "",
    areas: Sequence[str] = (),
) -> Observations:
    """Reads councils' figures of one kind out of the `activity` table; gaps stay unknown."""
    rows = activity.filter(
        (pl.col("kind") == kind)
        & (pl.col("measure") == measure)
        & (pl.col("detail") == detail)
        & (pl.col("area_kind") == "council")
        & pl.col("age_band").is_in(list(bands))
        & pl.col("area_code").is_not_null()
    )
    rows = _sexes_together(rows)
    found = tuple(areas) or tuple(sorted(rows["area_code"].unique()))
    if not found:
        raise BadParameter("kind", kind, f"one whose {measure} by council the files hold")
    quarters = rows.filter(pl.col("period_kind") == "quarter")
    wholes = rows.filter(pl.col("period_kind") == "financial_year")
    place = _Place(found, tuple(bands), first_year, last_year - first_year + 1)
    years = place.figures(wholes, 1)
    parts, steps = (place.figures(quarters, QUARTERS), QUARTERS) if quarters.height else (years, 1)
    if steps == 1:  # the year itself is the only period: nothing is known beside it
        years = years.without(years.known)
    return Observations(kind, found, place.bands, first_year, steps, parts, years)


def _sexes_together(rows: pl.DataFrame) -> pl.DataFrame:
    """Where a source gives women and men apart only, their sum, rounded as two figures are."""
    if rows.height == 0 or "all" in rows["sex"].unique():
        return rows.filter(pl.col("sex") == "all")
    keys = ["area_code", "age_band", "period_kind", "starts_on"]
    return rows.group_by(keys).agg(
        value=pl.col("value").sum(),
        rounded_to=2 * pl.col("rounded_to").max() - 1,
        flag=pl.col("flag").drop_nulls().first(),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row's figure belongs among periods, areas and bands."""

    areas: tuple[str, ...]
    bands: tuple[str, ...]
    first_year: int
    years: int

    def figures(self, rows: pl.DataFrame, steps: int) -> Figures:
        """Intervals [period, area, band]; periods outside the years are left out."""
        shape = (self.years * steps, len(self.areas), len(self.bands))
        low, high = np.full(shape, np.nan), np.full(shape, np.nan)
        for row in rows.iter_rows(named=True):
            at = self._at(row, steps)
            if at is not None:
                low[at], high[at] = _interval(row)
        return Figures(low, high)

    def _at(self, row: dict[str, Any], steps: int) -> tuple[int, int, int] | None:
        starts: date = row["starts_on"]
        months = (starts.year - self.first_year) * 12 + starts.month - YEAR_BEGINS
        period = months * steps // 12
        if row["area_code"] not in self.areas or not 0 <= period < self.years * steps:
            return None
        area = self.areas.index(str(row["area_code"]))
        return period, area, self.bands.index(str(row["age_band"]))


def _interval(row: dict[str, Any]) -> tuple[float, float]:
    value, to = row["value"], row["rounded_to"]
    if row["flag"] == "suppressed":
        return LEAST_SUPPRESSED, MOST_SUPPRESSED
    if value is None:
        return np.nan, np.nan
    reach = reach_of(to or 1)
    return max(value - reach, 0.0), value + reach
