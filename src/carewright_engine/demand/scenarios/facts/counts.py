"""What was counted of a kind of support: people and hours by council, age and financial year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.observations import Observations, observe
from carewright_engine.demand.refusing import BadParameter, within
from carewright_engine.demand.scenarios.answers import Counted
from carewright_engine.demand.scenarios.facts.breaks import first_fitted
from carewright_engine.demand.scenarios.facts.missing import CALLED, CannotProject, not_counted
from carewright_engine.demand.scenarios.facts.people_ahead import BANDS
from carewright_engine.demand.scenarios.outlook import WEEKS_IN_A_YEAR
from carewright_engine.provision.inputs import Inputs

WEEKS_IN: Final = {"week": 1.0, "quarter": WEEKS_IN_A_YEAR / 4, "year": WEEKS_IN_A_YEAR}
MEASURES: Final = ("people", "hours")
APRIL: Final = 4


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of councils: people and hours a week [year, area, band], NaN where not known.

    `seen` is what the model of use is fitted to; `since` and `hours_since` give for each area the
    first year fitted; `whole` are the figures for all ages together, by year, area and measure.
    """

    kind: str
    period: str  # "week", "quarter" or "year"
    seen: Observations
    people: Array
    hours: Array | None
    since: Array
    hours_since: Array
    whole: pl.DataFrame

    @property
    def areas(self) -> tuple[str, ...]:
        """The councils counted."""
        return self.seen.areas

    @property
    def first_year(self) -> int:
        """The first financial year with figures by age."""
        return self.seen.first_year

    @property
    def first_counted(self) -> int:
        """The first financial year with figures for all ages together."""
        return min([self.first_year, *self._years()])

    @property
    def last_year(self) -> int:
        """The last financial year counted."""
        return self.seen.last_year

    def places(self, councils: tuple[str, ...]) -> list[int]:
        """Where these councils stand."""
        return [self.areas.index(each) for each in councils]

    @property
    def fitted(self) -> Observations:
        """What was seen, without the years before each council's break."""
        years = np.arange(self.first_year, self.last_year + 1)
        out = np.broadcast_to((years[:, None] < self.since)[:, :, None], self.people.shape)
        parts = np.repeat(out, self.seen.steps, axis=0)
        return replace(
            self.seen, parts=self.seen.parts.without(parts), years=self.seen.years.without(out)
        )

    def history(self, councils: tuple[str, ...]) -> tuple[Counted, ...]:
        """What was published for all these councils together; None where one is not known."""
        places = self.places(councils)
        starts = self.since if self.hours is None else self.hours_since
        since = np.median(starts[places])  # half of the councils or more
        return tuple(
            self._counted(year, councils, fitted=bool(year >= since)) for year in self._years()
        )

    def _years(self) -> list[int]:
        return sorted(self.whole["year"].unique())

    def _counted(self, year: int, councils: tuple[str, ...], *, fitted: bool) -> Counted:
        people = _sum_of(self.whole, "people", year, councils)
        hours = _sum_of(self.whole, "hours", year, councils)
        amount = people if self.hours is None else hours
        return Counted(year, people, amount, fitted)


def counts_of(
    inputs: Inputs, kind: str, councils: tuple[str, ...], *, through: date,
    fit_from: int | None = None,
) -> Counts:  # fmt: skip
    """What the files hold of a kind, dated up to a day, for every council of the nation."""
    rows = _rows(inputs.frame("activity"), kind, councils[0][0], through)
    if rows.is_empty():
        raise not_counted(kind, through)
    period, rows = _one_period(rows)
    people = _people_by_age(rows)
    years = people["year"]
    areas = tuple(sorted(people["area_code"].unique()))
    absent = sorted(set(councils) - set(areas))
    if absent or years.is_empty():
        raise CannotProject(
            f"{CALLED[kind].capitalize()} of {', '.join(absent) or 'this area'} is not counted "
            "by age in the files.",
            "A publication of people by council and age band that has it.",
        )
    first, last = min(years), max(years)
    if fit_from is not None:
        first = int(within("fit_from", fit_from, first, last))
    return _counted(rows, kind, period, areas, (first, last), councils, told=fit_from is not None)


def years_counted(
    activity: pl.DataFrame, kind: str, nation: str, *, through: date
) -> tuple[int, int] | None:
    """First and last financial year in which people are counted by age, up to a day.

    `nation` is the first letter of its codes. A projection begins in the year after the last.
    """
    rows = rows_counted(activity, kind, nation, through=through)
    years = _people_by_age(rows)["year"].to_list()
    return (min(years), max(years)) if years else None


def rows_counted(activity: pl.DataFrame, kind: str, nation: str, *, through: date) -> pl.DataFrame:
    """The rows that a kind of support is fitted to, of every council of a nation, up to a day."""
    _period, rows = _one_period(_rows(activity, kind, nation, through))
    return rows


def is_counted(activity: pl.DataFrame, kind: str, nation: str, *, through: date) -> bool:
    """Whether people who use a kind of support are counted by age in a nation, up to a day."""
    return years_counted(activity, kind, nation, through=through) is not None


def _people_by_age(rows: pl.DataFrame) -> pl.DataFrame:
    by_age = rows.filter(pl.col("age_band").is_in(BANDS) & pl.col("value").is_not_null())
    return by_age.filter(pl.col("measure") == "people")


def _counted(
    rows: pl.DataFrame, kind: str, period: str, areas: tuple[str, ...], years: tuple[int, int],
    councils: tuple[str, ...], *, told: bool,
) -> Counts:  # fmt: skip
    shape = {"kind": kind, "bands": BANDS, "first_year": years[0], "last_year": years[1]}
    seen = observe(rows, areas=areas, **shape)  # type: ignore[arg-type]
    people = _by_year(seen)
    hours = None
    if kind == "care_at_home":
        hours = _hours_a_week(rows, kind, areas, years, period)
    kept = [areas.index(each) for each in councils] if told else []
    since = first_fitted(people, years[0])
    hours_since = since if hours is None else np.maximum(since, first_fitted(hours, years[0]))
    since[kept] = years[0]
    hours_since = hours_since.copy()
    hours_since[kept] = years[0]
    whole = _whole(rows, areas, period)
    return Counts(kind, period, seen, people, hours, since, hours_since, whole)


def _rows(activity: pl.DataFrame, kind: str, nation: str, through: date) -> pl.DataFrame:
    return activity.filter(
        (pl.col("kind") == kind)
        & pl.col("measure").is_in(MEASURES)
        & (pl.col("detail") == "")
        & (pl.col("area_kind") == "council")
        & pl.col("area_code").str.starts_with(nation)
        & (pl.col("ends_before") <= through + timedelta(days=1))
    )


def _one_period(rows: pl.DataFrame) -> tuple[str, pl.DataFrame]:
    """One week a year where that is given, else quarters, else years: kinds are never mixed.

    `year` is the financial year that the period's last day falls into. A week stands for its year.
    """
    for name, kinds in (
        ("week", ("census_week",)),
        ("quarter", ("quarter",)),
        ("year", ("financial_year",)),
    ):
        found = rows.filter(pl.col("period_kind").is_in(kinds))
        by_age = found.filter(pl.col("age_band").is_in(BANDS) & pl.col("value").is_not_null())
        if by_age.height:
            return name, _dated(found, week=name == "week")
    return "year", _dated(rows.clear(), week=False)


def _dated(rows: pl.DataFrame, *, week: bool) -> pl.DataFrame:
    last = pl.col("ends_before").dt.offset_by("-1d")
    year = last.dt.year() - (last.dt.month() < APRIL).cast(pl.Int32)
    dated = rows.with_columns(year=year)
    if not week:
        return dated
    return dated.with_columns(
        starts_on=pl.date(pl.col("year"), APRIL, 1),
        ends_before=pl.date(pl.col("year") + 1, APRIL, 1),
        period_kind=pl.lit("financial_year"),
    )


def _by_year(seen: Observations) -> Array:
    """[year, area, band]: the year's figure, else the mean of its quarters."""
    middle = seen.parts.middle
    quarters = middle.reshape(-1, seen.steps, *middle.shape[1:])
    known = np.isfinite(quarters)
    total = np.where(known, quarters, 0).sum(axis=1)
    mean: Array = np.divide(
        total, known.sum(axis=1), out=np.full(total.shape, np.nan), where=known.any(axis=1)
    )
    return mean


def _hours_a_week(
    rows: pl.DataFrame, kind: str, areas: tuple[str, ...], years: tuple[int, int], period: str
) -> Array:
    """Hours a week [year, area, band], out of quarters or whole years where no week is counted."""
    try:
        seen = observe(
            rows, kind=kind, bands=BANDS, measure="hours", areas=areas,
            first_year=years[0], last_year=years[1],
        )  # fmt: skip
    except BadParameter:
        seen = None
    if seen is None or not seen.parts.known.any():
        raise CannotProject(
            f"No hours of {CALLED[kind]} by council and age are in the files.",
            "A publication of hours by council and age band in one week or year.",
        )
    hours: Array = _by_year(seen) / WEEKS_IN[period]
    return hours


def _whole(rows: pl.DataFrame, areas: tuple[str, ...], period: str) -> pl.DataFrame:
    """Each year's published figure for all ages, hours a week; the mean of quarters where given."""
    all_ages = rows.filter(
        (pl.col("age_band") == "all") & (pl.col("sex") == "all") & pl.col("area_code").is_in(areas)
    )
    weeks = pl.when(pl.col("measure") == "hours").then(WEEKS_IN[period]).otherwise(1.0)
    return (
        all_ages.drop_nulls("value")
        .with_columns(value=pl.col("value") / weeks)
        .group_by("area_code", "measure", "year")
        .agg(pl.col("value").mean())
        .sort("year", "area_code", "measure")
    )


def _sum_of(
    whole: pl.DataFrame, measure: str, year: int, councils: tuple[str, ...]
) -> float | None:
    found = whole.filter(
        (pl.col("measure") == measure)
        & (pl.col("year") == year)
        & pl.col("area_code").is_in(councils)
    )
    return float(found["value"].sum()) if found.height == len(councils) else None
