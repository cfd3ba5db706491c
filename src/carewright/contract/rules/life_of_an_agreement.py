"""The life of an agreement, from its draft to its end."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class AgreementState(StrEnum):
    """Where an agreement stands."""

    DRAFT = "draft"
    APPROVED = "approved"
    SIGNED = "signed"
    LIVE = "live"
    ENDING = "ending"  # its end is decided, and people are being moved to what follows
    ENDED = "ended"
    TERMINATED = "terminated"  # before the day that was agreed
    ABANDONED = "abandoned"  # before both sides had signed it

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


_DRAFT, _LIVE = AgreementState.DRAFT, AgreementState.LIVE
_OVER: Final = frozenset({AgreementState.ENDED, AgreementState.TERMINATED})
_ABANDONED: Final = AgreementState.ABANDONED

#: Care that began before the approval or the signature is written down as it was, with its
#: reason: a register that could not hold it would only hide it.
MOVES: Final[Mapping[AgreementState, frozenset[AgreementState]]] = {
    _DRAFT: frozenset({AgreementState.APPROVED, AgreementState.SIGNED, _LIVE, _ABANDONED}),
    AgreementState.APPROVED: frozenset({_DRAFT, AgreementState.SIGNED, _LIVE, _ABANDONED}),
    AgreementState.SIGNED: frozenset({_LIVE, AgreementState.TERMINATED}),
    _LIVE: frozenset({AgreementState.ENDING, *_OVER}),
    AgreementState.ENDING: frozenset({_LIVE, *_OVER}),
    AgreementState.ENDED: frozenset(),
    AgreementState.TERMINATED: frozenset(),
    _ABANDONED: frozenset(),
}
OVER: Final = frozenset(state for state, moves in MOVES.items() if not moves)
#: Before anybody signs, its words are still open.
OPEN_TO_CHANGE: Final = frozenset({AgreementState.DRAFT})
RUNNING: Final = frozenset({AgreementState.LIVE, AgreementState.ENDING})


#: Nothing was agreed in these, or nothing yet: no duty, no cost and no public entry follows.
NEVER_AGREED: Final = frozenset({_DRAFT, AgreementState.APPROVED, _ABANDONED})


def may_move(start: AgreementState, end: AgreementState) -> bool:
    """Whether an agreement in one state may come into the other."""
    return end in MOVES[start]
