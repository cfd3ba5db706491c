"""From published tables to the areas of a nation, fitted to its official projection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.components import Components
from carewright_engine.demand.population.deriving import Nation, derive_components
from carewright_engine.demand.population.history import births_a_woman
from carewright_engine.demand.population.life_table import cohort_chances, period_chances
from carewright_engine.demand.population.official import official_people
from carewright_engine.demand.population.people import (
    OLDEST,
    SEXES,
    USUAL_BANDS,
    Band,
    Population,
    population_in,
)
from carewright_engine.demand.population.projecting import PopulationDraws, project
from carewright_engine.demand.population.shares import by_single_years
from carewright_engine.demand.population.uncertainty import SIZES, Sizes
from carewright_engine.demand.refusing import BadParameter

SCOTLAND: Final = "S92000003"
#: Two counts nearer to each other than this say more of mistakes than of moving.
FEWEST_YEARS_APART: Final = 5


@dataclass(frozen=True, slots=True)
class Tables:
    """Canonical tables: `population`, `population_band` and `population_rate`.

    Needed are the areas by sex and single year of age for the base year, the nation's estimates
    and projection, chances of dying of a larger nation and births by mother's age. An older
    population of the areas by sex and age band is used where there is one.
    """

    population: pl.DataFrame
    rates: pl.DataFrame
    bands: pl.DataFrame | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a projection of areas rests on: their base, components, and the nation to fit to.

    nation[year, sex, age] begins with the year after the base.
    """

    base: Population
    components: Components
    nation: Array


def project_areas(
    tables: Tables,
    *,
    base_year: int,
    years: int,
    draws: int = 0,
    seed: int = 0,
    bands: Sequence[Band] = USUAL_BANDS,
    nation: str = SCOTLAND,
    kind: str = "council",
    sizes: Sizes = SIZES,
    threads: int | None = None,
) -> PopulationDraws:
    """Every area of the nation, `years` ahead; they sum to its projection exactly."""
    grounds = grounds_in(tables, base_year=base_year, years=years, nation=nation, kind=kind)
    return project(
        grounds.base,
        grounds.components,
        years=years,
        draws=draws,
        seed=seed,
        bands=bands,
        nation=grounds.nation,
        sizes=sizes,
        threads=threads,
    )


def grounds_in(
    tables: Tables,
    *,
    base_year: int,
    years: int,
    nation: str = SCOTLAND,
    kind: str = "council",
) -> Grounds:
    """Base, derived and borrowed components, and the nation; raises BadParameter for a gap."""
    base = population_in(tables.population, base_year, kind=kind)
    banded = _earlier_bands(tables.bands, base)
    first = min(banded.year if banded else base_year, base_year - FEWEST_YEARS_APART)
    last = base_year + years
    whole = Nation(
        first_year=first,
        people=official_people(tables.population, nation, (first, last)),
        dying=cohort_chances(period_chances(_longest(tables.rates, "death"), (first + 1, last))),
        bearing=_pattern_of_births(tables.rates, base_year),
    )
    earlier = _earlier(banded, base, whole) if banded else None
    components = derive_components(base, whole, years=years, earlier=earlier)
    return Grounds(base, components, whole.people[base_year + 1 - first :])


@dataclass(frozen=True, slots=True)
class _Banded:
    """people[area, sex, band] in the middle of a year."""

    year: int
    people: Array
    bands: tuple[Band, ...]


def _earlier_bands(rows: pl.DataFrame | None, base: Population) -> _Banded | None:
    """The latest population by sex and band, far enough before the base, of all its areas."""
    if rows is None:
        return None
    latest = base.year - FEWEST_YEARS_APART
    known = rows.with_columns(year=pl.col("on").dt.year()).filter(
        (pl.col("year") <= latest)
        & pl.col("sex").is_in(SEXES)
        & pl.col("area_code").is_in(base.areas)
        & ((pl.col("age_from") > 0) | pl.col("age_to").is_not_null())
    )
    for year in sorted(known["year"].unique(), reverse=True):
        found = _whole_bands(known.filter(pl.col("year") == year), base, year)
        if found is not None:
            return found
    return None


def _whole_bands(rows: pl.DataFrame, base: Population, year: int) -> _Banded | None:
    """The people of one year, if its bands hold every age once for every area and sex."""
    oldest = pl.col("age_to").fill_null(OLDEST).clip(0, OLDEST)
    limits = rows.select("age_from", oldest).unique().sort("age_from").rows()
    bands = tuple((int(young), int(old)) for young, old in limits)
    ages = [age for young, old in bands for age in range(young, old + 1)]
    if ages != list(range(OLDEST + 1)):
        return None
    people = np.full((len(base.areas), len(SEXES), len(bands)), np.nan)
    place = {area: number for number, area in enumerate(base.areas)}
    at_band = {young: number for number, (young, _) in enumerate(bands)}
    for area, sex, young, count in rows.select("area_code", "sex", "age_from", "people").rows():
        people[place[area], SEXES.index(sex), at_band[young]] = count
    return None if np.isnan(people).any() else _Banded(year, people, bands)


def _earlier(banded: _Banded, base: Population, nation: Nation) -> Population:
    then = nation.at(banded.year)
    people = by_single_years(banded.people, banded.bands, base.people, then)
    return Population(base.areas, banded.year, people)


def _longest(rates: pl.DataFrame, measure: str) -> pl.DataFrame:
    """Of several files of one measure, the one that reaches furthest ahead."""
    ours = rates.filter(pl.col("measure") == measure)
    if ours.is_empty():
        raise BadParameter("rates", f"none of {measure}", "given by age and year, from a file")
    last = ours.group_by("dataset").agg(pl.col("year").max()).sort("year", "dataset")
    return ours.filter(pl.col("dataset") == last["dataset"][-1])


def _pattern_of_births(rates: pl.DataFrame, year: int) -> Array:
    """[age]: births a woman in one year; of another nation, as only the pattern counts."""
    pattern: Array = births_a_woman(_longest(rates, "birth"), (year, year))[0]
    return pattern
