"""A delimited file of any length read in slices, each row with its place in the file.

The text of every row is kept as it was written, so that the rows which pass their checks can
travel on unchanged.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

import numpy as np
import polars as pl

from carewright_engine.tables.checks import LISTED
from carewright_engine.tables.layout import Bits, Layout, Places, last_row_end, layout_of
from carewright_engine.tables.reading import ROW_ISSUES, UnreadableFile

SLICE_BYTES: Final = 8 << 20
LONGEST_ROW: Final = 32 << 20  # beyond this a quotation mark was surely left open
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_START: Final = np.zeros(1, dtype=np.int64)
UNCLOSED: Final = (
    "A quotation mark is opened and never closed, so that the rows of the file cannot be told "
    "apart. Save it again as CSV; a quotation mark inside a value is written twice."
)


@dataclass(frozen=True, slots=True)
class Slice:
    """Some rows of a file: as a frame of text, and as they were written.

    `frame` has the columns that were asked for and `source_row`. `misfits` counts the rows
    that are no rows of this table, such as those with a value too many: the frame lacks them,
    and `issues` lists the first of them.
    """

    frame: pl.DataFrame
    misfits: int
    issues: pl.DataFrame
    text: bytes
    ends: Places

    def written(self, kept: pl.Series) -> bytes:
        """The rows that are kept, exactly as the file has them."""
        refused = np.flatnonzero(~kept.to_numpy())
        if not len(refused):
            return self.text
        # What lies between one refused row and the next is kept in one piece.
        begins = np.concatenate([_START, self.ends])
        starts = np.concatenate([_START, self.ends[refused]]).tolist()
        stops = np.concatenate([begins[refused], self.ends[-1:]]).tolist()
        view = memoryview(self.text)
        return b"".join(view[start:stop] for start, stop in zip(starts, stops, strict=True))


class SlicedFile:
    """A file that is read from front to back once, a slice at a time.

    `header` holds the file's own column names. Only the columns asked for are parsed; the
    others travel as text. The file must be UTF-8.
    """

    def __init__(
        self, file: BinaryIO, *, separator: str = ",", slice_bytes: int = SLICE_BYTES
    ) -> None:
        self._separator = separator
        self._blocks = _blocks(file, slice_bytes)
        self._begun = next(self._blocks, b"")
        if not self._begun.strip():
            raise UnreadableFile("The file is empty. Choose a file whose first row names columns.")
        self.header = self._take_header()

    def slices(self, columns: frozenset[str], *, listed: int = LISTED) -> Iterator[Slice]:
        """The rows below the header, in their order; lines with nothing on them are no rows.

        At most `listed` rows that are no rows of the table are listed in all.
        """
        row = 2
        for block in self._remaining():
            layout = layout_of(block, self._separator)
            part = self._slice(block, layout, columns, row, listed)
            listed -= part.issues.height
            row += len(layout.ends)
            yield part

    def _take_header(self) -> tuple[str, ...]:
        end = int(layout_of(self._begun, self._separator).ends[0])
        first, self._begun = self._begun[:end], self._begun[end:]
        _require_utf8(first, np.array([end]), 1)
        names = tuple(
            name.strip()
            for name in next(csv.reader([first.decode()], delimiter=self._separator), [])
        )
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise UnreadableFile(
                f"The first row names the column {twice[0]!r} twice. Give each its own name."
            )
        return names

    def _remaining(self) -> Iterator[bytes]:
        if self._begun:
            yield self._begun
        yield from self._blocks

    def _slice(
        self, block: bytes, layout: Layout, columns: frozenset[str], row: int, listed: int
    ) -> Slice:
        """A slice whose first row is the file's row of that number."""
        _require_utf8(block, layout.ends, row)
        width = len(self.header)
        fits = (layout.values == width) & ~layout.torn & ~layout.null_bytes
        text, ends = _only(block, layout, fits)
        frame = _numbered(self._parsed(text, columns, height=len(ends)), fits, row)
        misfits = np.flatnonzero(~fits & ~layout.blank)
        issues = _issues(layout, misfits[:listed], width, row)
        return Slice(frame, len(misfits), issues, text, ends)

    def _parsed(self, text: bytes, columns: frozenset[str], *, height: int) -> pl.DataFrame:
        """The columns asked for, as text; a blank is null."""
        places = [place for place, name in enumerate(self.header) if name in columns]
        names = [self.header[place] for place in places]
        if not height:
            return pl.DataFrame(schema=dict.fromkeys(names, pl.String))
        frame = pl.read_csv(
            text, has_header=False, columns=places, infer_schema=False, separator=self._separator
        )
        if frame.height != height:
            raise UnreadableFile(UNCLOSED)
        frame.columns = names
        return frame


def _numbered(frame: pl.DataFrame, fits: Bits, row: int) -> pl.DataFrame:
    """The rows with their numbers in the file, those of rows left out being skipped."""
    if fits.all():
        return frame.with_row_index("source_row", offset=row)
    numbers = np.flatnonzero(fits) + row
    return frame.with_columns(pl.Series("source_row", numbers, dtype=pl.UInt32))


def _blocks(file: BinaryIO, size: int) -> Iterator[bytes]:
    """The file in pieces of whole rows, with one kind of line end and no byte-order mark."""
    rest = b""
    beginning = True
    while chunk := file.read(size):
        if chunk.endswith(b"\r"):  # its line feed may be the next byte
            chunk += file.read(1)
        if beginning:
            chunk = chunk.removeprefix(BYTE_ORDER_MARK)
            beginning = False
        block, rest = _cut(rest, _with_one_line_end(chunk))
        if block:
            yield block
        if len(rest) > LONGEST_ROW:
            raise UnreadableFile(UNCLOSED)
    if rest.count(b'"') % 2:
        raise UnreadableFile(UNCLOSED)
    if rest:
        yield rest + b"\n"


def _cut(rest: bytes, chunk: bytes) -> tuple[bytes, bytes]:
    """Whole rows, and the beginning of the row after them."""
    if b'"' in rest:  # a mark opened before the chunk decides where its rows end
        rest, chunk = b"", rest + chunk
    cut = last_row_end(chunk)
    if not cut:
        return b"", rest + chunk
    return b"".join((rest, memoryview(chunk)[:cut])), chunk[cut:]


def _with_one_line_end(chunk: bytes) -> bytes:
    if b"\r" not in chunk:
        return chunk
    return chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _only(block: bytes, layout: Layout, fits: Bits) -> tuple[bytes, Places]:
    """The text of the rows that fit, and where each of them ends in it."""
    if fits.all():
        return block, layout.ends
    starts, ends = layout.starts[fits], layout.ends[fits]
    view = memoryview(block)
    pieces = zip(starts.tolist(), ends.tolist(), strict=True)
    return b"".join(view[start:end] for start, end in pieces), np.cumsum(ends - starts)


def _require_utf8(block: bytes, ends: Places, row: int) -> None:
    """Refuse text in another encoding, and say where it stands."""
    if block.isascii():
        return
    try:
        block.decode("utf-8")
    except UnicodeDecodeError as found:
        where = row + int(np.searchsorted(ends, found.start, side="right"))
        raise UnreadableFile(
            f"Row {where:,} has a character that is not UTF-8. Save the file again as "
            "'CSV UTF-8' and give that one."
        ) from found


def _issues(layout: Layout, rows: Places, width: int, first: int) -> pl.DataFrame:
    """The rows that are no rows of this table, each with the reason."""
    listed = [
        {"source_row": first + place, "column": "", **_why(layout, place, width)}
        for place in rows.tolist()
    ]
    return pl.DataFrame(listed, schema=ROW_ISSUES)


def _why(layout: Layout, place: int, width: int) -> dict[str, str]:
    if layout.torn[place]:
        return {
            "value": '"',
            "reason": "a quotation mark stands inside a value that is not in quotation marks",
            "mend": "Put the value in quotation marks, and write the mark inside it twice.",
        }
    if layout.null_bytes[place]:
        return {
            "value": "",
            "reason": "the row holds a null character",
            "mend": "Remove the character; it is often left by a faulty export.",
        }
    values = int(layout.values[place])
    return {
        "value": f"{values:,}",
        "reason": f"the row has {values:,} values where the first row has {width:,}",
        "mend": "Put values that hold a comma in quotation marks, and give blanks their place.",
    }
