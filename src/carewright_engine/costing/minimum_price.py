"""The least price of an hour of home care, built up line by line from what it is made of.

The model is the Homecare Association's Minimum Price for Homecare: pay for the visit and for the
travel between visits, what the employer pays on top, mileage, the running of the business, and a
surplus as a share of all costs. Each line is rounded for the reader; the price is the exact sum,
rounded once, so lines may differ from it by a penny or two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from carewright_engine.costing.employers_costs import EmployersCharges
from carewright_engine.values.money import Exact, Pence, whole_pence

MINUTES: Final = 60
USUAL_SURPLUS: Final = Decimal("0.03")
USUAL_LENGTHS: Final = (15, 30, 45, 60)


class Component(StrEnum):
    """A line of the price, in the order in which people read it."""

    CONTACT = "contact"
    TRAVEL_TIME = "travel_time"
    NI_AND_PENSION = "ni_and_pension"
    OTHER_ON_COSTS = "other_on_costs"
    MILEAGE = "mileage"
    RUNNING_COSTS = "running_costs"
    SURPLUS = "surplus"

    @property
    def words(self) -> str:
        """As a page or a chart says it."""
        return WORDS[self]


WORDS: Final = {
    Component.CONTACT: "Care worker's pay",
    Component.TRAVEL_TIME: "Travel time",
    Component.NI_AND_PENSION: "National Insurance and pension",
    Component.OTHER_ON_COSTS: "Holiday, training, sickness and other costs on pay",
    Component.MILEAGE: "Mileage",
    Component.RUNNING_COSTS: "Running costs",
    Component.SURPLUS: "Surplus",
}

#: What the law has an employer pay for the hour itself: below it, someone is paid too little.
DIRECT: Final = (
    Component.CONTACT,
    Component.TRAVEL_TIME,
    Component.NI_AND_PENSION,
    Component.OTHER_ON_COSTS,
    Component.MILEAGE,
)


@dataclass(frozen=True, slots=True)
class HourOfCare:
    """What goes into one contact hour; money in pence a contact hour unless said."""

    wage: Pence  # an hour, at or above the wage floor
    travel_minutes: Exact  # paid, between visits, for each contact hour
    charges: EmployersCharges
    other_on_costs: Decimal  # share of pay: holiday, training, sickness, notice
    mileage: Exact
    running_costs: Pence
    surplus: Decimal = USUAL_SURPLUS  # share of all costs


@dataclass(frozen=True, slots=True)
class BuiltUp:
    """A price of one contact hour and the exact amounts that it is made of, in pence."""

    parts: tuple[tuple[Component, Fraction], ...]

    def line(self, component: Component) -> Pence:
        """One line as it is shown."""
        return whole_pence(dict(self.parts)[component])

    @property
    def lines(self) -> tuple[tuple[Component, Pence], ...]:
        """Every line as it is shown."""
        return tuple((component, whole_pence(exact)) for component, exact in self.parts)

    @property
    def price(self) -> Pence:
        """The least price: everything, rounded once."""
        return whole_pence(sum(exact for _, exact in self.parts))

    @property
    def direct_cost(self) -> Pence:
        """The legal direct cost of care: the floor that no price should go below."""
        return whole_pence(sum(exact for component, exact in self.parts if component in DIRECT))


def built_up(hour: HourOfCare) -> BuiltUp:
    """The price of one contact hour from its inputs."""
    contact = Fraction(hour.wage)
    travel = contact * Fraction(hour.travel_minutes) / MINUTES
    pay = contact + travel
    parts = {
        Component.CONTACT: contact,
        Component.TRAVEL_TIME: travel,
        Component.NI_AND_PENSION: pay * hour.charges.share_of_pay(hour.wage),
        Component.OTHER_ON_COSTS: pay * Fraction(hour.other_on_costs),
        Component.MILEAGE: Fraction(hour.mileage),
        Component.RUNNING_COSTS: Fraction(hour.running_costs),
    }
    surplus = sum(parts.values()) * Fraction(hour.surplus)
    return BuiltUp((*parts.items(), (Component.SURPLUS, surplus)))


@dataclass(frozen=True, slots=True)
class Round:
    """How far apart visits are: what every visit takes, however short it is."""

    travel_minutes: Decimal  # paid, for each visit
    miles: Decimal  # for each visit
    pence_a_mile: Decimal


@dataclass(frozen=True, slots=True)
class VisitPrice:
    """What visits of one length cost: the hour, built up, and the visit itself."""

    minutes: int
    an_hour: BuiltUp

    @property
    def a_visit(self) -> Pence:
        """The least price of one visit of this length."""
        return self._share_of_hour(self.an_hour.parts)

    @property
    def direct_cost_of_visit(self) -> Pence:
        """The legal direct cost of one visit of this length."""
        return self._share_of_hour([part for part in self.an_hour.parts if part[0] in DIRECT])

    def _share_of_hour(self, parts: Sequence[tuple[Component, Fraction]]) -> Pence:
        an_hour = sum((exact for _, exact in parts), Fraction(0))
        return whole_pence(an_hour * Fraction(self.minutes, MINUTES))


def by_visit_length(
    hour: HourOfCare, travel: Round, lengths: Sequence[int] = USUAL_LENGTHS
) -> tuple[VisitPrice, ...]:
    """The short-visit effect: the same journey weighs more on a short visit than on a long one.

    The travel and mileage of `hour` give way to those of the round, spread over each length.
    """
    return tuple(VisitPrice(minutes, _at_length(hour, travel, minutes)) for minutes in lengths)


def _at_length(hour: HourOfCare, travel: Round, minutes: int) -> BuiltUp:
    if minutes < 1:
        raise ValueError(f"A visit of {minutes} minutes has no price")
    visits = Fraction(MINUTES, minutes)
    return built_up(
        replace(
            hour,
            travel_minutes=Fraction(travel.travel_minutes) * visits,
            mileage=Fraction(travel.miles) * Fraction(travel.pence_a_mile) * visits,
        )
    )
