"""People told apart by the year they were born in: their state stays as it is while they age."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals.need_model import LEVELS, MOST_AGES, SEXES
from carewright_engine.demand.refusing import BadParameter

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cohorts:
    """The cohorts of a run of some years: those here at the start, and those born later.

    Cohort `c` has the age `ages - 1 + year - c`, and all whose age is the last or more share its
    chances; below nought it is not born yet. Raises BadParameter for more than 16 bits can tell.
    """

    ages: int
    years: int

    def __post_init__(self) -> None:
        if self.count > MOST_AGES:
            most = f"no more than {MOST_AGES:,} with the {self.ages:,} ages"
            raise BadParameter("years", self.years, most)

    @property
    def count(self) -> int:
        """How many cohorts."""
        return self.ages + self.years

    @property
    def states(self) -> int:
        """By sex, cohort and need."""
        return len(SEXES) * self.count * LEVELS

    def states_of(self, year: int) -> NDArray[np.uint16]:
        """[sex, age, need]: the state of somebody of an age in a year."""
        sex, age, need = np.indices((len(SEXES), self.ages, LEVELS))
        cohort = self.ages - 1 + year - age
        states: NDArray[np.uint16] = ((sex * self.count + cohort) * LEVELS + need).astype(np.uint16)
        return states

    def by_state(self, table: NDArray[np.uint32], year: int, *, gone: int) -> NDArray[np.uint32]:
        """`table[sex, age, need, ...]` as [state, ...] in a year, two rows of `gone` at its end."""
        of_state = table[:, self._age(year)].reshape(self.states, -1)
        ends = np.full((2, of_state.shape[1]), gone, np.uint32)
        return np.concatenate([of_state, ends])

    def by_age(self, here: Counts, year: int) -> Counts:
        """[sex, age, need] of the people in each state."""
        by_cohort = here.reshape(len(SEXES), self.count, LEVELS)
        found = np.zeros((self.ages, len(SEXES), LEVELS), np.int64)
        np.add.at(found, self._age(year), by_cohort.swapaxes(0, 1))
        return found.swapaxes(0, 1)

    def by_need(self, of_state: Counts) -> Counts:
        """[need, ...] of a table by state."""
        found: Counts = of_state.reshape(-1, LEVELS, of_state.shape[1]).sum(axis=0)
        return found

    def _age(self, year: int) -> NDArray[np.int64]:
        """[cohort]: the age in a year; those not born yet are counted as newborn."""
        return np.clip(self.ages - 1 + year - np.arange(self.count), 0, self.ages - 1)
