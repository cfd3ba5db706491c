"""The central projection with its accounts: who was born, died, came and left."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.components import Origin
from carewright_engine.demand.population.conventions import Conventions
from carewright_engine.demand.population.people import AGES, OLDEST, SEXES


@dataclass(frozen=True, slots=True)
class Accounts:
    """people[year, area, sex, age] from the base on, and what changed them.

    Flows have one year fewer: flow t leads from people[t] to people[t + 1]. born is [year, area,
    sex]; died, came, left and fitted are by the age at the end of the year. `fitted` is what
    calibration to a nation added or took away; it is no event and stays apart from them.
    """

    areas: tuple[str, ...]
    first_year: int
    people: Array
    born: Array
    died: Array
    came: Array
    left: Array
    fitted: Array
    conventions: Conventions
    origins: tuple[Origin, ...] = ()

    @property
    def last_year(self) -> int:
        """The mid-year of the last people."""
        return self.first_year + len(self.people) - 1

    def in_year(self, year: int) -> Array:
        """The people of one mid-year: [area, sex, age]."""
        people: Array = self.people[year - self.first_year]
        return people

    def imbalance(self) -> Array:
        """People less what the year before and the flows make of them: nought everywhere."""
        expected = aged_on(self.people[:-1], self.born)
        expected = expected - self.died + self.came - self.left + self.fitted
        difference: Array = self.people[1:] - expected
        return difference


def aged_on(people: Array, born: Array) -> Array:
    """Everyone a year older, [..., sex, age]; those born are 0, and 90 takes in who turned 90."""
    older = np.empty_like(people)
    older[..., 0] = born
    older[..., 1:] = people[..., :-1]
    older[..., OLDEST] += people[..., OLDEST]
    return older


def empty_accounts(
    areas: tuple[str, ...],
    first_year: int,
    years: int,
    conventions: Conventions,
    origins: tuple[Origin, ...],
) -> Accounts:
    """Accounts of `years` years in which nothing is written yet."""
    shape = (years, len(areas), len(SEXES), AGES)
    return Accounts(
        areas=areas,
        first_year=first_year,
        people=np.zeros((years + 1, *shape[1:])),
        born=np.zeros(shape[:3]),
        died=np.zeros(shape),
        came=np.zeros(shape),
        left=np.zeros(shape),
        fitted=np.zeros(shape),
        conventions=conventions,
        origins=origins,
    )
