"""Prices and sums that nothing bought can come to, and how to mend them."""

from __future__ import annotations

from typing import Final

from carewright.platform.api import Blocker
from carewright.ui.formats import pounds
from carewright.uplift.rules.working_out import WorkedOut
from carewright_engine.costing.uplift import NewPrice
from carewright_engine.values.money import MOST_A_UNIT

MOST_NAMED: Final = 5
#: Ninety billion pounds in a year: more than any council spends, less than a database counts to.
MOST_A_YEAR: Final = 9_000_000_000_000


def blockers_to_keep(done: WorkedOut) -> list[Blocker]:
    """Lines whose new price or whose cost in a year is more than can be, the first few by name."""
    found = [new for new in done.preview.lines if _is_too_much(new)]
    return [Blocker("", _says(new, done)) for new in found[:MOST_NAMED]]


def _is_too_much(new: NewPrice) -> bool:
    sums = (new.effect, new.spend_now, new.cost_of_the_floor)
    return new.price > MOST_A_UNIT or any(abs(each) > MOST_A_YEAR for each in sums)


def _says(new: NewPrice, done: WorkedOut) -> str:
    read = done.read[new.line.id]
    change = f"from {pounds(new.line.price)} to {pounds(new.price)}"
    if new.price > MOST_A_UNIT:
        why = f"one unit may cost {pounds(MOST_A_UNIT, whole=True)} at most. Agree a lower price"
    else:
        why = (
            "with so low a price its agreement’s value buys more in a year than can be. Put right "
            "the price that stands, or the value of the agreement"
        )
    return f"{read.agreement}, {read.priced.label}, {change}: {why}"
