"""Runs alone, in a process with bounded memory: writes a workbook's fullest sheet as CSV.

Called as a script with: workbook, place for the rows, most memory, most bytes of rows. It says
in one word on standard output why it failed.
"""

from __future__ import annotations

import csv
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TextIO

import python_calamine


def main(workbook: str, rows: str, memory: str, most: str) -> int:
    """Bound this process, then write the fullest sheet."""
    bound(int(memory))
    try:
        with Path(rows).open("w", encoding="utf-8", newline="") as out:
            return write_fullest(workbook, out, int(most))
    except python_calamine.PasswordError:
        return failed("password")
    except MemoryError:
        return failed("big")
    except (python_calamine.CalamineError, OSError, ValueError):
        return failed("damaged")
    except BaseException as panic:
        if type(panic).__name__ == "PanicException":  # the reader's own, no ordinary exception
            return failed("damaged")
        raise


def bound(memory: int) -> None:
    """Let the system refuse memory beyond the limit, where it knows how."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def failed(why: str) -> int:
    """Say why in one word."""
    sys.stdout.write(why)
    return 3


def write_fullest(workbook: str, out: TextIO, most: int) -> int:
    """Notes and covers are small; the sheet with most cells is the table."""
    book = python_calamine.CalamineWorkbook.from_path(workbook)
    best, cells = None, 0
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.height * sheet.width > cells:
            best, cells = sheet, sheet.height * sheet.width
        del sheet
    if best is None or best.start is None:
        return 0
    above, left = best.start
    if above > 1000:
        return failed("big")
    out.write("\n" * above)
    writer = csv.writer(out, lineterminator="\n")
    written = 0
    for row in best.iter_rows():
        line = [""] * left + [text_of(cell) for cell in row]
        written += sum(map(len, line)) + len(line)
        if written > most:
            return failed("big")
        writer.writerow(line)
    return 0


def text_of(cell: object) -> str:
    """A cell as a person reads it: whole numbers without point, dates as ISO."""
    if isinstance(cell, str):
        return cell.replace("\x00", "")
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
