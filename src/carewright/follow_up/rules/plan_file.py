"""Reads an action plan from CSV: which rows are actions, and what is wrong with the others."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from carewright.follow_up.rules.deadlines import NotADeadline, read_deadline
from carewright.follow_up.rules.plan_columns import BY_KEY, matched, missing

MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 60
MOST_BYTES: Final = 2_000_000
LONGEST: Final = {"finding": 4_000, "action": 4_000, "owner": 200, "number": 40, "evidence": 2_000}


class UnreadablePlan(ValueError):
    """The file as a whole cannot be read; the text says how to mend it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one cell, and how to put it right."""

    row: int
    column: str
    what: str
    how: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One action of the plan, as it would be imported."""

    row: int
    number: str
    finding: str
    action: str
    owner: str
    due_at: datetime
    themes: tuple[str, ...]
    people_affected: int | None
    evidence_wanted: str
    assumed: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class PlanRead:
    """All that a file says: good rows, bad cells, and how its columns were taken."""

    headers: tuple[str, ...]
    columns: Mapping[str, str]
    unused: tuple[str, ...]
    rows: tuple[PlanRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    missing: tuple[str, ...] = ()  # columns without which no row can be read

    @property
    def bad_rows(self) -> int:
        """How many rows cannot be imported as they are."""
        return len({fault.row for fault in self.faults})


def decode(content: bytes) -> str:
    """The text of a CSV file as spreadsheets save it."""
    if len(content) > MOST_BYTES:
        raise UnreadablePlan("The file is larger than 2 MB. Split the plan into several files")
    if b"\0" in content or content.startswith((b"PK\x03\x04", b"%PDF")):
        raise UnreadablePlan("This is no CSV file. In the spreadsheet choose Save as, CSV (UTF-8)")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadablePlan("The file's letters cannot be read. Save it as CSV (UTF-8)")


def read_plan(text: str, chosen: Mapping[str, str] | None = None) -> PlanRead:
    """What the file says; rows are numbered as a spreadsheet numbers them."""
    lines = _lines(text)
    if not lines:
        raise UnreadablePlan("The file is empty. Give one with a heading for each column")
    headers = tuple(" ".join(cell.split()) for cell in lines[0][1])
    if len(headers) > MOST_COLUMNS:
        raise UnreadablePlan(
            f"The file has {len(headers):,} columns. Take out what is no part of the plan, to "
            f"{MOST_COLUMNS} at most"
        )
    places = matched(headers, chosen)
    columns = {key: headers[place] for key, place in places.items()}
    unused = tuple(h for p, h in enumerate(headers) if h and p not in places.values())
    if lacking := missing(places):
        return PlanRead(headers, columns, unused, missing=tuple(m.key for m in lacking))
    reader = _Reader(headers, places)
    for number, cells in lines[1:]:
        reader.read(number, cells)
    return PlanRead(headers, columns, unused, tuple(reader.rows), tuple(reader.faults))


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Rows with their numbers; empty ones are left out but counted."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    found: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
            if any(cell.strip() for cell in cells):
                found.append((number, cells))
            if len(found) > MOST_ROWS + 1:
                raise UnreadablePlan("The plan has more than 5,000 rows. Split it into several")
    except csv.Error:
        raise UnreadablePlan("The file is no CSV that can be read. Save it as CSV again") from None
    return found


@dataclass
class _Reader:
    """Reads row after row, and remembers which have been there before."""

    headers: Sequence[str]
    places: Mapping[str, int]
    rows: list[PlanRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    finding: str = ""
    number: str = ""

    def read(self, row: int, cells: Sequence[str]) -> None:
        """One row: an action, or its faults."""
        told = {key: _cell(cells, place) for key, place in self.places.items()}
        self._same_finding_as_above(told)
        before = len(self.faults)
        for key in ("finding", "action", "owner", "due"):
            if not told[key]:
                self._fault(row, key, "Nothing is written here", _HOW_TO_FILL[key])
        for key, most in LONGEST.items():
            if len(told.get(key, "")) > most:
                self._fault(row, key, f"This is longer than {most:,} letters", "Shorten it")
        due = self._due(row, told)
        people = self._people(row, told.get("people", ""))
        digest = _digest(told)
        if digest in self.seen:
            self._fault(
                row, "action", f"The same as row {self.seen[digest]}", "Take one of the two out"
            )
        if due is None or len(self.faults) > before:
            return
        self.seen[digest] = row
        moment, assumed = due
        self.rows.append(
            PlanRow(
                row, told.get("number", ""), told["finding"], told["action"], told["owner"],
                moment, themes_in(told.get("themes", "")), people, told.get("evidence", ""),
                assumed, digest,
            )
        )  # fmt: skip

    def _same_finding_as_above(self, told: dict[str, str]) -> None:
        """In printed plans a finding stands once and its actions stand beneath it."""
        if told["finding"]:
            self.finding, self.number = told["finding"], told.get("number", "")
        elif told["action"] and not told.get("number"):
            told["finding"], told["number"] = self.finding, self.number

    def _due(self, row: int, told: Mapping[str, str]) -> tuple[datetime, tuple[str, ...]] | None:
        if not told["due"]:
            return None
        try:
            read = read_deadline(told["due"], told.get("time", ""))
        except NotADeadline as refused:
            self._fault(row, "due", f"“{told['due'][:60]}” is no date", str(refused))
            return None
        return read.at, read.assumed

    def _people(self, row: int, words: str) -> int | None:
        if not words:
            return None
        plain = words.replace(",", "")
        if plain.isascii() and plain.isdecimal() and len(plain) < 8:
            return int(plain)
        self._fault(
            row, "people", f"“{words[:60]}” is no number", "Write a whole number, or leave it empty"
        )
        return None

    def _fault(self, row: int, key: str, what: str, how: str) -> None:
        place = self.places.get(key)
        column = BY_KEY[key].words if place is None else self.headers[place]
        self.faults.append(Fault(row, column, what, how))


def themes_in(words: str) -> tuple[str, ...]:
    """Themes as separate words: 'Governance; Payments' are two."""
    parts = (" ".join(part.split()) for part in words.replace("\n", ";").split(";"))
    plain = {part.casefold(): part[:1].upper() + part[1:60].lower() for part in parts if part}
    return tuple(plain.values())


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].replace("\r\n", "\n").strip() if place < len(cells) else ""


def _digest(told: Mapping[str, str]) -> str:
    """Names a row by what it says, wherever it stands."""
    parts = (f"{key}={' '.join(told[key].split()).casefold()}" for key in sorted(told))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


_HOW_TO_FILL: Final = {
    "finding": "Say what was found, or put the row beneath its finding",
    "action": "Say what will be done",
    "owner": "Name the officer or the team that answers for it",
    "due": "Write the date like 31/03/2026, 31 March 2026 or March 2026",
}
