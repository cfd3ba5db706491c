"""In which prices pounds of a projection are, and which part of a difference is the price's."""

from __future__ import annotations

from dataclasses import dataclass

from carewright.foresee.web.reading import Reading
from carewright.ui.formats import in_london
from carewright_engine.demand.scenarios.levers import UnitCost
from carewright_engine.demand.scenarios.outlook import WEEKS_IN_A_YEAR


@dataclass(frozen=True, slots=True)
class Prices:
    """The financial year whose prices were asked with, and when a scenario makes them grow."""

    of: str
    grow_from: int | None = None

    @property
    def words(self) -> str:
        """'in constant prices of 2026/27'."""
        if self.grow_from is None:
            return f"in constant prices of {self.of}"
        return f"with prices growing from {self.grow_from} as the scenario says"

    def add_to(self, others: Prices) -> bool:
        """Whether pounds of both may be added up: of one year, and growing in both or in none."""
        return self.of == others.of and (self.grow_from is None) == (others.grow_from is None)


@dataclass(frozen=True, slots=True)
class Parts:
    """A difference in pounds a year: of hours or places at constant prices, and of the price."""

    amount: float
    price: float


def prices(reading: Reading, place: int | None = None) -> Prices:
    """The prices of the scenario looked at, or of the one at another place; 0 is as now."""
    place = reading.chosen if place is None else place
    return Prices(_financial_year(reading), _grow_from(reading, place) if place else None)


def _financial_year(reading: Reading) -> str:
    """'2026/27': the year from 1 April in which the cost was typed."""
    day = in_london(reading.row.asked_at).date()
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"


def _grow_from(reading: Reading, place: int) -> int | None:
    question = reading.answer.question
    levers = question.compared[place - 1].levers
    years = [
        lever.from_year
        for lever in levers
        if isinstance(lever, UnitCost) and lever.support == question.support
    ]
    return min(years, default=None)


def parts(reading: Reading, place: int) -> Parts | None:
    """What the last year's difference is made of, by middle estimates; None where prices stay.

    The amount's part is the difference in hours a week (or places) at the price that was typed,
    over a year of 365.25 days; the price's part is the rest.
    """
    outcome, cost = reading.answer.outcomes[place], reading.answer.question.cost
    whole_need = outcome.unmet is None or outcome.limited is not None
    if cost is None or outcome.pounds_difference is None or not whole_need:
        return None
    if prices(reading, place).grow_from is None:
        return None
    whole = outcome.pounds_difference.at(reading.last)
    amount = outcome.difference.at(reading.last) * cost.pence / 100 * WEEKS_IN_A_YEAR
    return Parts(amount, whole - amount)
