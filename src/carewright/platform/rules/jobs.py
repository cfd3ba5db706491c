"""The life of a piece of background work, from being asked for to its end."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class JobState(StrEnum):
    """Where a piece of background work stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


MOVES: Final[Mapping[JobState, frozenset[JobState]]] = {
    JobState.WAITING: frozenset({JobState.RUNNING, JobState.FAILED, JobState.CANCELLED}),
    # Back to waiting when the process that ran it died and another takes it up.
    JobState.RUNNING: frozenset(
        {JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.WAITING}
    ),
    JobState.DONE: frozenset(),
    JobState.FAILED: frozenset(),
    JobState.CANCELLED: frozenset(),
}

ENDED: Final = frozenset(state for state, onward in MOVES.items() if not onward)
UNDER_WAY: Final = frozenset(JobState) - ENDED


def may_move(start: JobState, end: JobState) -> bool:
    """Whether work in one state may come into the other."""
    return end in MOVES[start]
