"""A life's course beyond need: home, carer, support under rules and charges, and levers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals.carers import CarerModel
from carewright_engine.demand.individuals.eligibility import Rules
from carewright_engine.demand.individuals.need_model import LEVELS, SEXES, Need, NeedModel
from carewright_engine.demand.refusing import (
    BadParameter,
    require_between,
    require_not_negative,
    require_shape,
)

Table = NDArray[np.float64]

#: Years since prevention began are told apart so far; later ones count as the last.
MOST_YEARS_SINCE: Final = 31


@dataclass(frozen=True, slots=True, eq=False)
class Households:
    """Living alone, by sex and age."""

    alone: Table  # [sex, age] share at the start, and of those who join
    becomes_alone: Table  # [sex, age] chance within a year
    finds_company: Table  # [sex, age] chance within a year
    alone_in_care_home: float = 1.0  # a care home's share of those alone, times this
    company_in_care_home: float = 1.0  # ... of those in company, times this

    def __post_init__(self) -> None:
        shape = (len(SEXES), self.alone.shape[-1])
        for name in ("alone", "becomes_alone", "finds_company"):
            require_shape(name, getattr(self, name), shape)
            require_between(name, getattr(self, name), 0, 1)
        require_between("alone_in_care_home", self.alone_in_care_home, 0, 10)
        require_between("company_in_care_home", self.company_in_care_home, 0, 10)


@dataclass(frozen=True, slots=True, eq=False)
class Support:
    """Support at home: who takes it, what a charge does, and how many hours they get."""

    takes: Table  # [need] share of those eligible at home who take it where nothing is charged
    charge_response: Table  # [need] fall in the logarithm of that share for each pound a week
    hours: Table  # [age, need] mean hours a week without an unpaid carer
    spread: float  # standard deviation of the logarithm of hours between people alike

    def __post_init__(self) -> None:
        require_shape("takes", self.takes, (LEVELS,))
        require_between("takes", self.takes, 0, 1)
        require_shape("charge_response", self.charge_response, (LEVELS,))
        require_between("charge_response", self.charge_response, 0, 1)
        require_shape("hours", self.hours, (self.hours.shape[0], LEVELS))
        require_between("hours", self.hours, 0, 168)
        require_between("spread", self.spread, 0, 3)


@dataclass(frozen=True, slots=True)
class Prevention:
    """Telecare or another prevention that slows the rise of need, for a time."""

    first_year: int  # years after the base year
    reach: float  # share of people in reach who get it
    effect: float  # fall in the chance that need goes up, in the first year of having it
    decay: float  # share of the effect that is lost with each further year
    evidence: str
    youngest: int = 65
    levels: tuple[Need, ...] = (Need.LOW, Need.MODERATE, Need.SUBSTANTIAL)

    def __post_init__(self) -> None:
        if self.first_year < 1:
            raise BadParameter("first_year", self.first_year, "1 or more years after the base year")
        for name in ("reach", "effect", "decay"):
            require_between(name, getattr(self, name), 0, 1)
        if not self.evidence.strip():
            raise BadParameter("evidence", "empty", "where the effect was found")
        if Need.NONE in self.levels:
            raise BadParameter("levels", "none", "levels from low to critical")

    def factor(self) -> Table:
        """What the chance of a rise is multiplied by, by years since it began; 1 before."""
        years = np.arange(MOST_YEARS_SINCE)
        return np.concatenate([[1.0], 1 - self.effect * (1 - self.decay) ** years])


@dataclass(frozen=True, slots=True, kw_only=True)
class Levers:
    """What a commissioner could change; as it stands by default."""

    hours_per_visit: float = 1.0  # hours, times this
    charge: float = 0.0  # pounds a week of somebody supported at home
    care_home: float = 1.0  # the share who live in a care home, times this
    carers_stop: float = 1.0  # the chance that a carer stops, times this
    prevention: Prevention | None = None
    rules: Rules | None = None  # others than now
    rules_in_force: float = 1.0  # how far they have come in

    def __post_init__(self) -> None:
        for name in ("hours_per_visit", "care_home", "carers_stop"):
            require_between(name, getattr(self, name), 0, 20)
        require_between("rules_in_force", self.rules_in_force, 0, 1)
        require_not_negative("charge", self.charge)


AS_IT_STANDS: Final = Levers()


@dataclass(frozen=True, slots=True, eq=False)
class LifeModel:
    """All chances of the full model. `need.settings` gives the shares who live in a care home.

    `by_year` gives levers for each year from the base on, in place of one set for all years.
    """

    need: NeedModel
    households: Households
    carers: CarerModel
    support: Support
    rules: Rules
    levers: Levers = field(default_factory=Levers)
    by_year: tuple[Levers, ...] = ()

    def pulled_in(self, year: int) -> Levers:
        """What holds so many years after the base; after the last named year, what held then."""
        return self.by_year[min(year, len(self.by_year) - 1)] if self.by_year else self.levers

    def __post_init__(self) -> None:
        require_shape("alone", self.households.alone, (len(SEXES), self.need.ages))
        require_shape("hours", self.support.hours, (self.need.ages, LEVELS))
