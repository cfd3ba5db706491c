"""The register's file summed by hand, with nothing of ours: a second opinion on every figure."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

Row = dict[str, str]
PLACEHOLDERS = (0.1, 0.01)


def rows_of(path: Path) -> list[Row]:
    """The rows as the file has them, those that the register counts as running."""
    packed = gzip.decompress(path.read_bytes())
    try:
        text = packed.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = packed.decode("cp1252")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return [row for row in rows if row["ServiceStatus"] in ("Active", "Proposing to Cancel", "")]


def kind_of(row: Row) -> str:
    """CareService, with the subtype for support services and care homes."""
    with_subtype = row["CareService"] in ("Care Home Service", "Support Service")
    return f"{row['CareService']}: {row['Subtype']}" if with_subtype else row["CareService"]


def number(row: Row, column: str) -> float | None:
    """What stands in a cell, if it is a number."""
    try:
        return float(row[column])
    except (KeyError, ValueError):
        return None


def known_sum(rows: list[Row], column: str) -> float | None:
    """The sum of what is stated, None when nothing is."""
    stated = [value for row in rows if (value := number(row, column)) is not None]
    return sum(stated) if stated else None


def staff_once(rows: list[Row]) -> float:
    """Staff of all rows, a combined pair by the larger of its two numbers."""
    by_number = {row["CSNumber"]: row for row in rows}
    total = 0.0
    for row in rows:
        staff = number(row, "NumberStaff")
        if staff is None or staff in PLACEHOLDERS:
            continue
        other = by_number.get(row["CaseNumber_Combined"])
        if other is None or other["CaseNumber_Combined"] != row["CSNumber"]:
            total += staff
            continue
        theirs = number(other, "NumberStaff")
        if theirs is None or theirs in PLACEHOLDERS or staff > theirs:
            total += staff
        elif staff == theirs:
            total += staff / 2
    return total


def hhi_of(rows: list[Row], size: Callable[[Row], float]) -> float:
    """Sum of squared percentage shares by the provider's number."""
    held: Counter[str] = Counter()
    for row in rows:
        held[row["SP_number"]] += size(row)  # type: ignore[assignment]
    whole = sum(held.values())
    return sum((100 * part / whole) ** 2 for part in held.values())
