"""Delimited text becomes rows of text: the delimiter, the header row and each row's number."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from statistics import median_low
from typing import Final

import polars as pl

from carewright_engine.tables.reading import UnreadableFile

DELIMITERS: Final = (",", "\t", ";", "|")
SAMPLE: Final = 1024 * 1024
SAMPLE_ROWS: Final = 60
TITLE_ROWS: Final = 40  # above the header a publisher may write this many rows at most
MOST_COLUMNS: Final = 5_000
MOST_CELLS: Final = 50_000_000
MOST_CELLS_BY_HAND: Final = 10_000_000

BLANK_NAME: Final = re.compile(r"column \d+")

Rows = list[list[str]]


def read_delimited(
    text: bytes, name: str, delimiter: str | None = None
) -> tuple[pl.DataFrame, int]:
    """Every cell as text, blanks null, with `source_row`; and the row that the header is on."""
    _refuse_endless_first_line(text, name)
    start = text[:SAMPLE].decode(errors="ignore")
    whole = len(text) <= SAMPLE
    delimiter = delimiter or _delimiter(start, whole, name)
    above = _header_place(_first_rows(start, delimiter, whole, name))
    header, offset = _header(text, start, delimiter, above, name)
    _refuse_too_big(text, len(header), name)
    try:
        frame = _parsed(text[offset:], header, delimiter)
    except pl.exceptions.PolarsError:
        frame = _parsed_by_hand(text[offset:], header, above, delimiter, name)
    return _finished(frame, header, above, name), above + 1


def _refuse_endless_first_line(text: bytes, name: str) -> None:
    """No table that a person publishes has a first line of a megabyte."""
    if len(text) > SAMPLE and b"\n" not in text[:SAMPLE]:
        end = text.find(b"\n")
        line = text[: end if end >= 0 else len(text)]
        columns = max(line.count(d.encode()) for d in DELIMITERS) + 1
        raise _too_wide(columns, name)


def _too_wide(columns: int, name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name} has {columns:,} columns in its first row; at most {MOST_COLUMNS:,} are read. "
        "Check that its line ends are intact, or keep only the columns you need."
    )


def _delimiter(start: str, whole: bool, name: str) -> str:
    """The character that divides the first rows most evenly into most columns."""
    scores = {d: _evenness(start, d, whole, name) for d in DELIMITERS}
    best = max(DELIMITERS, key=lambda d: scores[d])
    if scores[best] == 0:
        raise UnreadableFile(
            f"{name} has only one column: no comma, tab, semicolon or bar divides its rows. Save "
            "it as CSV with commas between the columns."
        )
    return best


def _evenness(start: str, delimiter: str, whole: bool, name: str) -> float:
    """How many cells the delimiter makes in rows of one width, to a row; 0 when it makes none."""
    rows = [row for row in _first_rows(start, delimiter, whole, name) if row]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max((width * times / len(rows) for width, times in widths.items()), default=0.0)


def _first_rows(start: str, delimiter: str, whole: bool, name: str) -> Rows:
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
    try:
        rows = list(itertools.islice(reader, SAMPLE_ROWS))
    except csv.Error as endless:
        raise _unclosed_quote(name) from endless
    broken_off = not whole and len(rows) < SAMPLE_ROWS
    return rows[:-1] if broken_off and len(rows) > 1 else rows


def _unclosed_quote(name: str, row: int | None = None) -> UnreadableFile:
    where = f" at or before row {row:,}" if row else ""
    return UnreadableFile(
        f"{name} opens a quotation mark{where} and never closes it, or closes it inside a cell. "
        "Open it in a spreadsheet program, mend that cell and save it as CSV."
    )


def _header_place(rows: Rows) -> int:
    """How many rows stand above the header: the first row that is nearly as full as any.

    Column names differ from one another; a row of regions above them repeats itself.
    """
    filled = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    fullest = _usual_fullness([len(cells) for cells in filled if cells])
    full = [
        place
        for place, cells in enumerate(filled[:TITLE_ROWS])
        if len(cells) >= max(2, fullest * 0.6)
    ]
    different = (place for place in full if len(set(filled[place])) * 2 > len(filled[place]))
    return next(different, full[0] if full else 0)


def _usual_fullness(counts: list[int]) -> int:
    """The most cells that more than one row fills; a single row with more is a broken one."""
    often = [count for count, rows in Counter(counts).items() if rows > 1]
    return max(often) if often else median_low(counts or [0])


def _header(
    text: bytes, start: str, delimiter: str, above: int, name: str
) -> tuple[tuple[str, ...], int]:
    """The column names, each different, and where in the text the first row after them begins."""
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
    cells = next(itertools.islice(reader, above, None), [])
    if len(cells) > MOST_COLUMNS:
        raise _too_wide(len(cells), name)
    offset = 0
    for _ in range(reader.line_num):
        end = text.find(b"\n", offset)
        offset = len(text) if end < 0 else end + 1
    if sum(1 for cell in cells if cell.strip()) < 2:
        raise UnreadableFile(
            f"{name} has no row that looks like column names. Put the names of the columns in "
            "the first row."
        )
    return _different(cells), offset


def _different(cells: list[str]) -> tuple[str, ...]:
    """Blank names say which column they are; a name given twice gets a number."""
    names: list[str] = []
    taken = {"source_row"}
    for place, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"column {place}"
        times = 1
        unique = name
        while unique in taken:
            times += 1
            unique = f"{name} ({times})"
        taken.add(unique)
        names.append(unique)
    return tuple(names)


def _refuse_too_big(text: bytes, columns: int, name: str) -> None:
    cells = (text.count(b"\n") + 1) * columns
    if cells > MOST_CELLS:
        raise UnreadableFile(
            f"{name} has about {cells:,} cells; at most {MOST_CELLS:,} are read at once. Split it, "
            "for example by year, and give each part."
        )


def _parsed(body: bytes, header: tuple[str, ...], delimiter: str) -> pl.DataFrame:
    """The rows below the header; refuses stray quotation marks and rows longer than the header."""
    columns = delimiter.join(_plain_names(header)).encode()
    return pl.read_csv(columns + b"\n" + body, separator=delimiter, infer_schema=False)


def _plain_names(header: tuple[str, ...]) -> list[str]:
    return [f"c{place}" for place in range(len(header))]


def _parsed_by_hand(
    body: bytes, header: tuple[str, ...], above: int, delimiter: str, name: str
) -> pl.DataFrame:
    """The same, slower and more forgiving: stray quotation marks, blanks beyond the header."""
    width = len(header)
    if (body.count(b"\n") + 1) * width > MOST_CELLS_BY_HAND:
        raise UnreadableFile(
            f"{name} has a row with more cells than the header, or a quotation mark that is not "
            "closed. Open it in a spreadsheet program and save it again as CSV."
        )
    rows: Rows = []
    reader = csv.reader(io.StringIO(body.decode(), newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row[width:]):
                raise _too_long(len(rows) + above + 2, len(row), width, name)
            rows.append((row + [""] * (width - len(row)))[:width])
    except csv.Error as endless:
        raise _unclosed_quote(name, len(rows) + above + 2) from endless
    return pl.DataFrame(rows, schema=dict.fromkeys(_plain_names(header), pl.String), orient="row")


def _too_long(row: int, cells: int, columns: int, name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name}: row {row:,} has {cells} cells where the header has {columns}. A comma inside a "
        "cell needs quotation marks around the cell. Mend that row, or save the file from a "
        "spreadsheet program."
    )


def _finished(frame: pl.DataFrame, header: tuple[str, ...], above: int, name: str) -> pl.DataFrame:
    """Blanks null, rows numbered as a spreadsheet numbers them, empty rows left out."""
    cells = pl.all().str.strip_chars()
    tidy = frame.select(pl.when(cells != "").then(cells).name.keep())
    tidy.columns = list(header)
    numbered = tidy.with_row_index("source_row", offset=above + 2)
    kept = numbered.filter(pl.any_horizontal(pl.col(header).is_not_null()))
    if kept.is_empty():
        raise UnreadableFile(
            f"{name} has column names but no rows below them. Export it again with its rows."
        )
    nameless = [c for c in header if BLANK_NAME.fullmatch(c) and kept[c].null_count() == len(kept)]
    return kept.select(pl.exclude("source_row", *nameless), pl.col("source_row").cast(pl.Int64))
