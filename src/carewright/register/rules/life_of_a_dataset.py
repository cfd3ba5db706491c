"""The life of an imported file, from upload to its facts being used."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class DatasetState(StrEnum):
    """Where a file stands. Only an imported one is used by any figure."""

    UPLOADED = "uploaded"
    READ = "read"  # read as a trial: its counts and doubts can be looked at
    UNREADABLE = "unreadable"
    IMPORTED = "imported"
    DISCARDED = "discarded"  # never imported
    UNDONE = "undone"  # imported once, and taken back

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"read": "Ready to import", "undone": "Taken back"}.get(
            self.value, self.value.capitalize()
        )


MOVES: Final[Mapping[DatasetState, frozenset[DatasetState]]] = {
    DatasetState.UPLOADED: frozenset(
        {DatasetState.READ, DatasetState.UNREADABLE, DatasetState.DISCARDED}
    ),
    # Read again when a person says what its columns mean.
    DatasetState.READ: frozenset(
        {DatasetState.UPLOADED, DatasetState.IMPORTED, DatasetState.DISCARDED}
    ),
    DatasetState.UNREADABLE: frozenset({DatasetState.UPLOADED, DatasetState.DISCARDED}),
    DatasetState.IMPORTED: frozenset({DatasetState.UNDONE}),
    DatasetState.DISCARDED: frozenset(),
    DatasetState.UNDONE: frozenset(),
}


def may_move(start: DatasetState, end: DatasetState) -> bool:
    """Whether a file in one state may come into the other."""
    return end in MOVES[start]
