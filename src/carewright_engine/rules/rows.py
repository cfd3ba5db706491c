"""What every row of reference data has: a name, words, its days, its source, and who checked it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypedDict

from carewright_engine.rules.cells import Cells


class Checked(StrEnum):
    """How far a row was checked against its source, and by nobody unless it says yes."""

    YES = "yes"  # a person has read it there
    NO = "no"
    FROM_MEMORY = "from_memory"  # not even found in a source yet

    @property
    def label(self) -> str:
        """As a page says it."""
        return {"yes": "yes", "no": "no", "from_memory": "no, from memory"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that holds from a day on."""

    id: str
    words: str
    starts_on: date
    ends_before: date | None  # first day it no longer holds; None while it does
    source: str
    checked: Checked

    @property
    def verified(self) -> bool:
        """Whether a person has read it in its source."""
        return self.checked is Checked.YES


class Shared(TypedDict):
    """The cells that every row has, read."""

    id: str
    words: str
    starts_on: date
    ends_before: date | None
    source: str
    checked: Checked


def shared(cells: Cells) -> Shared:
    """The cells that every row has."""
    starts_on, ends_before = cells.period()
    return {
        "id": cells.identity("id"),
        "words": cells.words("words"),
        "starts_on": starts_on,
        "ends_before": ends_before,
        "source": cells.words("source"),
        "checked": cells.one_of("verified", Checked),
    }
