"""The life of a tracked action, from being agreed to being closed by somebody else."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class ActionState(StrEnum):
    """Where an action stands. Only a closed one is settled: done is what its owner says."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CLOSED = "closed"
    NOT_DONE = "not_done"
    SUPERSEDED = "superseded"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"done": "Done, to be checked", "not_done": "Will not be done"}.get(
            self.value, self.value.replace("_", " ").capitalize()
        )


MOVES: Final[Mapping[ActionState, frozenset[ActionState]]] = {
    ActionState.OPEN: frozenset(
        {
            ActionState.IN_PROGRESS,
            ActionState.DONE,
            ActionState.NOT_DONE,
            ActionState.SUPERSEDED,
        }
    ),
    ActionState.IN_PROGRESS: frozenset(
        {ActionState.DONE, ActionState.NOT_DONE, ActionState.SUPERSEDED}
    ),
    # Sent back when the evidence does not show it.
    ActionState.DONE: frozenset({ActionState.CLOSED, ActionState.IN_PROGRESS}),
    ActionState.CLOSED: frozenset(),
    ActionState.NOT_DONE: frozenset(),
    ActionState.SUPERSEDED: frozenset(),
}

#: Somebody still has to do something.
STILL_TO_DO: Final = frozenset({ActionState.OPEN, ActionState.IN_PROGRESS})
#: Nothing more will happen.
SETTLED: Final = frozenset(state for state, onward in MOVES.items() if not onward)


def may_move(start: ActionState, end: ActionState) -> bool:
    """Whether an action in one state may come into the other."""
    return end in MOVES[start]
