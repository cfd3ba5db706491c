"""Days in hospital after being ready to leave, beside care at home: an association, not a cause.

Within each council, and with what every council shared in a quarter taken out, did quarters with
more care at home have fewer or more delayed days? Councils that differ in what they have always
been like say nothing here. The interval draws whole councils anew (cluster bootstrap: Cameron,
Gelbach and Miller 2008), because quarters of one council are not independent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.refusing import BadParameter

DRAWS: Final = 2000
MORE: Final = 1.1  # the change asked about: a tenth more care at home
FEWEST_COUNCILS: Final = 10
LEVEL: Final = 95  # per cent


@dataclass(frozen=True, slots=True)
class Association:
    """What went with a tenth more care at home: delayed days changed by this share."""

    supply: str  # people or hours
    change: float
    low: float
    high: float
    councils: int
    quarters: int

    def __str__(self) -> str:
        return (
            f"In quarters in which a council had 10% more {self.supply} of care at home than usual "
            f"for it, its delayed bed days were {_more_or_fewer(self.change)} ({LEVEL}% interval: "
            f"{_more_or_fewer(self.low)} to {_more_or_fewer(self.high)}; {self.councils} councils, "
            f"{self.quarters} quarters). This is what went together, not what brought about what: "
            "pressure on hospitals, illness and staffing move both."
        )


@dataclass(frozen=True, slots=True)
class DelayedDays:
    """Bed days of people ready to leave, in the last whole year of months that a file holds."""

    area_code: str
    days: float
    months: int


def delayed_days(activity: pl.DataFrame) -> tuple[tuple[DelayedDays, ...], str]:
    """By council, the twelve months up to the latest held, and which months: '2021-04 to 2022-03'.

    Nothing where the table holds no month. A council with fewer months says how many.
    """
    months = _months(activity)
    if months.is_empty():
        return (), ""
    held = sorted(months["starts_on"].unique())[-12:]
    rows = (
        months.filter(pl.col("starts_on").is_in(held))
        .group_by("area_code")
        .agg(days=pl.col("value").sum(), months=pl.col("starts_on").n_unique())
        .sort("area_code")
    )
    span = f"{held[0]:%Y-%m} to {held[-1]:%Y-%m}"
    return tuple(DelayedDays(*row) for row in rows.iter_rows()), span


def councils_with_both(activity: pl.DataFrame) -> int:
    """In how many councils delays can be set beside care at home, quarter by quarter."""
    at_home = pl.concat([_at_home(activity, supply) for supply in ("hours", "people")])
    both = _delayed(activity).join(at_home, on=["area_code", "starts_on"])
    return both["area_code"].n_unique()


def _more_or_fewer(change: float) -> str:
    return f"{abs(100 * change):.1f}% {'more' if change >= 0 else 'fewer'}"


def association(activity: pl.DataFrame, *, supply: str = "hours", seed: int = 0) -> Association:
    """Within-council regression of log delayed bed days on log care at home, by quarter."""
    delayed, at_home = _delayed(activity), _at_home(activity, supply)
    both = delayed.join(at_home, on=["area_code", "starts_on"]).filter(
        (pl.col("days") > 0) & (pl.col("supply") > 0)
    )
    councils = sorted(both["area_code"].unique())
    if len(councils) < FEWEST_COUNCILS:
        raise BadParameter(
            "activity",
            f"of {len(councils)} councils with both",
            f"delayed discharges and care at home of at least {FEWEST_COUNCILS}",
        )
    quarters = sorted(both["starts_on"].unique())
    y, x = _table(both, "days", councils, quarters), _table(both, "supply", councils, quarters)
    dice = stream(seed, "need", "delays")
    drawn = [_slope(y[at], x[at]) for at in dice.integers(0, len(y), (DRAWS, len(y)))]
    outside = (100 - LEVEL) / 2
    low, high = np.percentile(drawn, [outside, 100 - outside])
    return Association(
        supply,
        MORE ** _slope(y, x) - 1,
        MORE ** float(low) - 1,
        MORE ** float(high) - 1,
        len(councils),
        len(quarters),
    )


def _delayed(activity: pl.DataFrame) -> pl.DataFrame:
    by_quarter = (
        _months(activity)
        .group_by("area_code", pl.col("starts_on").dt.truncate("1q"))
        .agg(days=pl.col("value").sum(), months=pl.len())
    )
    return by_quarter.filter(pl.col("months") == 3)


def _months(activity: pl.DataFrame) -> pl.DataFrame:
    return activity.filter(
        (pl.col("kind") == "delayed_discharge")
        & (pl.col("measure") == "bed_days")
        & (pl.col("detail") == "")
        & (pl.col("age_band") == "18+")
        & (pl.col("area_kind") == "council")
    ).drop_nulls(["area_code", "value"])


def _at_home(activity: pl.DataFrame, supply: str) -> pl.DataFrame:
    return (
        activity.filter(
            (pl.col("kind") == "care_at_home")
            & (pl.col("measure") == supply)
            & (pl.col("detail") == "")
            & (pl.col("age_band") == "all")
            & (pl.col("period_kind") == "quarter")
            & (pl.col("area_kind") == "council")
        )
        .drop_nulls(["area_code", "value"])
        .group_by("area_code", "starts_on")
        .agg(supply=pl.col("value").first())
    )


def _table(both: pl.DataFrame, column: str, councils: list[str], quarters: list[object]) -> Array:
    """[council, quarter] logs; NaN where either figure is not known."""
    found = np.full((len(councils), len(quarters)), np.nan)
    for code, starts, value in both.select("area_code", "starts_on", column).iter_rows():
        found[councils.index(code), quarters.index(starts)] = np.log(value)
    return found


def _slope(y: Array, x: Array) -> float:
    """The slope with each council's and each quarter's own mean taken out of both."""
    known = np.isfinite(y) & np.isfinite(x)
    y, x = _without_means(y, known), _without_means(x, known)
    return float((x * y).sum() / (x * x).sum())


def _without_means(table: Array, known: NDArray[np.bool_]) -> Array:
    """Means of rows and columns taken out in turn until none is left (gaps count for nothing)."""
    left = np.where(known, table, 0.0)
    for _ in range(8):
        for axis in (1, 0):
            count = np.maximum(known.sum(axis=axis, keepdims=True), 1)
            left = np.where(known, left - left.sum(axis=axis, keepdims=True) / count, 0.0)
    return left
