"""A published file opens as a table of text, whatever program wrote it."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import UnreadableFile

TABLE = "Name,Place\nBràigh House,Oban\nCafé Ward,Ayr\n"


def given_file(folder: Path, content: bytes | str, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names_in(path: Path) -> list[str | None]:
    return open_published(path).rows["Name"].to_list()


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TABLE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TABLE.encode(), "utf-8 with byte-order mark"),
        (b"\xef\xbb\xbf" * 2 + TABLE.encode(), "utf-8 with byte-order mark"),
        ("\u00ef\u00bb\u00bf".encode() + TABLE.encode(), "utf-8 with byte-order mark"),
        (TABLE.encode("windows-1252"), "windows-1252"),
        (TABLE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TABLE.encode("utf-16-be"), "utf-16"),
    ],
)
def test_the_usual_encodings_give_the_same_words(
    tmp_path: Path, content: bytes, encoding: str
) -> None:
    raw = open_published(given_file(tmp_path, content))
    assert raw.headers == ("Name", "Place")
    assert raw.rows["Name"].to_list() == ["Bràigh House", "Café Ward"]
    assert raw.encoding == encoding


def test_two_encodings_pasted_together_are_both_understood(tmp_path: Path) -> None:
    content = "Name,Place\nBràigh House,Oban\n".encode() + "Café Ward,Ayr\n".encode("cp1252")
    assert names_in(given_file(tmp_path, content)) == ["Bràigh House", "Café Ward"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_in_the_file_not_in_its_name(tmp_path: Path, delimiter: str) -> None:
    path = given_file(tmp_path, TABLE.replace(",", delimiter))
    assert names_in(path) == ["Bràigh House", "Café Ward"]


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_any_line_end_is_understood(tmp_path: Path, ending: str) -> None:
    raw = open_published(given_file(tmp_path, TABLE.replace("\n", ending)))
    assert raw.headers == ("Name", "Place")
    assert raw.rows["Place"].to_list() == ["Oban", "Ayr"]


def test_a_cell_may_hold_a_line_end_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    raw = open_published(given_file(tmp_path, 'Name,Place\n"A\nB",Oban\nC,Ayr\n'))
    assert raw.rows["Name"].to_list() == ["A\nB", "C"]
    assert raw.rows["source_row"].to_list() == [2, 3]


def test_blanks_are_null_and_nothing_else_is(tmp_path: Path) -> None:
    raw = open_published(given_file(tmp_path, 'Name,Place\n"",NA\n  ,0\nnull,-\n'))
    assert raw.rows["Name"].to_list() == [None, None, "null"]
    assert raw.rows["Place"].to_list() == ["NA", "0", "-"]


def test_empty_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    raw = open_published(given_file(tmp_path, "Name,Place\nA,Oban\n\n,\nB,Ayr\n"))
    assert raw.rows["source_row"].to_list() == [2, 5]


def test_titles_above_the_header_are_passed_over(tmp_path: Path) -> None:
    content = "Table 3: homes,,\nPublished 2024,,\n\nName,Place,Beds\nA,Oban,3\nB,Ayr,4\n"
    raw = open_published(given_file(tmp_path, content))
    assert raw.header_row == 4
    assert raw.headers == ("Name", "Place", "Beds")
    assert raw.rows["source_row"].to_list() == [5, 6]


def test_a_row_of_regions_above_the_header_is_not_the_header(tmp_path: Path) -> None:
    content = ",North,North,North,North\nName,A,B,C,D\nx,1,2,3,4\n"
    assert open_published(given_file(tmp_path, content)).headers == ("Name", "A", "B", "C", "D")


def test_a_column_name_given_twice_or_not_at_all_is_made_different(tmp_path: Path) -> None:
    raw = open_published(given_file(tmp_path, ",Name,Name,source_row\n1,a,b,9\n"))
    assert raw.headers == ("column 1", "Name", "Name (2)", "source_row (2)")
    assert raw.rows["source_row"].to_list() == [2]


def test_short_rows_end_in_nulls_and_blank_cells_beyond_the_header_do_no_harm(
    tmp_path: Path,
) -> None:
    raw = open_published(given_file(tmp_path, "Name,Place,Beds\nA\nB,Ayr,4,,\n"))
    assert raw.rows.rows() == [("A", None, None, 2), ("B", "Ayr", "4", 3)]


def test_a_stray_quotation_mark_stays_in_its_cell(tmp_path: Path) -> None:
    raw = open_published(given_file(tmp_path, 'Name,Place\nThe 5" Inn,Oban\nB,Ayr\n'))
    assert raw.rows["Name"].to_list() == ['The 5" Inn', "B"]


def test_a_compressed_file_opens_and_its_digest_is_that_of_the_file_given(tmp_path: Path) -> None:
    path = given_file(tmp_path, gzip.compress(TABLE.encode()), "file.csv.gz")
    raw = open_published(path)
    assert raw.rows.height == 2
    assert raw.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert raw.source.size == path.stat().st_size


def test_a_compressed_file_of_several_members_opens_whole(tmp_path: Path) -> None:
    halves = gzip.compress(TABLE.encode()) + gzip.compress(b"Third,Wick\n")
    assert names_in(given_file(tmp_path, halves))[-1] == "Third"


def test_the_fullest_sheet_of_a_workbook_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Read me"
    sheet = book.create_sheet("Data")
    sheet.append(["Directory of homes"])
    sheet.append([])
    sheet.append(["Name", "Opened", "Beds", "Share", "Dormant"])
    sheet.append(["Bràigh House", date(2021, 3, 4), 12, 0.25, True])
    sheet.append([None, None, None, None, None])
    sheet.append(["B, or not", date(2022, 3, 4), 7.0, None, False])
    path = tmp_path / "book.xlsx"
    book.save(path)
    raw = open_published(path)
    assert raw.header_row == 3
    assert raw.rows.rows() == [
        ("Bràigh House", "2021-03-04", "12", "0.25", "TRUE", 4),
        ("B, or not", "2022-03-04", "7", None, "FALSE", 6),
    ]


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="Homes")
    for cells in (["Name", "Place"], ["Bràigh House", "Oban"]):
        row = TableRow()
        for cell in cells:
            holder = TableCell(valuetype="string")
            holder.addElement(P(text=cell))
            row.addElement(holder)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    path = tmp_path / "homes.ods"
    document.save(str(path))
    assert names_in(path) == ["Bràigh House"]


def test_a_feature_collection_becomes_rows_with_a_geometry(tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}
    features = [
        {"type": "Feature", "properties": {"code": "S1", "size": 3}, "geometry": square},
        {"type": "Feature", "properties": {"code": "S2", "note": " "}, "geometry": None},
    ]
    path = given_file(
        tmp_path, json.dumps({"type": "FeatureCollection", "features": features}), "a.geojson"
    )
    raw = open_published(path)
    assert raw.headers == ("code", "size", "note", "geometry")
    assert json.loads(raw.rows["geometry"][0]) == square
    assert raw.rows["size"].to_list() == ["3", None]
    assert raw.rows["geometry"][1] is None
    assert raw.rows["source_row"].to_list() == [2, 3]


CELL = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8
).map(str.strip)


@settings(deadline=None, max_examples=60)
@given(rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_a_spreadsheet_program_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    rows = [["first", *row] for row in rows]
    path = tmp_path_factory.mktemp("round") / "file.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([["One", "Two", "Three", "Four"], *rows])
    cells = open_published(path).rows.drop("source_row").rows()
    assert cells == [tuple(cell.strip() or None for cell in row) for row in rows]


def opened_or_refused(path: Path) -> bool:
    """Whether the file gave rows, or a whole sentence saying why not."""
    try:
        return open_published(path).rows.height > 0
    except UnreadableFile as refused:
        return str(refused).endswith(".")


@settings(deadline=None, max_examples=150)
@given(content=st.binary(max_size=400))
def test_any_bytes_at_all_are_a_table_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = given_file(tmp_path_factory.mktemp("noise"), content)
    assert opened_or_refused(path)


@pytest.mark.realdata
@pytest.mark.parametrize("day", ["2016-03-31", "2019-03-31", "2022-03-31"])
def test_a_whole_register_opens_cell_for_cell_as_the_standard_library_reads_it(
    real_data: Path, day: str
) -> None:
    path = real_data / "care_inspectorate" / f"care_inspectorate_datastore_{day}.csv.gz"
    started = time.perf_counter()
    raw = open_published(path)
    assert time.perf_counter() - started < 3  # about 0.3 s on an idle machine
    with gzip.open(path, "rt", encoding="utf-8", newline="") as published:
        rows = list(csv.reader(published))
    assert list(raw.headers) == rows[0]
    expected = [tuple(cell.strip() or None for cell in row) for row in rows[1:]]
    assert raw.rows.drop("source_row").rows() == expected
    assert raw.rows["source_row"].to_list() == list(range(2, len(rows) + 1))


@pytest.mark.realdata
def test_a_real_file_with_two_byte_order_marks_opens(real_data: Path) -> None:
    raw = open_published(real_data / "registers" / "salford_contract_register_2022-07_part.csv")
    assert raw.headers[0] == "Directorate Name"
    assert raw.rows.height == 180
