"""The life of an import: of the whole file, and of each of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Reading(StrEnum):
    """How a row was read: this never changes, and each row of a file is one of the three."""

    KEPT = "kept"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"  # it is no contract: headings again, a sum, nothing named

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


class RowState(StrEnum):
    """Where a row stands."""

    ASKED = "asked"  # a person has to look at it
    READY = "ready"
    PLACED = "placed"  # an agreement was made of it
    PUT_ASIDE = "put_aside"  # kept with its words and a reason

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"asked": "To be looked at", "ready": "Ready"}.get(
            self.value, self.value.replace("_", " ").capitalize()
        )


class BatchState(StrEnum):
    """Where an import stands."""

    OPEN = "open"
    UNDONE = "undone"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"open": "In hand", "undone": "Taken back"}[self.value]


ROW_MOVES: Final[Mapping[RowState, frozenset[RowState]]] = {
    RowState.ASKED: frozenset({RowState.READY, RowState.PUT_ASIDE}),
    RowState.READY: frozenset({RowState.PLACED, RowState.PUT_ASIDE}),
    RowState.PUT_ASIDE: frozenset({RowState.READY}),
    RowState.PLACED: frozenset({RowState.READY}),  # when the import is taken back
}
BATCH_MOVES: Final[Mapping[BatchState, frozenset[BatchState]]] = {
    BatchState.OPEN: frozenset({BatchState.UNDONE}),
    BatchState.UNDONE: frozenset(),
}
