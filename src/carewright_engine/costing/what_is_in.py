"""What a unit cost holds and what it leaves out, and whether two of them may be compared.

An hour of a council's own home care that carries the rent of the town hall is not dearer than a
bought hour that does not: it is another thing. Where what is in differs, the comparison is refused
and says why; where nobody stated it, the comparison is qualified.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from carewright_engine.values.money import Pence


class Element(StrEnum):
    """Something that is in one unit cost and out of another."""

    OVERHEADS = "overheads"
    PENSIONS = "pensions"
    CAPITAL = "capital"
    OWN_PAYMENTS = "own_payments"
    FULL_COST_PAYERS = "full_cost_payers"
    HOUSING_SUPPORT = "housing_support"
    EDUCATION = "education"
    NHS_TRANSFERS = "nhs_transfers"

    @property
    def words(self) -> str:
        """As a sentence names it."""
        return WORDS[self]


WORDS: Final = {
    Element.OVERHEADS: "overheads",
    Element.PENSIONS: "pensions",
    Element.CAPITAL: "capital charges",
    Element.OWN_PAYMENTS: "what people pay themselves",
    Element.FULL_COST_PAYERS: "people who pay the whole cost",
    Element.HOUSING_SUPPORT: "housing support",
    Element.EDUCATION: "education placements",
    Element.NHS_TRANSFERS: "money transferred from the NHS",
}
#: Which of these words are one thing, so that a sentence says "is" and not "are".
_ONE_THING: Final = (Element.OWN_PAYMENTS, Element.HOUSING_SUPPORT, Element.NHS_TRANSFERS)


class Held(StrEnum):
    """Whether an element is in a figure."""

    IN = "in"
    OUT = "out"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class UnitCost:
    """What one unit of a service costs, in pence, with what that figure holds."""

    words: str  # "the council's own", "bought", "Elmshire 2024/25"
    service: str
    unit: str  # hour, week, meal, ...
    starts_on: date  # first day of the year
    pence: Pence
    source: str
    holds: Mapping[Element, Held] = field(default_factory=dict)  # absent: not stated

    def held(self, element: Element) -> Held:
        """Whether the element is in it."""
        return self.holds.get(element, Held.NOT_STATED)


class Verdict(StrEnum):
    """Whether the difference between two figures means anything."""

    COMPARABLE = "comparable"
    QUALIFIED = "qualified"
    NOT_COMPARABLE = "not_comparable"

    @property
    def words(self) -> str:
        """As a page says it."""
        return {"comparable": "Comparable", "qualified": "Comparable with care"}.get(
            self.value, "Not comparable"
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two unit costs beside each other; no difference is given where it would mean nothing."""

    one: UnitCost
    other: UnitCost
    refusals: tuple[str, ...]
    cautions: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """Refused for one reason at least, qualified for one at least, or neither."""
        if self.refusals:
            return Verdict.NOT_COMPARABLE
        return Verdict.QUALIFIED if self.cautions else Verdict.COMPARABLE

    @property
    def difference(self) -> Pence | None:
        """Pence by which the first is dearer; None where the two may not be compared."""
        return None if self.refusals else Pence(self.one.pence - self.other.pence)


def compared(one: UnitCost, other: UnitCost) -> Comparison:
    """Every reason for which the two are not the same thing, and all that is not stated."""
    refusals = [*_not_the_same_thing(one, other)]
    cautions: list[str] = []
    for element in Element:
        held = (one.held(element), other.held(element))
        if held[0] is not held[1] and Held.NOT_STATED not in held:
            within, without = (one, other) if held[0] is Held.IN else (other, one)
            refusals.append(_in_one(element, within, without))
        elif Held.NOT_STATED in held:
            cautions.append(_not_stated(element, one, other))
    if one.starts_on.year != other.starts_on.year:
        years = sorted((one.starts_on.year, other.starts_on.year))
        cautions.append(f"prices of {years[0]} beside prices of {years[1]}")
    return Comparison(one, other, tuple(refusals), tuple(cautions))


def _not_the_same_thing(one: UnitCost, other: UnitCost) -> list[str]:
    found = []
    if one.service != other.service:
        found.append(f"not comparable: one is {one.service}, the other {other.service}")
    if one.unit != other.unit:
        found.append(f"not comparable: one counts a {one.unit}, the other a {other.unit}")
    return found


def _in_one(element: Element, within: UnitCost, without: UnitCost) -> str:
    verb = "is" if element in _ONE_THING else "are"
    return (
        f"not comparable: {element.words} {verb} in one and not in the other "
        f"(in: {within.words}; out: {without.words})"
    )


def _not_stated(element: Element, one: UnitCost, other: UnitCost) -> str:
    silent = [each.words for each in (one, other) if each.held(element) is Held.NOT_STATED]
    return f"{element.words}: not stated for {' or '.join(silent)}"
