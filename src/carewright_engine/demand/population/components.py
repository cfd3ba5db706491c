"""What changes a population in a year: dying, giving birth, coming and leaving."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.people import AGES, SEXES
from carewright_engine.demand.refusing import BadParameter

#: One cohort a year of age, and one more: those born in the year come first, and those who
#: become 90 (cohort 90) are apart from those who were 90 or over already (cohort 91).
COHORTS: Final = AGES + 1
#: Of 205 children 105 are boys, as in the United Kingdom for many decades.
BOYS: Final = 105 / 205


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a component comes from: published, derived or borrowed, in words for an analyst."""

    component: str
    how: str  # "published", "derived" or "borrowed"
    words: str


@dataclass(frozen=True, slots=True)
class Components:
    """Components of each year from mid-year to mid-year, ending in `first_year` and after.

    dying[year, area, sex, cohort] is the chance of dying within the year, by cohort: cohort 0 is
    born in the year, cohort c was c - 1 years old at its start, cohort 91 was 90 or over.
    births[year, area, age] are births a woman a year, by her age last birthday.
    leaving[year, area, sex, cohort] is the share that leaves the area within the year.
    arrivals and departures[year, area, sex, age] are people by their age at the end of the year,
    departures beside those who leave as a share. An axis for areas may have length one.
    Raises BadParameter where a share is not from 0 to 1 or a number is below 0.
    """

    first_year: int
    dying: Array
    births: Array
    arrivals: Array
    leaving: Array
    departures: Array
    boys: float = BOYS
    origins: tuple[Origin, ...] = field(default=())

    def __post_init__(self) -> None:
        years = self.years
        shapes = {
            "dying": (years, len(SEXES), COHORTS),
            "leaving": (years, len(SEXES), COHORTS),
            "births": (years, AGES),
            "arrivals": (years, len(SEXES), AGES),
            "departures": (years, len(SEXES), AGES),
        }
        for name, wanted in shapes.items():
            _require_shape(name, getattr(self, name), wanted)
        for name in ("dying", "leaving", "births"):
            _require_range(name, getattr(self, name), 1.0)
        for name in ("arrivals", "departures"):
            _require_range(name, getattr(self, name), np.inf)
        _require_range("boys", np.array(self.boys), 1.0)

    @property
    def years(self) -> int:
        """For how many years there are components."""
        return int(self.dying.shape[0])

    def require(self, areas: int, base_year: int, years: int) -> None:
        """Raises BadParameter unless they begin with the base and reach far enough."""
        if self.first_year != base_year + 1:
            wanted = f"the year after the base, {base_year + 1}"
            raise BadParameter("first year of the components", self.first_year, wanted)
        if not 1 <= years <= self.years:
            raise BadParameter("years", years, f"from 1 to {self.years}, as components are given")
        for name in ("dying", "leaving", "births", "arrivals", "departures"):
            if getattr(self, name).shape[1] not in (1, areas):
                said = f"for {getattr(self, name).shape[1]} areas"
                raise BadParameter(name, said, f"for {areas} areas, or for all alike")


def _require_shape(name: str, given: Array, wanted: tuple[int, ...]) -> None:
    """All axes but that of areas, which is the second."""
    if given.ndim != len(wanted) + 1 or (given.shape[0], *given.shape[2:]) != wanted:
        shape = " by ".join(map(str, (wanted[0], "areas", *wanted[1:])))
        raise BadParameter(name, f"of shape {given.shape}", shape)


def _require_range(name: str, given: Array, most: float) -> None:
    wrong = ~((given >= 0) & (given <= most) & np.isfinite(given))
    if wrong.any():
        top = f"from 0 to {most:g}" if np.isfinite(most) else "0 or more"
        raise BadParameter(name, f"{given[wrong].flat[0]:g} somewhere", top)
