"""The life of a request for approval, and of each of its steps."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class RequestState(StrEnum):
    """Where a request stands."""

    REQUESTED = "requested"
    RETURNED = "returned"  # with questions, to whoever asked
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set_aside"  # by whoever approved it, when members had sent it back to them

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"requested": "Waiting for a decision", "returned": "Sent back with questions"}.get(
            self.value, self.value.replace("_", " ").capitalize()
        )


REQUEST_MOVES: Final[Mapping[RequestState, frozenset[RequestState]]] = {
    RequestState.REQUESTED: frozenset(
        {
            RequestState.RETURNED,
            RequestState.APPROVED,
            RequestState.DECLINED,
            RequestState.WITHDRAWN,
        }
    ),
    RequestState.RETURNED: frozenset({RequestState.REQUESTED, RequestState.WITHDRAWN}),
    RequestState.APPROVED: frozenset({RequestState.SET_ASIDE}),
    RequestState.DECLINED: frozenset(),
    RequestState.WITHDRAWN: frozenset(),
    RequestState.SET_ASIDE: frozenset(),
}


class StepState(StrEnum):
    """Where one step stands."""

    WAITING = "waiting"  # its turn has not come
    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"
    NOT_NEEDED = "not_needed"  # the request ended before its turn

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"waiting": "Its turn comes later", "open": "Waiting for a decision"}.get(
            self.value, self.value.replace("_", " ").capitalize()
        )


STEP_MOVES: Final[Mapping[StepState, frozenset[StepState]]] = {
    StepState.WAITING: frozenset({StepState.OPEN, StepState.NOT_NEEDED}),
    StepState.OPEN: frozenset({StepState.APPROVED, StepState.DECLINED, StepState.NOT_NEEDED}),
    StepState.APPROVED: frozenset(),
    StepState.DECLINED: frozenset(),
    StepState.NOT_NEEDED: frozenset(),
}


class Outcome(StrEnum):
    """What somebody says at a step."""

    APPROVE = "approve"
    DECLINE = "decline"
    RETURN = "return"

    @property
    def label(self) -> str:
        """As a button says it."""
        return {"return": "Send back with questions"}.get(self.value, self.value.capitalize())

    @property
    def said(self) -> str:
        """As every page says it once it has been said."""
        return {
            "approve": "Approved", "decline": "Declined", "return": "Sent back with questions",
        }[self.value]  # fmt: skip


#: Nobody has to say anything more, and the same may be asked for anew.
ENDED: Final = frozenset(RequestState) - {RequestState.REQUESTED, RequestState.RETURNED}


def may_move(start: RequestState, end: RequestState) -> bool:
    """Whether a request in one state may come into the other."""
    return end in REQUEST_MOVES[start]


def may_step(start: StepState, end: StepState) -> bool:
    """Whether a step in one state may come into the other."""
    return end in STEP_MOVES[start]
