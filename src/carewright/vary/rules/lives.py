"""The lives of a variation, of an exit and of an exemption."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final


class VariationState(StrEnum):
    """Where a variation stands."""

    DRAFT = "draft"
    APPROVED = "approved"
    SIGNED = "signed"
    APPLIED = "applied"  # the agreement's own terms say so now
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set_aside"  # both sides had signed it, and it cannot or shall not be carried out

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"signed": "Signed by both sides", "set_aside": "Set aside"}.get(
            self.value, self.value.capitalize()
        )


class ExitState(StrEnum):
    """Where the end of an agreement stands."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"  # by a second person; the agreement's end is certain
    ENDED = "ended"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"planned": "To be confirmed", "confirmed": "Exit under way"}.get(
            self.value, self.value.capitalize()
        )


class ExemptionState(StrEnum):
    """Where an exemption stands; that it has lapsed, its last day says."""

    DRAFT = "draft"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


class ExemptionStanding(StrEnum):
    """Where an exemption stands on a day: one that was granted lapses."""

    DRAFT = "draft"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


_V, _E, _X = VariationState, ExitState, ExemptionState
#: Until both sides have signed, two persons may take an approved variation back to a draft; what
#: both have signed and cannot be carried out, two persons set aside.
VARIATION_MOVES: Final[Mapping[VariationState, frozenset[VariationState]]] = {
    _V.DRAFT: frozenset({_V.APPROVED, _V.WITHDRAWN}),
    _V.APPROVED: frozenset({_V.DRAFT, _V.SIGNED}),
    _V.SIGNED: frozenset({_V.APPLIED, _V.SET_ASIDE}),
    _V.SET_ASIDE: frozenset(),
    _V.APPLIED: frozenset(),
    _V.WITHDRAWN: frozenset(),
}
EXIT_MOVES: Final[Mapping[ExitState, frozenset[ExitState]]] = {
    _E.PLANNED: frozenset({_E.CONFIRMED, _E.WITHDRAWN}),
    _E.CONFIRMED: frozenset({_E.ENDED, _E.WITHDRAWN}),
    _E.ENDED: frozenset(),
    _E.WITHDRAWN: frozenset(),
}
EXEMPTION_MOVES: Final[Mapping[ExemptionState, frozenset[ExemptionState]]] = {
    _X.DRAFT: frozenset({_X.GRANTED, _X.WITHDRAWN}),
    _X.GRANTED: frozenset(),
    _X.WITHDRAWN: frozenset(),
}
#: What counts into the sums of later variations, as do drafts whose approval is asked for.
STANDS: Final = frozenset({_V.APPROVED, _V.SIGNED, _V.APPLIED})


def may_move(moves: Mapping[Any, frozenset[Any]], start: StrEnum, end: StrEnum) -> bool:
    """Whether something in one state may come into the other."""
    return end in moves[start]
