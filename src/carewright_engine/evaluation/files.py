"""Exercises as files: JSON with a list for each section, or CSV with a line for each record."""

from __future__ import annotations

import csv
import io
import json
from typing import Any, Final

from carewright_engine.evaluation.as_rows import (
    COLUMNS,
    Read,
    Records,
    UnreadableScores,
    exercise_of,
)
from carewright_engine.values.inert import ACTIVE, inert

SECTION: Final = "section"
HEADERS: Final = (
    SECTION,
    *dict.fromkeys(name for columns in COLUMNS.values() for name in columns),
)


def as_json(records: Records) -> str:
    """The sections as one JSON object."""
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def as_csv(records: Records) -> str:
    """A line for each record; cells that a spreadsheet would run are made inert."""
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADERS, restval="", lineterminator="\n")
    writer.writeheader()
    for section, found in records.items():
        for record in found:
            writer.writerow(
                {SECTION: section, **{name: inert(one) for name, one in record.items()}}
            )
    return out.getvalue()


def read_scores(content: bytes) -> Read:
    """An exercise from either kind of file; raises UnreadableScores."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableScores("The file is not UTF-8 text.") from None
    if text.lstrip().startswith("{"):
        return exercise_of(_from_json(text))
    return exercise_of(_from_csv(text))


def _from_json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as problem:
        raise UnreadableScores(f"The file is not JSON: {problem}") from None
    return found if isinstance(found, dict) else {}


def _from_csv(text: str) -> Records:
    reader = csv.DictReader(io.StringIO(text))
    if SECTION not in (reader.fieldnames or ()):
        raise UnreadableScores("The file has no column called section.")
    found: Records = {}
    for line, row in enumerate(reader, start=2):
        columns = COLUMNS.get(row[SECTION] or "")
        if columns is None or None in row:
            raise UnreadableScores(f"Line {line} is of no section that there is.")
        record = {name: _as_it_was(row.get(name) or "") for name in columns}
        found.setdefault(row[SECTION], []).append(record)
    return found


def _as_it_was(cell: str) -> str:
    """A cell without the mark that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(ACTIVE) else cell
