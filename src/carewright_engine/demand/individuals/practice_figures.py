"""What the full model assumes where no published file says: each with its source, none fitted.

Where a published rate exists the model is set to it (`use.py`). Each figure that is not published
has a range, as wide as nobody would be surprised by; runs of the model are drawn from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals.carers import CarerModel
from carewright_engine.demand.individuals.need_model import LEVELS
from carewright_engine.demand.refusing import BadParameter, require_not_negative, within

Table = NDArray[np.float64]

PRACTICE: Final = "practice figure, not fitted"
UNPAID_CARE: Final = "Northern Ireland census of 2021, hours of unpaid care, all ages"
SURVEY: Final = "Scottish social care survey 2010, hours of people with home care"
#: Of 5,015 people with home care in seven councils in 2020/21, 1,115 were in group B, 2,225 in C to
#: F and 1,310 in G to I. Taking B for moderate, C to F for substantial and G to I for critical need
#: is a judgement. Over those who take support, moderate need is 0.37 for each heavy one; in
#: 2017/18, in nine councils, it was 0.64. Group A tells little of low need, as few get help.
GROUPS_OF_NEED: Final = (
    "Public Health Scotland, home care 2017/18 and 2020/21 by indicator of relative need (A to I); "
    "which group is which level is a judgement"
)
BY_NEED: Final = ("no need", "low need", "moderate need", "substantial need", "critical need")
BY_HOUSEHOLD: Final = (
    *(f"{need}, with others" for need in BY_NEED[1:]), *(f"{need}, alone" for need in BY_NEED[1:]),
)  # fmt: skip
BY_HOURS: Final = ("1 to 19 hours", "20 to 34 hours", "35 to 49 hours", "50 hours and over")
BY_STRAIN: Final = (
    *(f"{hours}, not strained" for hours in BY_HOURS), *(f"{hours}, strained" for hours in BY_HOURS)
)  # fmt: skip
#: Standard deviations from the middle to the tenth and the ninetieth percentile.
TENTH: Final = 1.2815515655446004


@dataclass(frozen=True, slots=True)
class Figure:
    """One assumption: what it is, its values, where from, and how far off it may be.

    With 80 chances in 100 the values lie between those divided and those multiplied by `apart`;
    of a share it is the odds that are multiplied. 1 is a figure taken as it is. `of` says whom
    each of several values is of.
    """

    name: str
    values: tuple[float, ...]
    source: str = PRACTICE
    apart: float = 1.0
    share: bool = False
    of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_not_negative(self.name, self.values)
        within(f"{self.name}, range", self.apart, 1.0, 10.0)
        if not self.source.strip():
            raise BadParameter(self.name, "without a source", "where the figure comes from")
        if len(self.of) not in (0, len(self.values)):
            raise BadParameter(self.name, f"{len(self.of)} names", "one for each value")

    def at(self, step: float) -> Figure:
        """The figure so many standard deviations off; 0 is its middle, to the last bit."""
        if step == 0 or self.apart == 1:
            return self
        times = float(self.apart ** (step / TENTH))
        moved = (
            _odds_times(value, times) if self.share else value * times for value in self.values
        )
        return replace(self, values=tuple(moved))

    def in_words(self) -> str:
        """Its values, each with its likely low and high: 'low: 0.35 (0.26 to 0.45); high: 0.5'."""
        if not self.of:
            return "; ".join(self._said(value) for value in self.values)
        both = zip(self.of, self.values, strict=True)
        return "; ".join(f"{of}: {self._said(value)}" for of, value in both if value)

    def _said(self, value: float) -> str:
        if self.apart == 1:
            return f"{value:.3g}"
        low, high = (self._times(value, times) for times in (1 / self.apart, self.apart))
        return f"{value:.3g} ({low:.2g} to {high:.2g})"

    def _times(self, value: float, times: float) -> float:
        return _odds_times(value, times) if self.share else value * times


def _odds_times(share: float, times: float) -> float:
    if share >= 1:
        return 1.0
    odds = share / (1 - share) * times
    return odds / (1 + odds)


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything assumed. By need means none, low, moderate, substantial, critical."""

    low_need: Figure = Figure(
        "low need for each person with substantial or critical need", (1.0,), apart=2.0
    )
    moderate_need: Figure = Figure(
        "moderate need for each person with substantial or critical need",
        (0.5,), GROUPS_OF_NEED, apart=1.5,
    )  # fmt: skip
    critical: Figure = Figure(
        "critical of substantial and critical need",
        (0.37,), GROUPS_OF_NEED, apart=1.7, share=True,
    )  # fmt: skip
    takes_support: Figure = Figure(
        "share of those eligible at home who take support",
        (0, 0.6, 0.75, 0.85, 0.9), apart=1.5, share=True, of=BY_NEED,
    )  # fmt: skip
    death_by_need: Figure = Figure(
        "chance of death beside one another, by need", (0.8, 1.0, 1.5, 2.2, 3.5)
    )
    better: Figure = Figure(
        "chance to go down a level of need", (0.15, 0.03), apart=1.5, share=True,
        of=("at age 20", "at age 90"),
    )  # fmt: skip
    hours_by_need: Figure = Figure(
        "hours of support for each hour that critical need gets",
        (0, 0.59, 0.59, 0.80), GROUPS_OF_NEED, apart=1.3, of=BY_NEED[:-1],
    )  # fmt: skip
    spread_of_hours: Figure = Figure(
        "standard deviation of the logarithm of hours between people alike", (0.75,), SURVEY
    )
    charge_response: Figure = Figure(
        "fall in the logarithm of taking support for each pound a week",
        (0, 0.008, 0.006, 0.004, 0.002), apart=2.0, of=BY_NEED,
    )  # fmt: skip
    alone: Figure = Figure(
        "share who live alone at 20, 50, 70 and 90, women", (0.10, 0.14, 0.33, 0.65)
    )
    alone_men: Figure = Figure(
        "share who live alone at 20, 50, 70 and 90, men", (0.12, 0.20, 0.24, 0.42)
    )
    finds_company: Figure = Figure("chance that somebody alone finds company", (0.03,))
    care_home_by_household: Figure = Figure(
        "share in a care home beside others alike: in company, alone", (0.8, 1.2)
    )
    unpaid_hours: Figure = Figure(
        "unpaid carers by hours a week: 1 to 19, 20 to 34, 35 to 49, 50 and over",
        (0.453, 0.111, 0.127, 0.309),
        UNPAID_CARE,
    )
    cared_for: Figure = Figure(
        "share at home who have a main carer",
        (0.5, 0.6, 0.65, 0.7, 0.3, 0.4, 0.45, 0.5), apart=1.5, share=True, of=BY_HOUSEHOLD,
    )  # fmt: skip
    carer_begins: Figure = Figure(
        "chance that somebody without a carer gets one",
        (0.08, 0.1, 0.12, 0.12, 0.05, 0.06, 0.08, 0.08), apart=1.5, share=True, of=BY_HOUSEHOLD,
    )  # fmt: skip
    carer_stops: Figure = Figure(
        "chance that a carer in the household stops",
        (0.08, 0.09, 0.10, 0.10, 0.12, 0.16, 0.20, 0.24), apart=1.5, share=True, of=BY_STRAIN,
    )  # fmt: skip
    relief: Figure = Figure(
        "share of support that an unpaid carer spares",
        (0.1, 0.25, 0.35, 0.45), apart=1.6, share=True, of=BY_HOURS,
    )  # fmt: skip
    need_rises: Figure = Figure(
        "chance that need goes up a level in the year a carer stops", (0.15,), apart=1.8, share=True
    )

    def at(self, steps: Mapping[str, float]) -> Figures:
        """Each figure so many standard deviations off, by its field; others at their middle."""
        moved = {name: getattr(self, name).at(step) for name, step in steps.items()}
        return replace(self, **moved)

    def uncertain(self) -> dict[str, Figure]:
        """The figures that have a range, by their field."""
        every = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: figure for name, figure in every.items() if figure.apart > 1}

    def hours_beside(self) -> Table:
        """[need]: hours of support beside one another, critical's being 1."""
        return np.array([*self.hours_by_need.values, 1.0])

    def levels_beside(self) -> Table:
        """[need]: people for each one with substantial or critical need; none is left out."""
        critical = self.critical.values[0]
        light = (self.low_need.values[0], self.moderate_need.values[0])
        return np.array([0.0, *light, 1 - critical, critical])


PRACTICE_FIGURES: Final = Figures()


def practice_carers(figures: Figures = PRACTICE_FIGURES) -> CarerModel:
    """Main carers: practice figures, but for hours, which are the census's."""
    by_need = _hours_by_need(np.array(figures.unpaid_hours.values))
    stops = np.array(figures.carer_stops.values).reshape(2, 4).T
    rises = figures.need_rises.values[0]
    return CarerModel(
        cared_for=_by_need_and_household(figures.cared_for),
        begins=_by_need_and_household(figures.carer_begins),
        hours=np.stack([by_need, by_need], axis=1),
        with_person=np.array([0, 0.6, 0.7, 0.8, 0.85]),
        stops=np.minimum(1, np.stack([stops, stops * 1.25])),  # more of those who live elsewhere
        strain_begins=np.array([0.05, 0.10, 0.15, 0.20]),
        strain_eases=np.array([0.35, 0.30, 0.25, 0.20]),
        relief=np.array(figures.relief.values),
        need_rises=np.array([0, rises, rises, rises, 0]),
        breaks=np.array([[0, 1], [1, 3], [2, 5], [4, 8]], float),
    )


def _hours_by_need(hours: Table) -> Table:
    """[need, band of hours]: heavier need, longer hours; moderate need as in the census."""
    heavier = np.array([1.0, 1.2, 1.5, 2.0])
    by_need = np.stack([hours * heavier ** (level - 2) for level in range(LEVELS)])
    shares: Table = by_need / by_need.sum(axis=-1, keepdims=True)
    return shares


def _by_need_and_household(figure: Figure) -> Table:
    """[need, alone]: nobody without need has a carer."""
    table = np.zeros((LEVELS, 2))
    table[1:] = np.array(figure.values).reshape(2, LEVELS - 1).T
    return table
