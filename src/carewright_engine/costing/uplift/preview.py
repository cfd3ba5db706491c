"""What a round would do, line by line and provider by provider, before anybody is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from carewright_engine.costing.price_lines import PriceLine
from carewright_engine.costing.uplift.formula import Driver
from carewright_engine.costing.uplift.leaving_out import Why
from carewright_engine.values.money import Pence, rounded_ratio, total
from carewright_engine.values.period import Period, a_year_from, days_in_both


class Floor(StrEnum):
    """How a price stands to the legal direct cost of the care that it buys."""

    ABOVE = "above"
    BELOW = "below"
    EXPLAINED = "explained"  # below, with a reason that a person signed
    NOT_ASSESSED = "not_assessed"


def share_of_a_year(
    difference: int, quantity_a_year: Decimal, lasting: Period, days: Period
) -> Pence:
    """What so many pence a unit come to in some of the days on which a price lasts, rounded once.

    A year's quantity is spread evenly over the twelve months that begin with the price.
    """
    units, of = quantity_a_year.as_integer_ratio()
    shared = days_in_both(lasting, days)
    year = a_year_from(lasting.starts_on).days or 365
    return Pence(rounded_ratio(difference * units * shared, of * year))


@dataclass(frozen=True, slots=True)
class NewPrice:
    """One line with its old and its new price; pence a unit, and pence in a year."""

    line: PriceLine
    price: Pence
    effective_on: date
    source: str  # the formula's key, or what was agreed for the line itself
    spend_now: Pence
    effect: Pence  # in a year: the quantity times the difference, rounded once
    floor: Floor

    @property
    def difference(self) -> Pence:
        """Pence a unit more."""
        return Pence(self.price - self.line.price)

    @property
    def rise(self) -> Fraction | None:
        """The rise of the rounded price; None from a price of nought."""
        return Fraction(self.difference, self.line.price) if self.line.price else None

    @property
    def shortfall(self) -> Pence:
        """Pence a unit below the floor."""
        return Pence(max((self.line.floor or 0) - self.price, 0))

    @property
    def cost_of_the_floor(self) -> Pence:
        """What raising the line to the floor would cost more in a year."""
        return self.line.in_a_year(self.shortfall)

    def effect_in(self, days: Period) -> Pence:
        """The effect in a number of days, as a share of the twelve months, rounded once.

        Days count from the new price on, while the line lasts.
        """
        lasting = Period(self.effective_on, self.line.period.ends_before)
        return share_of_a_year(self.difference, self.line.quantity_a_year, lasting, days)

    def back_pay(self, paid_from: date) -> Pence:
        """What is owed when invoices carry the new price from a later day on only."""
        if paid_from <= self.effective_on:
            return Pence(0)
        return self.effect_in(Period(self.effective_on, paid_from))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that stays as it is, and every reason for it."""

    line: PriceLine
    reasons: tuple[Why, ...]
    floor: Floor  # of the price that it keeps


@dataclass(frozen=True, slots=True)
class ProviderEffect:
    """What a round would do to one provider."""

    provider: str
    lines: tuple[NewPrice, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def main(self) -> NewPrice | None:
        """The line with most spend, which stands for the provider in a table."""
        return max(self.lines, key=lambda new: (new.spend_now, new.line.id), default=None)

    @property
    def spend_now(self) -> Pence:
        """In a year, of the lines that change."""
        return total(new.spend_now for new in self.lines)

    @property
    def effect(self) -> Pence:
        """In a year."""
        return total(new.effect for new in self.lines)

    @property
    def rise(self) -> Fraction | None:
        """The effect as a share of what is spent now; None where nothing is."""
        return Fraction(self.effect, self.spend_now) if self.spend_now else None

    @property
    def people(self) -> int:
        """Who are supported under the lines that change; one person may count under several."""
        return sum(new.line.people for new in self.lines)


@dataclass(frozen=True, slots=True)
class DriverEffect:
    """What one index adds in a year, before prices are rounded to whole pence."""

    driver: Driver
    effect: Pence


@dataclass(frozen=True, slots=True)
class Preview:
    """A whole round; totals are sums of the lines' whole pence, so they agree to the penny."""

    lines: tuple[NewPrice, ...]
    left_out: tuple[LeftOut, ...]
    providers: tuple[ProviderEffect, ...]
    by_driver: tuple[DriverEffect, ...]
    spend_now: Pence
    effect: Pence
    agreed: Pence  # of the effect: prices settled outside the formulas
    budget: Pence | None

    @property
    def over_budget(self) -> Pence | None:
        """How much the effect in a year is over the budget, below nought: under it."""
        return None if self.budget is None else Pence(self.effect - self.budget)

    @property
    def rounding(self) -> Pence:
        """What rounding each price to whole pence added; the drivers and this make the effect."""
        known = total(each.effect for each in self.by_driver) + self.agreed
        return Pence(self.effect - known)

    @property
    def blocked(self) -> tuple[NewPrice, ...]:
        """Lines that may not be applied: below the floor, and nobody has signed a reason."""
        return tuple(new for new in self.lines if new.floor is Floor.BELOW)

    def back_pay(self, paid_from: date) -> Pence:
        """What is owed to all providers when the new prices are paid from a later day on only."""
        return total(new.back_pay(paid_from) for new in self.lines)
