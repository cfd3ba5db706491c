"""Lists as comma-separated text."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import IO

from carewright.ui.exports.sheets import Sheet, Typed


def write_csv(sheet: Sheet, file: IO[bytes]) -> None:
    """UTF-8 with a mark that tells spreadsheets so. Every text is quoted, so that no separator
    of another country can cut it in two and set the second half free."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(sheet.headings)
    writer.writerows([_csv_cell(value) for value in row] for row in sheet.rows)
    text.flush()
    text.detach()


def _csv_cell(value: Typed) -> object:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    # 1E+3 would be read as text by some.
    return Decimal(f"{value:f}") if isinstance(value, Decimal) else value
