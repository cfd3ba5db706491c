"""What is known of one area's past: people, births, deaths and moves by year, sex and age."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.components import COHORTS
from carewright_engine.demand.population.people import AGES, OLDEST, SEXES
from carewright_engine.demand.refusing import BadParameter

ARRIVALS: Final = ("domestic_in", "international_in")
DEPARTURES: Final = ("domestic_out", "international_out")
Years = tuple[int, int]  # first and last, both included


@dataclass(frozen=True, slots=True)
class History:
    """One area's past: people[year, sex, age] from `first_year`, and changes by component.

    Changes, [year, sex, age] too, begin a year later: the first are of the twelve months that end
    in the middle of `first_year` + 1. What a file does not give is nan; births stand at age 0, by
    sex of the child.
    """

    area: str
    first_year: int
    people: Array
    changes: Mapping[str, Array]

    @property
    def last_year(self) -> int:
        """The last mid-year with people."""
        return self.first_year + len(self.people) - 1

    def people_in(self, year: int) -> Array:
        """[sex, age] in the middle of a year; raises BadParameter beyond what is known."""
        self._require(year, self.first_year)
        people: Array = self.people[year - self.first_year]
        return people

    def change_in(self, component: str, year: int) -> Array:
        """[sex, age] in the twelve months to the middle of a year."""
        self._require(year, self.first_year + 1)
        change: Array = self.changes[component][year - self.first_year - 1]
        return change

    def mean_change(self, component: str, years: Years) -> Array:
        """[sex, age] in a year, as the mean of these years."""
        span = range(years[0], years[1] + 1)
        mean: Array = np.mean([self.change_in(component, year) for year in span], axis=0)
        return mean

    def _require(self, year: int, first: int) -> None:
        if not first <= year <= self.last_year:
            raise BadParameter("year", year, f"from {first} to {self.last_year}")


def history_in(population: pl.DataFrame, changes: pl.DataFrame, area: str) -> History:
    """One area's past out of the canonical tables `population` and `population_change`."""
    people = population.filter(pl.col("area_code") == area)
    if people.is_empty():
        raise BadParameter("area", area, "an area with people in the files given")
    people = people.with_columns(year=pl.col("on").dt.year())
    first, last = people.select(pl.col("year").min(), pl.col("year").max().alias("to")).row(0)
    ours = changes.filter(pl.col("area_code") == area)
    return History(
        area=area,
        first_year=first,
        people=people_by_year(people, first, last),
        changes={
            str(name): people_by_year(rows, first + 1, last)
            for (name,), rows in ours.group_by("component")
        },
    )


def people_by_year(rows: pl.DataFrame, first: int, last: int) -> Array:
    """[year, sex, age] of rows with year, sex, age and people; nan where there is no row."""
    known = rows.filter(pl.col("sex").is_in(SEXES) & pl.col("year").is_between(first, last))
    grid = np.full((last - first + 1, len(SEXES), AGES), np.nan)
    at_year = known["year"].cast(pl.Int64).to_numpy() - first
    at_sex = (known["sex"] == SEXES[1]).cast(pl.Int64).to_numpy()
    grid[at_year, at_sex, known["age"].to_numpy()] = known["people"].to_numpy()
    return grid


def chances_of_dying(rates: pl.DataFrame, years: Years, *, variant: str = "principal") -> Array:
    """[year, sex, cohort] out of `population_rate`: cohort 0 is born in the year (age -1).

    Cohort c was c - 1 years old when the year began; cohort 91 has the chance of age 90. Raises
    BadParameter where a year, sex or age is missing.
    """
    wanted = _of(rates, "death", variant, years).filter(pl.col("age").is_between(-1, OLDEST))
    grid = np.full((years[1] - years[0] + 1, len(SEXES), COHORTS), np.nan)
    at_sex = (wanted["sex"] == SEXES[1]).cast(pl.Int64).to_numpy()
    grid[wanted["year"].to_numpy() - years[0], at_sex, wanted["age"].to_numpy() + 1] = wanted[
        "rate"
    ].to_numpy()
    return _whole("chances of dying", grid, years)


def births_a_woman(rates: pl.DataFrame, years: Years, *, variant: str = "principal") -> Array:
    """[year, age] out of `population_rate`; nought at ages that the file does not have."""
    wanted = _of(rates, "birth", variant, years)
    grid = np.zeros((years[1] - years[0] + 1, AGES))
    grid[wanted["year"].to_numpy() - years[0], wanted["age"].to_numpy()] = wanted["rate"].to_numpy()
    grid[~grid.any(axis=1)] = np.nan
    return _whole("births a woman", grid, years)


def _of(rates: pl.DataFrame, measure: str, variant: str, years: Years) -> pl.DataFrame:
    return rates.filter(
        (pl.col("measure") == measure)
        & (pl.col("variant") == variant)
        & pl.col("year").is_between(*years)
    )


def _whole(what: str, grid: Array, years: Years) -> Array:
    if np.isnan(grid).any():
        wanted = "given for every sex and age of every year"
        raise BadParameter(f"{what} from {years[0]} to {years[1]}", "missing in places", wanted)
    return grid
