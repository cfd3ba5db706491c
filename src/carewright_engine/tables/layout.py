"""Where the rows of a delimited text begin and end, and which are not rows of its table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Bits = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

NEW_LINE = ord("\n")
QUOTE = ord('"')


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a text: where each begins and ends, and how many values it holds.

    `torn` rows have a quotation mark inside a value that is not in quotation marks: readers
    differ on where such a value ends. `null_bytes` rows hold a character no database keeps.
    """

    starts: Places
    ends: Places
    values: Places
    torn: Bits
    null_bytes: Bits

    @property
    def blank(self) -> Bits:
        """Lines with nothing on them."""
        nothing: Bits = self.ends - self.starts == 1
        return nothing


def layout_of(block: bytes, separator: str) -> Layout:
    """The layout of whole rows; a line end in quotation marks ends no row."""
    text = np.frombuffer(block, dtype=np.uint8)
    outside = _outside_quotes(block, text)
    ends = _row_ends(text, outside)
    between = text == ord(separator)
    if outside is not None:
        between &= outside
    starts = np.concatenate([np.zeros(1, dtype=np.int64), ends[:-1]])
    none = np.zeros(len(ends), dtype=np.bool_)
    return Layout(
        starts=starts,
        ends=ends,
        values=_counted_by_row(between, starts) + 1,
        torn=none if outside is None else _rows_holding(_stray_quotes(text, separator), ends),
        null_bytes=_rows_holding(np.flatnonzero(text == 0), ends) if b"\0" in block else none,
    )


def last_row_end(block: bytes) -> int:
    """Where the last whole row ends; nought where the block holds no whole row."""
    if b'"' not in block:
        return block.rfind(b"\n") + 1
    text = np.frombuffer(block, dtype=np.uint8)
    ends = _row_ends(text, _outside_quotes(block, text))
    return int(ends[-1]) if len(ends) else 0


def _outside_quotes(block: bytes, text: Bytes) -> Bits | None:
    """Which bytes stand outside quotation marks; None where there are no marks at all."""
    if b'"' not in block:
        return None
    marks = np.cumsum(text == QUOTE, dtype=np.uint8)  # it overflows, but stays odd or even
    outside: Bits = marks & 1 == 0
    return outside


def _row_ends(text: Bytes, outside: Bits | None) -> Places:
    lines = text == NEW_LINE
    return np.flatnonzero(lines if outside is None else lines & outside) + 1


def _counted_by_row(marked: Bits, starts: Places) -> Places:
    """How many bytes of each row are marked."""
    # Counting in one byte is ten times faster; where a row holds more than 255 the sum tells.
    counts = np.add.reduceat(marked.view(np.uint8), starts, dtype=np.uint8).astype(np.int64)
    if counts.sum() == np.count_nonzero(marked):
        return counts
    return np.add.reduceat(marked.view(np.uint8), starts, dtype=np.int64)


def _stray_quotes(text: Bytes, separator: str) -> Places:
    """Marks that open inside a value, or close before its end."""
    marks = np.flatnonzero(text == QUOTE)
    neighbours = np.concatenate([[NEW_LINE], text, [NEW_LINE]])
    edge = (ord(separator), NEW_LINE, QUOTE)
    opening, closing = marks[0::2], marks[1::2]
    opens_inside = ~np.isin(neighbours[opening], edge)
    closes_inside = ~np.isin(neighbours[closing + 2], edge)
    return np.concatenate([opening[opens_inside], closing[closes_inside]])


def _rows_holding(places: Places, ends: Places) -> Bits:
    rows = np.searchsorted(ends, places, side="right")
    held = np.zeros(len(ends), dtype=np.bool_)
    held[rows[rows < len(ends)]] = True
    return held
