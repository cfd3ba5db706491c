"""The life of a paper, from its first draft to the decision that it asked for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from carewright.decide.api import RequestState


class PaperState(StrEnum):
    """Where a paper stands. From being sent on, it follows the approval that it asked for."""

    DRAFT = "draft"
    SENT = "sent"
    DECIDED = "decided"
    RETURNED = "returned"  # for more work; it can be changed and sent again
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"sent": "Sent for approval", "returned": "Returned for more work"}.get(
            self.value, self.value.capitalize()
        )


MOVES: Final[Mapping[PaperState, frozenset[PaperState]]] = {
    PaperState.DRAFT: frozenset({PaperState.SENT, PaperState.WITHDRAWN}),
    PaperState.SENT: frozenset({PaperState.DECIDED, PaperState.RETURNED, PaperState.WITHDRAWN}),
    PaperState.DECIDED: frozenset(),
    PaperState.RETURNED: frozenset({PaperState.SENT, PaperState.WITHDRAWN}),
    PaperState.WITHDRAWN: frozenset(),
}
#: In these states its authors still work on it.
OPEN_TO_CHANGE: Final = frozenset({PaperState.DRAFT, PaperState.RETURNED})


def may_move(start: PaperState, end: PaperState) -> bool:
    """Whether a paper in one state may come into the other."""
    return end in MOVES[start]


def followed(kept: PaperState, approval: RequestState | None) -> PaperState:
    """Where a paper stands that was sent on: wherever its approval does."""
    if kept is not PaperState.SENT or approval is None:
        return kept
    return {
        RequestState.REQUESTED: PaperState.SENT,
        RequestState.APPROVED: PaperState.DECIDED,
        RequestState.DECLINED: PaperState.DECIDED,
        RequestState.RETURNED: PaperState.RETURNED,
        RequestState.WITHDRAWN: PaperState.RETURNED,
        RequestState.SET_ASIDE: PaperState.RETURNED,
    }[approval]
