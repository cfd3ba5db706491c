"""A round of uplifts: from when on, by which formulas, what stays out, and its budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from carewright_engine.costing.uplift.formula import Formula
from carewright_engine.values.money import Pence
from carewright_engine.values.months import months_later


@dataclass(frozen=True, slots=True)
class AgreedPrice:
    """A price that somebody settled outside the formulas: a national minute, a person with reasons.

    It takes the place of the formula for its line.
    """

    price: Pence
    source: str  # "Minute of variation to the national contract, 2027", or the officer's reason


@dataclass(frozen=True, slots=True)
class UpliftRule:
    """All that a preview is worked out from, besides the lines."""

    effective_on: date
    formulas: Mapping[str, Formula]
    agreed: Mapping[str, AgreedPrice] = field(default_factory=dict)  # by the line's id
    explained: Mapping[str, str] = field(default_factory=dict)  # why a line stays below the floor
    months_since_negotiated: int | None = 3  # lines agreed later than so long before stay out
    weekly_limit: Pence | None = None  # dearer packages are looked at one by one
    budget: Pence | None = None  # for the effect in a year

    @property
    def negotiated_before(self) -> date | None:
        """Lines agreed on this day or later stay out; None when that does not matter."""
        if self.months_since_negotiated is None:
            return None
        return months_later(self.effective_on, -self.months_since_negotiated)
