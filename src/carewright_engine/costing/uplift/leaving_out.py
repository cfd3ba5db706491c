"""Why a price line stays out of a round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from carewright_engine.costing.price_lines import Basis, PriceLine, PriceUnit
from carewright_engine.costing.uplift.rule import UpliftRule


class Why(StrEnum):
    """The reasons, in the order in which they are asked."""

    ENDED = "ended"
    STARTS_LATER = "starts_later"
    FIXED = "fixed"
    NATIONAL = "national"
    NEGOTIATED = "negotiated"
    ABOVE_LIMIT = "above_limit"
    NO_FORMULA = "no_formula"

    @property
    def words(self) -> str:
        """As a page says it."""
        return WORDS[self]


WORDS: Final = {
    Why.ENDED: "Ends before the new prices begin",
    Why.STARTS_LATER: "Begins with or after the new prices",
    Why.FIXED: "Fixed by contract",
    Why.NATIONAL: "Set by national agreement",
    Why.NEGOTIATED: "Price agreed too recently",
    Why.ABOVE_LIMIT: "Above the weekly limit: looked at one by one",
    Why.NO_FORMULA: "No formula covers it",
}
#: A price agreed for the line itself answers these; it does not wake an ended line, and does not
#: change what a contract fixes.
ANSWERED_BY_AGREEMENT: Final = frozenset(
    {Why.NATIONAL, Why.NEGOTIATED, Why.ABOVE_LIMIT, Why.NO_FORMULA}
)


@dataclass(frozen=True, slots=True)
class Gate:
    """One reason, and when it holds for a line under a rule that takes effect on a day."""

    why: Why
    holds: Callable[[PriceLine, UpliftRule, date], bool]


def reasons(line: PriceLine, rule: UpliftRule, effective_on: date) -> tuple[Why, ...]:
    """Every reason that keeps the line out; none: it is in."""
    found = tuple(gate.why for gate in _GATES if gate.holds(line, rule, effective_on))
    if found and line.id in rule.agreed:
        return tuple(why for why in found if why not in ANSWERED_BY_AGREEMENT)
    return found


def _negotiated(line: PriceLine, rule: UpliftRule, effective_on: date) -> bool:
    before = rule.negotiated_before
    return before is not None and line.negotiated_on is not None and line.negotiated_on >= before


def _above_limit(line: PriceLine, rule: UpliftRule, effective_on: date) -> bool:
    if rule.weekly_limit is None:
        return False
    week = line.price if line.unit is PriceUnit.WEEK else line.weekly_cost
    return week is not None and week > rule.weekly_limit


_GATES: Final = (
    Gate(Why.ENDED, lambda line, rule, on: line.period.has_ended(on)),
    Gate(Why.STARTS_LATER, lambda line, rule, on: line.period.starts_on >= on),
    Gate(Why.FIXED, lambda line, rule, on: line.basis is Basis.FIXED),
    Gate(Why.NATIONAL, lambda line, rule, on: line.basis is Basis.NATIONAL),
    Gate(Why.NEGOTIATED, _negotiated),
    Gate(Why.ABOVE_LIMIT, _above_limit),
    Gate(Why.NO_FORMULA, lambda line, rule, on: line.formula not in rule.formulas),
)
