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
from collections.abc import Callable
from typing import IO, Any, Final

from django.http import FileResponse
from django.utils.text import slugify

from carewright.ui.exports.csv_file import write_csv
from carewright.ui.exports.excel import write_xlsx
from carewright.ui.exports.opendocument import ODS_TYPE, write_ods
from carewright.ui.exports.sheets import Sheet, TooManyRows, inert, sheet_of
from carewright.ui.lists.asked import Asked

__all__ = ["Sheet", "TooManyRows", "download", "inert", "sheet_of"]

WRITERS: Final[dict[str, tuple[Callable[[Sheet, IO[bytes]], None], str]]] = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": (write_ods, ODS_TYPE),
}


def download(asked: Asked, rows: Any) -> FileResponse:
    """The whole list as a file, as `asked.download` says: csv, xlsx or ods."""
    write, media_type = WRITERS[asked.download]
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    try:
        write(sheet_of(asked, rows), file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{slugify(asked.listing.name) or 'list'}.{asked.download}",
        content_type=media_type,
    )
