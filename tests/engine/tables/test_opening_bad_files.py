"""A bad file is refused with a sentence that says what to do, before it can do harm."""

from __future__ import annotations

import gzip
import io
import random
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest

from carewright_engine.tables import delimited, opening
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import UnreadableFile

SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/'
    'spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
)
BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
    'main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
LINKS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)

ROOT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def workbook(sheet: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", ROOT)
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", LINKS)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return packed.getvalue()


def zipped(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


CORNERS = "".join(
    f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>'
    for row, cell in ((1, "A1"), (1048576, "XFD1048576"))
)

BAD = {
    "empty": (b"", "is empty"),
    "blanks": (b"  \n \n", "nothing but blanks"),
    "zip": (zipped("homes.csv", b"a,b\n1,2\n"), "zip archive. Unpack it"),
    "damaged zip": (b"PK\x03\x04" + b"x" * 50, "damaged archive"),
    "damaged workbook": (workbook("<worksheet"), "spreadsheet"),
    "damaged old workbook": (opening.OLD_OFFICE + b"x" * 600, "spreadsheet"),
    "damaged gzip": (gzip.compress(b"a,b\n1,2\n" * 99)[:-9], "damaged"),
    "gzip of nothing": (gzip.compress(b""), "empty"),
    "zip in gzip": (gzip.compress(zipped("a.csv", b"a,b")), "archive inside an archive"),
    "gzip bomb": (gzip.compress(b"0" * 30_000_000, 9), "expands to more than"),
    "spreadsheet bomb": (workbook(b"0" * 60_000_000), "It was not opened"),
    "sheet with far corners": (workbook(SHEET.format(rows=CORNERS)), "too big to open safely"),
    "ten million columns": (b"a," * 10_000_000 + b"\n1\n", "10,000,001 columns"),
    "ten million columns in a spreadsheet's text": (b"a\t" * 10_000_000, "columns in its first"),
    "six thousand columns": (
        ",".join(f"c{i}" for i in range(6000)).encode() + b"\n1,2\n",
        "6,000 columns",
    ),
    "program": (b"\x7fELF" + bytes(range(256)) * 9, "a program, not a table"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), "a picture, not a table"),
    "document": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "a PDF document"),
    "web page": (b"<!DOCTYPE html><html><body>403, forbidden</body></html>", "a web page"),
    "web page later": (b"\n\n <html lang='en'>\n<p>a,b</p>", "a web page"),
    "xml": (b"<?xml version='1.0'?><rows/>", "is XML"),
    "json": (b'{"type": "Feature"}', "not a GeoJSON FeatureCollection"),
    "broken json": (b'{"type": ', "not valid JSON"),
    "deep json": (b"[" * 200_000, "not valid JSON"),
    "no features": (b'{"type":"FeatureCollection","features":[]}', "without features"),
    "NUL": (b"Name,Place\nA\x00,Oban\n", "NUL byte at position 13"),
    "UTF-16 without mark": ("Name,Place\n".encode("utf-16-le"), "UTF-16 without its mark"),
    "another encoding": ("Name,Place\nホーム,東京\n".encode("shift_jis"), "neither UTF-8 nor"),
    "one column": (b"Name Place\nA Oban\nB Ayr\n", "only one column"),
    "wrong delimiter": (b"Name^Place\nA^Oban\nB^Ayr\n", "only one column"),
    "header only": (b"Name,Place\n", "no rows below"),
    "header and blank rows": (b"Name,Place\n,\n,\n", "no rows below"),
    "row too long": (b"Name,Place\nA,Oban\nB,Ayr,Wick,4\n", "row 3 has 4 cells where the header"),
    "open quotation mark": (b'Name,Place\nA,"Oban\n' + b"B,Ayr\n" * 60_000, "never closes it"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    content, words = BAD[name]
    path = tmp_path / "given.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        open_published(path)
    sentence = str(refused.value)
    assert words in sentence
    assert sentence.startswith("given.csv")
    assert sentence.endswith(".")


def test_a_folder_or_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="not a file"):
        open_published(tmp_path)
    with pytest.raises(UnreadableFile, match="There is no file"):
        open_published(tmp_path / "nowhere.csv")


def test_a_gzip_bomb_is_noticed_before_it_fills_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.csv.gz"
    piece = gzip.compress(b"," * 50_000_000, 9)
    path.write_bytes(piece * 20)  # a gigabyte when expanded
    tracemalloc.start()
    with pytest.raises(UnreadableFile, match="expands to more than"):
        open_published(path)
    assert tracemalloc.get_traced_memory()[1] < 60_000_000
    tracemalloc.stop()


def test_a_table_with_more_cells_than_memory_holds_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "MOST_CELLS", 1_000)
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"c{i}" for i in range(100)) + "\n" + "1,2\n" * 11)
    with pytest.raises(UnreadableFile, match="about 1,300 cells"):
        open_published(path)


def test_a_file_beyond_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST_FILE", 10)
    path = tmp_path / "large.csv"
    path.write_text("Name,Place\nA,Oban\n")
    with pytest.raises(UnreadableFile, match="Split it"):
        open_published(path)


def test_billion_laughs_in_a_workbook_do_not_expand(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    sheet = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]>'
        + SHEET.format(rows='<row r="1"><c r="A1" t="str"><v>&l9;</v></c></row>').split("?>")[1]
    )
    path = tmp_path / "laughs.xlsx"
    path.write_bytes(workbook(sheet))
    with pytest.raises(UnreadableFile):
        open_published(path)


@pytest.mark.parametrize("seed", range(12))
def test_a_workbook_with_bytes_changed_is_a_table_or_a_sentence(tmp_path: Path, seed: int) -> None:
    book = openpyxl.Workbook()
    for row in (["Name", "Place"], *[[f"Home {n}", "Oban"] for n in range(40)]):
        book.active.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    content = bytearray(path.read_bytes())
    chance = random.Random(seed)
    for _ in range(1 + seed):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    assert opened_or_refused(path)


def opened_or_refused(path: Path) -> bool:
    """Whether the file gave rows, or a whole sentence saying why not."""
    try:
        return open_published(path).rows.height > 0
    except UnreadableFile as refused:
        return str(refused).endswith(".")
