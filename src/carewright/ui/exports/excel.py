"""Lists as Excel workbooks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import IO, Any, Final

import xlsxwriter

from carewright.ui.exports.sheets import LONGEST_TEXT, Sheet, Typed
from carewright.ui.lists.declared import Kind

EXCEL_FORMS: Final[dict[Kind, str]] = {
    "pounds": "#,##0.00",
    "percent": "0.0%",
    "date": "d mmmm yyyy",
    "datetime": "d mmmm yyyy hh:mm",
}


def write_xlsx(sheet: Sheet, file: IO[bytes]) -> None:
    """One sheet, heading kept in view, written row by row in constant memory."""
    write_xlsx_book([sheet], file)


def write_xlsx_book(sheets: Iterable[Sheet], file: IO[bytes]) -> None:
    """Sheets after one another in one workbook."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        for sheet in sheets:
            _write_page(book, sheet)


def _write_page(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.short_name)
    page.freeze_panes(1, 1)
    bold = book.add_format({"bold": True})
    forms = [book.add_format({"num_format": EXCEL_FORMS.get(k, "General")}) for k in sheet.kinds]
    for place, heading in enumerate(sheet.headings):
        page.set_column(place, place, max(12, min(50, len(heading) + 4)))
        page.write_string(0, place, heading, bold)
    for line, row in enumerate(sheet.counted_rows(), start=1):
        for place, value in enumerate(row):
            _excel_cell(page, line, place, value, forms[place])


def _excel_cell(page: Any, line: int, place: int, value: Typed, form: Any) -> None:
    if value is None:
        return
    if isinstance(value, str):
        page.write_string(line, place, value[:LONGEST_TEXT])
    elif isinstance(value, datetime):
        page.write_datetime(line, place, value.replace(tzinfo=None), form)
    elif isinstance(value, date):
        page.write_datetime(line, place, value, form)
    else:
        page.write_number(line, place, value, form)
