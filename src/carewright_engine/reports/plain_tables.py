"""Tables as rows that a file of any form can hold, and how they are written."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from carewright_engine.values.inert import inert

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A name, column names with their units, and rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_of(table: PlainTable) -> bytes:
    """The table as CSV; no text in it runs in a spreadsheet."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([safe(value) for value in row] for row in table.rows)
    return text.getvalue().encode()


def safe(value: Cell) -> Cell:
    """A value that no spreadsheet takes for a formula; numbers stay numbers."""
    return inert(value) if isinstance(value, str) else value


def write(path: Path, content: bytes) -> None:
    """Writes a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
