"""The life of a sourcing decision, from its first draft to what takes its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from carewright.decide.api import RequestState


class DecisionState(StrEnum):
    """What is kept of a decision; whether its approval is asked for, the approval says."""

    DRAFT = "draft"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"  # by a later version, which was approved too
    SET_ASIDE = "set_aside"  # by two persons: nothing is done on it any more

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"set_aside": "Set aside", "replaced": "Replaced by a later version"}.get(
            self.value, self.value.capitalize()
        )


_DRAFT, _DECIDED = DecisionState.DRAFT, DecisionState.DECIDED
MOVES: Final[Mapping[DecisionState, frozenset[DecisionState]]] = {
    _DRAFT: frozenset({_DECIDED, DecisionState.WITHDRAWN}),
    _DECIDED: frozenset({DecisionState.REPLACED, DecisionState.SET_ASIDE}),
    DecisionState.WITHDRAWN: frozenset(),
    DecisionState.REPLACED: frozenset(),
    DecisionState.SET_ASIDE: frozenset(),
}


class Standing(StrEnum):
    """Where a decision stands on a day, as lists say it."""

    DRAFT = "draft"
    ASKED = "asked"
    RETURNED = "returned"
    DECLINED = "declined"
    APPROVED = "approved"
    DECIDED = "decided"
    LOOK_AGAIN = "look_again"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    SET_ASIDE = "set_aside"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return _LABELS[self]


_LABELS: Final = {
    Standing.DRAFT: "In work",
    Standing.ASKED: "Approval asked for",
    Standing.RETURNED: "Returned for more work",
    Standing.DECLINED: "Declined",
    Standing.APPROVED: "Approved, to be put into force",
    Standing.DECIDED: "Decided",
    Standing.LOOK_AGAIN: "Look again now",
    Standing.WITHDRAWN: "Withdrawn",
    Standing.REPLACED: "Replaced",
    Standing.SET_ASIDE: "Set aside",
}
#: Whoever decides has to find the words that they were asked about.
_CLOSED: Final = frozenset({RequestState.REQUESTED, RequestState.APPROVED})
_OF_A_DRAFT: Final = {
    RequestState.REQUESTED: Standing.ASKED,
    RequestState.RETURNED: Standing.RETURNED,
    RequestState.DECLINED: Standing.DECLINED,
    RequestState.APPROVED: Standing.APPROVED,
}


def may_move(start: DecisionState, end: DecisionState) -> bool:
    """Whether a decision in one state may come into the other."""
    return end in MOVES[start]


def standing_of(
    state: DecisionState, asked: RequestState | None, look_again_on: date | None, on: date
) -> Standing:
    """Where it stands; a decision whose approval members sent away is set aside with it."""
    if state is DecisionState.DRAFT:
        return _OF_A_DRAFT.get(asked, Standing.DRAFT) if asked else Standing.DRAFT
    if state is DecisionState.DECIDED and asked is RequestState.SET_ASIDE:
        return Standing.SET_ASIDE
    if state is DecisionState.DECIDED and look_again_on is not None and on >= look_again_on:
        return Standing.LOOK_AGAIN
    return Standing(state.value)


def is_open(state: DecisionState, asked: RequestState | None) -> bool:
    """Whether its words may be changed."""
    return state is DecisionState.DRAFT and asked not in _CLOSED
