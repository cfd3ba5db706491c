"""A spreadsheet becomes delimited text, read in a process of its own with bounded memory.

A workbook is a zip of XML. A small one can claim a cell in the last row of the last column, or
expand a thousand times, and then ends whatever process opens it. So the archive's directory is
checked first, and the reading happens where running out of memory harms nothing else.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from carewright_engine.tables.reading import UnreadableFile

MEGABYTE: Final = 1024 * 1024
LARGEST_SHEETS: Final = 1000 * MEGABYTE  # the English directory's XML alone is 440 MB
LARGEST_RATIO: Final = 150
RATIO_MATTERS_FROM: Final = 50 * MEGABYTE
MOST_MEMBERS: Final = 2_000
LARGEST_CSV: Final = 400 * MEGABYTE
MEMORY: Final = 2_500 * MEGABYTE
SECONDS: Final = 180
SAVE_AS_CSV: Final = (
    "Open it in a spreadsheet program, save the one sheet you need as CSV, give that."
)
READER: Final = Path(__file__).with_name("sheet_reader.py")


def check_archive(content: bytes, name: str) -> None:
    """Refuse, from the archive's directory alone, what is no workbook or would burst."""
    try:
        members = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as damaged:
        raise UnreadableFile(f"{name} is a damaged archive. Download it again.") from damaged
    if len(members) > MOST_MEMBERS:
        raise UnreadableFile(f"{name} is an archive of {len(members):,} files. {SAVE_AS_CSV}")
    names = {member.filename for member in members}
    if not names & {"[Content_Types].xml", "content.xml"}:
        raise UnreadableFile(
            f"{name} is a zip archive. Unpack it and give the table inside{_tables_inside(names)}."
        )
    _refuse_burst(sum(member.file_size for member in members), len(content), name)
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile(f"{name} is protected by a password. Save it without one.")


def _tables_inside(names: set[str]) -> str:
    tables = sorted(n for n in names if n.lower().endswith((".csv", ".xlsx", ".xls", ".ods")))
    return f" ({', '.join(tables[:3])})" if tables else ""


def _refuse_burst(expanded: int, packed: int, name: str) -> None:
    burst = expanded > RATIO_MATTERS_FROM and expanded > packed * LARGEST_RATIO
    if expanded > LARGEST_SHEETS or burst:
        raise UnreadableFile(
            f"{name} is {packed / MEGABYTE:.1f} MB and would expand to "
            f"{expanded / MEGABYTE:,.0f} MB. It was not opened. {SAVE_AS_CSV}"
        )


def sheet_as_csv(content: bytes, name: str) -> bytes:
    """The fullest sheet of a workbook as comma-separated UTF-8."""
    with tempfile.TemporaryDirectory() as folder:
        workbook, rows = Path(folder, "workbook"), Path(folder, "rows.csv")
        workbook.write_bytes(content)
        failed = _failure(workbook, rows, name)
        if failed or not rows.exists():
            raise UnreadableFile(failed or f"{name} could not be read. {SAVE_AS_CSV}")
        text = rows.read_bytes()
    if not text.strip(b", \r\n"):
        raise UnreadableFile(f"{name} holds no filled sheet. {SAVE_AS_CSV}")
    return text


def _failure(workbook: Path, rows: Path, name: str) -> str:
    """What went wrong, as a sentence; empty when the rows were written."""
    limits = [str(MEMORY), str(LARGEST_CSV)]
    try:
        done = subprocess.run(  # noqa: S603 - our own script, no shell, paths of our own making
            [sys.executable, "-I", str(READER), str(workbook), str(rows), *limits],
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{name} took longer than {SECONDS} seconds to open. {SAVE_AS_CSV}"
    reason = done.stdout.decode(errors="replace").strip()
    if done.returncode == 0:
        return ""
    if reason == "password":
        return f"{name} is protected by a password. Save it without one."
    if reason == "damaged":
        return f"{name} is damaged or not a spreadsheet. Download it again, or give it as CSV."
    return f"{name} has a sheet too big to open safely. {SAVE_AS_CSV}"
