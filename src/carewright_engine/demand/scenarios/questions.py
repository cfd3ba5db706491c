"""What is asked of a projection, in plain values that can be kept and asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from carewright_engine.demand.refusing import BadParameter, within
from carewright_engine.demand.scenarios.gap import Capacity
from carewright_engine.demand.scenarios.levers import Lever
from carewright_engine.demand.scenarios.scenario import Scenario, scenario_from_json
from carewright_engine.demand.scenarios.summaries import FEWEST_DRAWS
from carewright_engine.provision.areas import AreaRef

MOST_SCENARIOS: Final = 4  # as many as a chart can tell apart
SUPPORTS: Final = {"care_at_home": "hours a week", "care_home": "places"}
SHORTEST, LONGEST = 5, 25


@dataclass(frozen=True, slots=True)
class UnitCost:
    """What an hour, or a place for a week, costs: pence, from the likely low to the likely high."""

    pence: float
    low: float
    high: float
    source: str


@dataclass(frozen=True, slots=True)
class Question:
    """An area, a kind of support, how far ahead, and up to four scenarios, the first as now.

    `through` is the last day that facts may be dated to. `fit_from` leaves out financial years
    before it, where counting changed. Scenarios are kept as JSON. Raises BadParameter.
    """

    area: AreaRef
    support: str
    through: date
    years: int = 20
    fit_from: int | None = None
    scenarios: tuple[str, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    cost: UnitCost | None = None
    draws: int = 2000
    seed: int = 20451

    def __post_init__(self) -> None:
        """Refuse what cannot be asked, naming the field and the range."""
        if self.support not in SUPPORTS:
            raise BadParameter("support", self.support, f"one of {', '.join(SUPPORTS)}")
        within("years", self.years, SHORTEST, LONGEST)
        within("draws", self.draws, FEWEST_DRAWS, 20_000)
        within("number of scenarios", len(self.scenarios), 0, MOST_SCENARIOS - 1)
        if self.cost and not 0 < self.cost.low <= self.cost.pence <= self.cost.high:
            said = f"{self.cost.low:g}, {self.cost.pence:g} and {self.cost.high:g} pence"
            raise BadParameter("unit cost", said, "low, middle and high in this order, above 0")

    @property
    def levers(self) -> tuple[Lever, ...]:
        """Every lever of the scenarios, in their order."""
        return tuple(lever for scenario in self.compared for lever in scenario.levers)

    @property
    def compared(self) -> tuple[Scenario, ...]:
        """The scenarios to set beside as now."""
        return tuple(scenario_from_json(each) for each in self.scenarios)


def kinds_wanted(question: Question) -> set[str]:
    """Kinds of support that some lever cannot act without."""
    return {kind for lever in question.levers for kind in lever.kinds()}
