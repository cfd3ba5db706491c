"""The life of a round of uplifts, from its proposal until its prices are paid."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class RoundState(StrEnum):
    """Where a round stands."""

    PROPOSED = "proposed"
    PREVIEWED = "previewed"  # worked out, and frozen as it was worked out
    CHECKED = "checked"  # a second person came to the same prices
    APPROVED = "approved"
    APPLIED = "applied"
    REVERSED = "reversed"
    PAID = "paid"  # invoices were paid at the new prices, so nothing is taken back any more
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"paid": "Paid and closed"}.get(self.value, self.value.capitalize())


_PROPOSED, _WITHDRAWN = RoundState.PROPOSED, RoundState.WITHDRAWN

#: Whatever changes a price sends the round back to its proposal, and through every pair of eyes
#: again.
MOVES: Final[Mapping[RoundState, frozenset[RoundState]]] = {
    _PROPOSED: frozenset({RoundState.PREVIEWED, _WITHDRAWN}),
    RoundState.PREVIEWED: frozenset({_PROPOSED, RoundState.CHECKED, _WITHDRAWN}),
    RoundState.CHECKED: frozenset({_PROPOSED, RoundState.APPROVED, _WITHDRAWN}),
    RoundState.APPROVED: frozenset({_PROPOSED, RoundState.APPLIED, _WITHDRAWN}),
    RoundState.APPLIED: frozenset({RoundState.REVERSED, RoundState.PAID}),
    RoundState.REVERSED: frozenset(),
    RoundState.PAID: frozenset(),
    _WITHDRAWN: frozenset(),
}
#: Before anybody has read it a second time.
OPEN_TO_CHANGE: Final = frozenset({_PROPOSED, RoundState.PREVIEWED})
#: A second person has read it, so the database asks who that was.
READ_TWICE: Final = frozenset(
    {
        RoundState.CHECKED,
        RoundState.APPROVED,
        RoundState.APPLIED,
        RoundState.REVERSED,
        RoundState.PAID,
    }
)
APPROVED_ONCE: Final = READ_TWICE - {RoundState.CHECKED}
IN_FORCE: Final = frozenset({RoundState.APPLIED, RoundState.PAID})


def may_move(start: RoundState, end: RoundState) -> bool:
    """Whether a round in one state may come into the other."""
    return end in MOVES[start]
