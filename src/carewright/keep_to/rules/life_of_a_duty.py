"""The states of something that is owed, and the moves between them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

from carewright_engine.rules.obligation_rules import Sense


class DutyState(StrEnum):
    """Where something that is owed stands; the code is kept for ever."""

    DUE = "due"
    EARLIER = "earlier"  # its day had passed before the agreement was written down here
    DONE = "done"
    NOT_NEEDED = "not_needed"
    REPLACED = "replaced"  # the facts or the law have changed, and nothing asks for it any more

    @property
    def label(self) -> str:
        """As a screen says it."""
        said = {"due": "To do", "earlier": "Before this register", "replaced": "No longer asked"}
        return said.get(self.value, self.value.replace("_", " ").capitalize())


#: Nobody has said anything of these, so they follow the facts.
OPEN: Final = frozenset({DutyState.DUE, DutyState.EARLIER})
#: Somebody has answered for these; no recomputing touches them.
SETTLED: Final = frozenset({DutyState.DONE, DutyState.NOT_NEEDED})
MOVES: Final[Mapping[DutyState, frozenset[DutyState]]] = {
    DutyState.DUE: frozenset({DutyState.EARLIER, DutyState.REPLACED, *SETTLED}),
    DutyState.EARLIER: frozenset({DutyState.DUE, DutyState.REPLACED, *SETTLED}),
    DutyState.DONE: frozenset(OPEN),  # taken back, as when it was ticked by mistake
    DutyState.NOT_NEEDED: frozenset(OPEN),
    DutyState.REPLACED: frozenset(OPEN),  # the facts ask for it again
}


#: Why nothing can be said of what stands so, and what mends it.
CLOSED: Final[Mapping[DutyState, str]] = {
    DutyState.DONE: "It is done already. Say first that it is to be done after all",
    DutyState.NOT_NEEDED: "It is not needed, as somebody said. Say first that it is to be done",
    DutyState.REPLACED: "Nothing in the facts or the law asks for it any more",
}


def is_late(due_at: datetime | None, sense: Sense, at: datetime) -> bool:
    """Its last moment has passed; what must not be done before a day is a wait and never late."""
    return due_at is not None and sense is not Sense.NOT_BEFORE and due_at <= at


class ChangeKind(StrEnum):
    """What happened to something that is owed."""

    MOVED = "moved"
    REWORDED = "reworded"
    REPLACED = "replaced"
    RETURNED = "returned"
    HANDED_ON = "handed_on"
    DONE = "done"
    NOT_NEEDED = "not_needed"
    TAKEN_BACK = "taken_back"

    @property
    def label(self) -> str:
        """As a screen says it."""
        said = {
            "moved": "Its day moved", "replaced": "No longer asked", "returned": "Asked again",
            "reworded": "The rule reads otherwise",
        }  # fmt: skip
        return said.get(self.value, self.value.replace("_", " ").capitalize())
