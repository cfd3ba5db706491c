"""Downloads of exactly what a list shows: the same filters and order, all pages, typed cells.

The rows are read within the request, so the database's row-level rules hold for every one of
them, and into a file on disk, so memory stays small; a failure is an error page and never half
a file. Only the finished file is streamed.

A spreadsheet runs cells that begin with = + - or @ as formulae. Text from outside that begins so
gets an apostrophe in front; figures and dates are written as figures and dates, so a negative
amount stays an amount.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import IO, Any, Final

from django.http import FileResponse
from django.utils.text import slugify

from carewright.ui.exports.csv_file import write_csv
from carewright.ui.exports.excel import write_xlsx, write_xlsx_book
from carewright.ui.exports.opendocument import ODS_TYPE, write_ods, write_ods_book
from carewright.ui.exports.sheets import Sheet, TooManyRows, sheet_of
from carewright.ui.lists.asked import Asked

__all__ = ["BOOKS", "Sheet", "TooManyRows", "download", "download_book", "sheet_of"]

WRITERS: Final[dict[str, tuple[Callable[[Sheet, IO[bytes]], None], str]]] = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": (write_ods, ODS_TYPE),
}

#: The forms that hold several sheets in one file.
BOOKS: Final[dict[str, Callable[[Iterable[Sheet], IO[bytes]], None]]] = {
    "xlsx": write_xlsx_book,
    "ods": write_ods_book,
}


def download_book(name: str, sheets: Iterable[Sheet], form: str) -> FileResponse:
    """Several tables as the sheets of one file; no two of them may share a name."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    try:
        BOOKS[form](_named_apart(sheets), file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{slugify(name) or 'tables'}.{form}",
        content_type=WRITERS[form][1],
    )


def _named_apart(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Sheets whose short names differ: a number is added where two would be the same."""
    taken: set[str] = set()
    for sheet in sheets:
        name, number = sheet.short_name, 2
        while name.lower() in taken:
            name = f"{sheet.short_name[:27]} {number}"
            number += 1
        taken.add(name.lower())
        yield replace(sheet, name=name)


def download(asked: Asked, rows: Any) -> FileResponse:
    """The whole list as a file, as `asked.download` says: csv, xlsx or ods."""
    return download_sheet(sheet_of(asked, rows), asked.download, name=asked.listing.name)


def download_sheet(sheet: Sheet, form: str, *, name: str) -> FileResponse:
    """One table as a file of the form csv, xlsx or ods."""
    write, media_type = WRITERS[form]
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    try:
        write(sheet, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{slugify(name) or 'list'}.{form}",
        content_type=media_type,
    )
