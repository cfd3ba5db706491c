"""Why a table has no value somewhere: the file has no such column, the cell is blank, or worse.

A contract register that has no column for notice periods does not say that a contract lacks
one. Absence of the question, a blank answer and a wrong answer are three facts, and a council
that is told the first as if it were the third stops believing the report.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final


class Absence(StrEnum):
    """The ways in which a value can be missing."""

    NOT_IN_FILE = "not_in_file"
    BLANK = "blank"  # the file has the column, and the row says nothing there
    NOT_KNOWN = "not_known"  # the file says so: TBC, N/A, a dash
    SEVERAL = "several"  # the file says that there is more than one: Various
    NO_END = "no_end"  # rolling, ongoing
    OTHER = "other"  # words that are told apart nowhere here: a type "Services"
    UNREAD = "unread"  # something stands there that cannot be what the column holds

    @property
    def words(self) -> str:
        """As a person reads it."""
        return IN_WORDS[self]


IN_WORDS: Final[Mapping[Absence, str]] = {
    Absence.NOT_IN_FILE: "not in the file",
    Absence.BLANK: "not said in the file",
    Absence.NOT_KNOWN: "the file says that it is not known",
    Absence.SEVERAL: "the file says only that there are several",
    Absence.NO_END: "no end is set",
    Absence.OTHER: "the file has its own words for it",
    Absence.UNREAD: "could not be read",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """Why a value is missing, and the words that stand in its place."""

    absence: Absence
    found: str = ""

    @property
    def words(self) -> str:
        """'could not be read: 31/02/2024'; 'not in the file'."""
        return f"{self.absence.words}: {self.found}" if self.found else self.absence.words


def written(gaps: Mapping[str, Gap]) -> str:
    """Gaps by field as one text that a table can hold."""
    return f"{{{', '.join(_written(field, gaps[field]) for field in sorted(gaps))}}}"


def _written(field: str, gap: Gap) -> str:
    if not gap.found:
        return _without_words(field, gap.absence)
    told = json.dumps([gap.absence.value, gap.found], ensure_ascii=False)
    return f"{json.dumps(field)}: {told}"


@cache
def _without_words(field: str, absence: Absence) -> str:
    """Most gaps of a long file are the same few, row after row."""
    return f"{json.dumps(field)}: {json.dumps([absence.value, ''])}"


def read_gaps(text: str) -> dict[str, Gap]:
    """What `written` wrote."""
    return {name: Gap(Absence(why), found) for name, (why, found) in json.loads(text).items()}
