"""Components where none are published: derived from dated populations, or borrowed, and named.

Scotland's shared files hold people, not births by council or moves. What the nation's own
projection implies is taken from it; what tells councils apart is taken from two dated counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.components import BOYS, COHORTS, Components, Origin
from carewright_engine.demand.population.people import AGES, OLDEST, SEXES, Population
from carewright_engine.demand.population.shares import yearly_change_of_share

#: Ages of mothers and children of the child-woman ratio.
MOTHERS, CHILDREN = slice(20, 40), slice(0, 5)
#: Ages at the start of a year at which next to nobody moves, so that who is gone has died.
SETTLED: Final = ((70, 74), (75, 79), (80, 84), (85, 88))

ORIGINS: Final = (
    Origin(
        "deaths",
        "borrowed",
        "the United Kingdom's chances by sex and age, times how many more died in the nation at "
        "70 and over in the years before the base; the same for every area",
    ),
    Origin(
        "births",
        "derived",
        "births that the nation's projection implies; the pattern by mother's age is borrowed "
        "from the projection for England; each area has its own children for each woman",
    ),
    Origin(
        "moves",
        "derived",
        "for the nation what its projection implies beyond births and deaths; for an area the "
        "change of each cohort's share of the nation between two dated populations, which also "
        "holds what differs in dying",
    ),
)


@dataclass(frozen=True, slots=True)
class Nation:
    """The nation that the areas make up: people[year, sex, age], from the earlier count on.

    `dying[year, sex, cohort]` are chances of another, larger nation for the same years but the
    first; `bearing[age]` is the pattern of births by mother's age, of any level.
    """

    first_year: int
    people: Array
    dying: Array
    bearing: Array

    def at(self, year: int) -> Array:
        """[sex, age] in the middle of a year."""
        people: Array = self.people[year - self.first_year]
        return people


def derive_components(
    base: Population, nation: Nation, *, years: int, earlier: Population | None = None
) -> Components:
    """Components of each area, such that the areas together follow the nation closely.

    `earlier` is an older population of the same areas by single years, from which the change of
    their shares is read; without it every area moves as the nation does.
    """
    steps = range(base.year - nation.first_year, base.year - nation.first_year + years)
    dying = nation.dying[steps.start : steps.stop] * ratio_of_deaths(nation, base.year)
    dying = np.clip(dying, 0.0, 1.0)
    change = _change(base, earlier, nation)
    mothers = _children_for_each_woman(base)
    state, arrivals, leaving, births = base.people, [], [], []
    for year, step in enumerate(steps):
        before, after = nation.people[step], nation.people[step + 1]
        rate = np.exp(_national_moves(before, after, dying[year]) + _by_cohort(change)) - 1
        stay = _by_cohort(state, of_the_start=True) * (1 - dying[year])
        came = np.maximum(rate, 0.0) * stay / (1 - dying[year] / 2)
        left = np.maximum(-rate, 0.0)
        born = _national_births(before, after, dying[year], nation.bearing)
        arrivals.append(_by_age(came))
        leaving.append(left)
        births.append(np.minimum(born * mothers[:, np.newaxis], 1.0))
        state = _next(stay, rate, after)
    return Components(
        first_year=base.year + 1,
        dying=dying[:, np.newaxis],
        births=np.array(births),
        arrivals=np.array(arrivals),
        leaving=np.array(leaving),
        departures=np.zeros((years, 1, len(SEXES), AGES)),
        origins=ORIGINS,
    )


def ratio_of_deaths(nation: Nation, until: int) -> Array:
    """[sex, cohort]: deaths of the nation over those of whom the chances are, up to a year.

    Measured at ages 70 and over, where few move; below 70 it is that of 70 to 74.
    """
    span = until - nation.first_year
    before, after = nation.people[:span], nation.people[1 : span + 1]
    expected = before * nation.dying[:span, :, 1:]
    ratio = np.ones((len(SEXES), COHORTS))
    for youngest, oldest in SETTLED:
        ages, older = slice(youngest, oldest + 1), slice(youngest + 1, oldest + 2)
        gone = (before[..., ages] - after[..., older]).sum(axis=(0, 2))
        ratio[:, older] = (gone / expected[..., ages].sum(axis=(0, 2)))[:, np.newaxis]
    gone = (before[..., OLDEST - 1 :].sum(-1) - after[..., OLDEST]).sum(axis=0)
    ratio[:, OLDEST:] = (gone / expected[..., OLDEST - 1 :].sum(axis=(0, 2)))[:, np.newaxis]
    ratio[:, : SETTLED[0][0] + 1] = ratio[:, SETTLED[0][0] + 1, np.newaxis]
    return np.clip(ratio, 0.5, 2.0)


def _change(base: Population, earlier: Population | None, nation: Nation) -> Array:
    """[area, sex, age]: the yearly change of share; nought everywhere without an earlier count."""
    if earlier is None:
        return np.zeros_like(base.people)
    span = base.year - earlier.year
    first = earlier.year - nation.first_year
    alive = nation.at(earlier.year).copy()
    for age in range(AGES):
        for year in range(span):
            cohort = min(age + year + 1, COHORTS - 1)
            alive[:, age] *= 1 - nation.dying[first + year, :, cohort]
    return yearly_change_of_share(base.people, earlier.people, span, alive)


def _national_moves(before: Array, after: Array, dying: Array) -> Array:
    """[sex, cohort]: logarithm of the nation's people over those of them who have not died."""
    stay = _by_cohort(before, of_the_start=True) * (1 - dying)
    known = stay[:, 1:OLDEST], after[:, 1:OLDEST]
    moves = np.zeros_like(dying)
    moves[:, 1:OLDEST] = _log_ratio(known[1], known[0])
    oldest = _log_ratio(after[:, OLDEST], stay[:, OLDEST] + stay[:, OLDEST + 1])
    moves[:, OLDEST:] = oldest[:, np.newaxis]
    return moves


def _log_ratio(above: Array, below: Array) -> Array:
    ratio = np.divide(above, below, out=np.ones_like(above), where=(above > 0) & (below > 0))
    logarithm: Array = np.log(ratio)
    return logarithm


def _national_births(before: Array, after: Array, dying: Array, bearing: Array) -> Array:
    """[age]: births a woman that leave as many children at the end as the nation has."""
    live = (1 - BOYS) * (1 - dying[0, 0]) + BOYS * (1 - dying[1, 0])
    children = after[:, 0].sum() / live
    women = (before[0] + after[0]) / 2
    rates: Array = bearing * (children / (bearing * women).sum())
    return rates


def _children_for_each_woman(base: Population) -> Array:
    """[area]: children under five for each woman from 20 to 39, over that of all areas."""
    women = base.people[:, 0, MOTHERS].sum(axis=-1)
    children = base.people[:, :, CHILDREN].sum(axis=(1, 2))
    ratio = np.divide(children, women, out=np.zeros_like(children), where=women > 0)
    own: Array = ratio / (children.sum() / women.sum())
    return own


def _by_cohort(people: Array, *, of_the_start: bool = False) -> Array:
    """[..., cohort] out of [..., age]: of the start of a year, else by the age at its end."""
    wide = np.zeros((*people.shape[:-1], COHORTS))
    if of_the_start:
        wide[..., 1:] = people
        return wide
    wide[..., : OLDEST + 1] = people
    wide[..., OLDEST + 1] = people[..., OLDEST]
    wide[..., 0] = 0.0
    return wide


def _by_age(cohorts: Array) -> Array:
    """[..., age]: the two oldest cohorts are both 90 and over at the end."""
    ages = cohorts[..., :AGES].copy()
    ages[..., OLDEST] += cohorts[..., OLDEST + 1]
    return ages


def _next(stay: Array, rate: Array, after: Array) -> Array:
    """[area, sex, age]: the areas a year on, fitted to the nation; children by share of women."""
    people = _by_age(stay * (1 + rate))
    women = people[:, 0, MOTHERS].sum(axis=-1)
    people[:, :, 0] = (women / women.sum())[:, np.newaxis]
    total = people.sum(axis=0)
    fitted: Array = people * np.divide(after, total, out=np.zeros_like(total), where=total > 0)
    return fitted
