"""Who lives and will live in the councils of a nation, out of the tables that were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.ages import around, moved_on
from carewright_engine.demand.population import (
    Origin,
    Population,
    Tables,
    official_people,
    population_in,
    project_areas,
)
from carewright_engine.demand.population.moving import VARIANTS, for_twice_the_moves
from carewright_engine.demand.population.people import Band, in_bands
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.facts.missing import CannotProject
from carewright_engine.demand.scenarios.known import Part
from carewright_engine.provision.areas import COUNTRIES
from carewright_engine.provision.inputs import Inputs

BANDS: Final = ("18-64", "65-74", "75-84", "85+")
AGES: Final[tuple[Band, ...]] = ((18, 64), (65, 74), (75, 84), (85, 90))
#: Councils that sum to this near the nation's estimate are all of its councils.
WHOLE: Final = 0.02
YEARS_BEFORE: Final = 5  # the nation's people are looked at from so long before the base

HELD = Origin(
    "people", "held", "nobody's number changes: as many people of each age as in the base year"
)
AS_THE_NATION = Origin(
    "people",
    "derived",
    "each council's people of an age change as the nation's projection changes them; "
    "no chance is drawn around it, so that the bands are narrower than they should be",
)


@dataclass(frozen=True, slots=True)
class PeopleAhead:
    """People of councils: middle[year, area, sex, age] from `first_year`, and draws from the base.

    `drawn` is [draw, year, area, band] from the year of the base on, with one draw where none
    could be made. `twice_the_moves`, likewise, is the share by which there would be more people if
    the nation's net migration were doubled; None where moves are not told from deaths.
    """

    areas: tuple[str, ...]
    base_year: int
    first_year: int
    middle: Array
    drawn: Array
    origins: tuple[Origin, ...]
    twice_the_moves: Array | None = None

    def in_bands(self, first: int, last: int, areas: tuple[str, ...]) -> Array:
        """[year, area, band] of the middle, both years included."""
        years = self.middle[first - self.first_year : last + 1 - self.first_year]
        return in_bands(years[:, self.places(areas)], AGES)

    def part(self, first: int, last: int, areas: tuple[str, ...]) -> Part:
        """The population of a projection."""
        years = slice(first - self.base_year, last + 1 - self.base_year)
        drawn = self.drawn[:, years][:, :, self.places(areas)]
        return Part(drawn, self.in_bands(first, last, areas))

    def variants(self, first: int, last: int, areas: tuple[str, ...]) -> dict[str, Array]:
        """[year, area, band] by variant of migration: what people are multiplied by."""
        if self.twice_the_moves is None:
            return {}
        years = slice(first - self.base_year, last + 1 - self.base_year)
        more = self.twice_the_moves[years][:, self.places(areas)]
        return {name: np.maximum(0, 1 + (times - 1) * more) for name, times in VARIANTS.items()}

    def of(self, year: int, areas: tuple[str, ...]) -> Array:
        """[sex, age] of these areas together."""
        people: Array = self.middle[year - self.first_year, self.places(areas)].sum(axis=0)
        return people

    def places(self, areas: tuple[str, ...]) -> list[int]:
        """Where these areas stand."""
        return [self.areas.index(area) for area in areas]


def people_ahead(
    inputs: Inputs, councils: tuple[str, ...], *, through: date, years: tuple[int, int],
    draws: int, seed: int,
) -> PeopleAhead:  # fmt: skip
    """All councils of the nation that these belong to, for the years named, both included."""
    nation = COUNTRIES[councils[0][0]][0]
    rows = inputs.frame("population").filter(
        pl.col("area_code").str.starts_with(nation[0])
        & pl.col("area_kind").is_in(["council", "country"])
    )
    base = base_of(rows, councils, through)
    try:
        return _ahead(inputs, rows, nation, base, years, draws, seed)
    except BadParameter as wrong:
        raise CannotProject(
            f"The population cannot be taken to {years[1]}: {wrong}",
            "A file of the nation's projection by sex and single year of age for all these years.",
        ) from None


def base_of(rows: pl.DataFrame, councils: tuple[str, ...], through: date) -> Population:
    """The latest mid-year, no later than a day, for which every council is given by sex and age."""
    known = rows.filter(
        pl.col("area_code").is_in(list(councils))
        & (pl.col("sex") == "female")
        & (pl.col("on") <= through)
        & (pl.col("on").dt.month() == 6)
    )
    by_year = known.group_by(year=pl.col("on").dt.year()).agg(pl.col("area_code").n_unique())
    whole = by_year.filter(pl.col("area_code") == len(set(councils)))["year"]
    if whole.is_empty():
        raise CannotProject(
            f"No mid-year population of the council up to {through.year} is in the files.",
            "A file of people by council, sex and single year of age.",
        )
    return population_in(rows, int(max(whole)))


def _ahead(
    inputs: Inputs, rows: pl.DataFrame, nation: str, base: Population, years: tuple[int, int],
    draws: int, seed: int,
) -> PeopleAhead:  # fmt: skip
    first, last = min(years[0], base.year), max(years[1], base.year + 1)
    of_nation = rows.filter(pl.col("area_code") == nation)["on"].dt.year()
    if of_nation.is_empty():
        return _held(base, first, last)
    first = max(first, min(of_nation))
    by_year = _nation_by_year(rows, nation, (first, last))
    if not _is_whole(base, by_year[base.year]) or not _has_rates(inputs):
        return _as_the_nation(base, by_year, first, last)
    bands = inputs.frames.get("population_band")
    projected = project_areas(
        Tables(rows, inputs.frame("population_rate"), bands),
        base_year=base.year, years=last - base.year, draws=draws, seed=seed, bands=AGES,
        nation=nation,
    )  # fmt: skip
    before = _before(base, by_year, first)
    middle = np.concatenate([before, projected.middle])
    accounts = projected.accounts
    moving = None if accounts is None else for_twice_the_moves(accounts, AGES)
    return PeopleAhead(
        base.areas, base.year, first, middle, projected.people, projected.origins, moving
    )


def _nation_by_year(rows: pl.DataFrame, nation: str, years: tuple[int, int]) -> dict[int, Array]:
    people = official_people(rows, nation, years)
    return dict(enumerate(people, start=years[0]))


def _is_whole(base: Population, nation: Array) -> bool:
    return bool(abs(base.people.sum() / nation.sum() - 1) < WHOLE)


def _has_rates(inputs: Inputs) -> bool:
    measures = inputs.frame("population_rate")["measure"]
    return {"death", "birth"} <= set(measures.unique())


def _before(base: Population, nation: Mapping[int, Array], first: int) -> Array:
    """[year, area, sex, age] of the years before the base, by the nation's own cohorts."""
    years = range(first, base.year)
    moved = around(base.people, base.year, nation, years) if len(years) else {}
    shape = (0, *base.people.shape)
    return np.stack([moved[year] for year in years]) if len(years) else np.zeros(shape)


def _as_the_nation(
    base: Population, nation: Mapping[int, Array], first: int, last: int
) -> PeopleAhead:
    after = [base.people]
    for year in range(base.year, last):
        after.append(moved_on(after[-1], nation[year], nation[year + 1]))
    later = np.stack(after)
    middle = np.concatenate([_before(base, nation, first), later])
    drawn = in_bands(later, AGES)[None]
    return PeopleAhead(base.areas, base.year, first, middle, drawn, (AS_THE_NATION,))


def _held(base: Population, first: int, last: int) -> PeopleAhead:
    middle = np.broadcast_to(base.people, (last - first + 1, *base.people.shape))
    drawn = in_bands(middle[base.year - first :], AGES)[None]
    return PeopleAhead(base.areas, base.year, first, middle, drawn, (HELD,))
