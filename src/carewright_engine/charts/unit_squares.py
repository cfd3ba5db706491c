"""Unit squares: where things are few they are counted one by one, a square for each home."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.picture import (
    Caption,
    ChartTable,
    KeyItem,
    Picture,
    Tone,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import is_narrow, laid_out, left_of_marks, told
from carewright_engine.charts.scales import NOT_KNOWN, Number, Unit, finite, known
from carewright_engine.charts.stacked_bars import Part
from carewright_engine.charts.svg import Drawing, phrase, rect, words
from carewright_engine.charts.text import width

_SIDE: Final = 13.3
_PITCH: Final = 15.7
_SQUARES_AT_MOST: Final = 240
_WORDS_AT_MOST: Final = 110.0
_COUNT: Final = Unit()


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One row: "4 Good", with a count for each part."""

    name: str
    counts: tuple[Number, ...]


def unit_squares(
    caption: Caption,
    parts: Sequence[Part],
    rows: Sequence[UnitRow],
    *,
    one_is: str = "home",
    many_are: str = "homes",
    rows_are: str = "Grade",
    wide: Width = 680,
) -> Picture:
    """A square for each; for ten, a hundred and so on where there are too many to count."""
    each = _each(parts, rows)
    key = tuple(KeyItem("square", part.tone, part.name) for part in parts)
    note = "" if each == 1 else f"One square is {_COUNT.say(each)} {many_are}."
    read = caption.how_to_read or note or f"One square is one {one_is}."
    return picture(
        Caption(caption.name, caption.title, caption.description, read),
        _table(parts, rows, rows_are),
        lambda size: _drawn(parts, rows, each, size, key, note),
        wide=wide,
        key=key,
        is_empty=not rows or not parts,
    )


def _drawn(
    parts: Sequence[Part],
    rows: Sequence[UnitRow],
    each: float,
    size: float,
    key: Sequence[KeyItem],
    note: str,
) -> Drawing:
    heading = drawn_key(key, size)
    names = [row.name for row in rows]
    left = left_of_marks(names, size)
    across = max(int((size - left) / _PITCH), 4)
    deep = [_high(parts, row, each, across, size - left) for row in rows]
    placed = laid_out(names, size, top=heading.height, thick=deep, to_right=False)
    marks = [*heading.marks, *placed.marks]
    for row, top in zip(rows, placed.tops, strict=True):
        shift = 1.0 if is_narrow(size) else 2.5
        marks += _drawn_row(parts, row, each, placed.left, top + shift, across, size)
    bottom = placed.bottom + (24 if note else 6)
    if note:
        marks.append(words(0, bottom - 6, note, "quiet"))
    return Drawing(size, bottom, tuple(marks))


def _drawn_row(
    parts: Sequence[Part],
    row: UnitRow,
    each: float,
    left: float,
    top: float,
    across: int,
    size: float,
) -> list[str]:
    marks: list[str] = []
    place = 0
    for value, tone in _squares(parts, row, each):
        x, y = left + place % across * _PITCH, top + place // across * _PITCH
        marks.append(rect(x, y, _SIDE * value, _SIDE, tone))
        place += 1
    x, y = left + _PITCH * _in_last_line(place, across), top + (_deep(place, across) - 1) * _PITCH
    if x + _told(parts, row) > size:
        x, y = left - 5, y + _PITCH
    return [*marks, phrase(x + (5 if place else 0), y + 11.8, _total(parts, row))]


def _squares(parts: Sequence[Part], row: UnitRow, each: float) -> list[tuple[float, Tone]]:
    """Each square's share that is filled, and its tone; the last of a part may be a slice."""
    squares: list[tuple[float, Tone]] = []
    for part, count in zip(parts, _counts(parts, row), strict=True):
        left = max(finite(count) or 0.0, 0.0) / each
        while left > 1e-9:
            squares.append((min(left, 1.0), part.tone))
            left -= 1
    return squares


def _total(parts: Sequence[Part], row: UnitRow) -> tuple[tuple[str, str], ...]:
    figures = known(_counts(parts, row))
    unknown = len(figures) < len(parts)
    if unknown and not figures:
        return ((NOT_KNOWN, "quiet"),)
    said = (told(_COUNT, sum(figures), _WORDS_AT_MOST), "strong")
    return (said, ("and some not known", "quiet")) if unknown else (said,)


def _told(parts: Sequence[Part], row: UnitRow) -> float:
    return 5 + sum(width(said, bold=True) + 6 for said, _ in _total(parts, row))


def _high(parts: Sequence[Part], row: UnitRow, each: float, across: int, room: float) -> float:
    """Its lines of squares, and one more where the count has no room after them."""
    squares = len(_squares(parts, row, each))
    is_full = _in_last_line(squares, across) * _PITCH + _told(parts, row) > room
    return (_deep(squares, across) + (1 if is_full else 0)) * _PITCH


def _deep(squares: int, across: int) -> int:
    return max(math.ceil(squares / across), 1)


def _in_last_line(squares: int, across: int) -> int:
    return squares - (_deep(squares, across) - 1) * across


def _each(parts: Sequence[Part], rows: Sequence[UnitRow]) -> float:
    """What one square stands for: the least power of ten that keeps every row countable."""
    most = max((sum(max(f, 0.0) for f in known(_counts(parts, row))) for row in rows), default=0.0)
    if most <= _SQUARES_AT_MOST:
        return 1.0
    return 10.0 ** math.ceil(math.log10(most / _SQUARES_AT_MOST))


def _counts(parts: Sequence[Part], row: UnitRow) -> tuple[Number, ...]:
    return (*row.counts, *(None for _ in parts))[: len(parts)]


def _table(parts: Sequence[Part], rows: Sequence[UnitRow], rows_are: str) -> ChartTable:
    def total(row: UnitRow) -> Number:
        figures = known(_counts(parts, row))
        return sum(figures) if len(figures) == len(parts) else None

    return ChartTable(
        (rows_are, *(part.name for part in parts), "All"),
        tuple((row.name, *map(cell, _counts(parts, row)), cell(total(row))) for row in rows),
        tuple(_COUNT for _ in range(len(parts) + 2)),
    )
