"""Price lines: what an agreement pays for one unit of a service, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from carewright_engine.values.money import Pence, rounded_ratio
from carewright_engine.values.period import Period


class PriceUnit(StrEnum):
    """What one price buys."""

    HOUR = "hour"
    VISIT = "visit"  # of so many minutes
    DAY = "day"
    NIGHT = "night"
    WEEK = "week"
    SESSION = "session"
    ONE_OFF = "one_off"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.replace("_", "-").capitalize()


class Basis(StrEnum):
    """Who may change a price, and when."""

    OPEN = "open"  # the council may uplift it
    FIXED = "fixed"  # the contract fixes it for its term
    NATIONAL = "national"  # a national settlement sets it


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One price as a round of uplifts meets it; `price` and `floor` are pence a unit."""

    id: str
    agreement: str
    provider: str
    service: str
    unit: PriceUnit
    price: Pence
    quantity_a_year: Decimal  # units in twelve months
    period: Period
    formula: str = ""  # which formula of the round; empty: none fits
    basis: Basis = Basis.OPEN
    negotiated_on: date | None = None
    applies_on: date | None = None  # its own date, such as the contract's anniversary
    weekly_cost: Pence | None = None  # of one person's package, where the line is for one person
    floor: Pence | None = None  # legal direct cost of one unit; None: not assessed
    people: int = 0  # who are supported under it

    def __post_init__(self) -> None:
        if self.price < 0 or self.quantity_a_year < 0:
            raise ValueError(f"{self.id}: a price and a quantity are nought or more")

    def in_a_year(self, pence_a_unit: int) -> Pence:
        """What so many pence a unit come to over the year's quantity, rounded once."""
        units, of = self.quantity_a_year.as_integer_ratio()
        return Pence(rounded_ratio(pence_a_unit * units, of))
