"""Stacked bars: how a whole is made up, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.palette import on_tone
from carewright_engine.charts.picture import (
    PRIVATE,
    PUBLIC,
    VOLUNTARY,
    Caption,
    ChartTable,
    KeyItem,
    Picture,
    Tone,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import laid_out, told
from carewright_engine.charts.scales import NOT_KNOWN, Number, Unit, finite, known
from carewright_engine.charts.svg import Drawing, phrase, rect, words
from carewright_engine.charts.text import width

_THICK: Final = 20.0
_TO_FIGURE: Final = 7.0
_GAP: Final = 1.0
_UNKNOWN_WIDE: Final = 22.0
_WORDS_AT_MOST: Final = 110.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part that returns in every row: "Private", in its tone."""

    name: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Stack:
    """One row: a figure for each part, in the order of the parts."""

    name: str
    values: tuple[Number, ...]


SECTORS: Final = (
    Part("Publicly run", PUBLIC),
    Part("Private", PRIVATE),
    Part("Voluntary", VOLUNTARY),
)
"""Who runs a service, in the order and the tones of the whole product."""


def stacked_bars(
    caption: Caption,
    parts: Sequence[Part],
    rows: Sequence[Stack],
    *,
    unit: Unit | None = None,
    rows_are: str = "Name",
    wide: Width = 680,
) -> Picture:
    """Each row is as long as its whole, and its parts are as long as they are in it."""
    unit = unit or Unit()
    key = tuple(KeyItem("square", part.tone, part.name) for part in parts)
    return picture(
        caption,
        _table(parts, rows, unit, rows_are),
        lambda size: _drawn(parts, rows, unit, size, key),
        wide=wide,
        key=key,
        is_empty=not rows or not parts,
    )


def _drawn(
    parts: Sequence[Part],
    rows: Sequence[Stack],
    unit: Unit,
    size: float,
    key: Sequence[KeyItem],
) -> Drawing:
    heading = drawn_key(key, size)
    placed = laid_out([row.name for row in rows], size, top=heading.height, thick=_THICK)
    scale = _scale(parts, rows, unit, size - placed.left)
    marks = [*heading.marks, *placed.marks]
    for row, top in zip(rows, placed.tops, strict=True):
        marks += _drawn_row(parts, row, unit, placed.left, top, scale)
    return Drawing(size, placed.bottom + 4, tuple(marks))


def _drawn_row(
    parts: Sequence[Part], row: Stack, unit: Unit, left: float, top: float, scale: float
) -> list[str]:
    marks: list[str] = []
    x = left
    for part, value in zip(parts, _values(parts, row), strict=True):
        length = max(finite(value) or 0.0, 0.0) * scale
        if length > 0:
            seen = max(length - _GAP, 0.6)
            marks.append(rect(x, top, seen, _THICK, part.tone))
            marks.append(_inside(unit.say(value), x, top, seen, part.tone))
        x += length
    if _is_partly_unknown(parts, row):
        marks.append(rect(x + 0.6, top + 0.6, _UNKNOWN_WIDE - 2, _THICK - 1.2, "unknown"))
        x += _UNKNOWN_WIDE
    marks.append(phrase(x + _TO_FIGURE, top + 15, _total(parts, row, unit)))
    return marks


def _inside(said: str, x: float, top: float, seen: float, tone: Tone) -> str:
    """The part's own figure, where the part is long enough to hold it."""
    if width(said) + 8 > seen:
        return ""
    return words(x + seen / 2, top + 15, said, on_tone(tone), "middle")


def _total(parts: Sequence[Part], row: Stack, unit: Unit) -> tuple[tuple[str, str], ...]:
    figures = known(_values(parts, row))
    if not _is_partly_unknown(parts, row):
        return ((told(unit, sum(figures), _WORDS_AT_MOST), "strong"),)
    if not figures:
        return ((NOT_KNOWN, "quiet"),)
    return (told(unit, sum(figures), _WORDS_AT_MOST), "strong"), ("and some not known", "quiet")


def _scale(parts: Sequence[Part], rows: Sequence[Stack], unit: Unit, room: float) -> float:
    """The greatest scale at which every row and its total still fit."""
    scales = []
    for row in rows:
        drawn = sum(max(figure, 0.0) for figure in known(_values(parts, row)))
        if drawn > 0:
            words_wide = sum(width(said, bold=True) + 6 for said, _ in _total(parts, row, unit))
            hollow = _UNKNOWN_WIDE if _is_partly_unknown(parts, row) else 0.0
            scales.append(max(room - words_wide - hollow - _TO_FIGURE, 20.0) / drawn)
    return min(scales, default=0.0)


def _values(parts: Sequence[Part], row: Stack) -> tuple[Number, ...]:
    """A figure for each part; one that was not given is not known."""
    return (*row.values, *(None for _ in parts))[: len(parts)]


def _is_partly_unknown(parts: Sequence[Part], row: Stack) -> bool:
    return any(finite(value) is None for value in _values(parts, row))


def _table(parts: Sequence[Part], rows: Sequence[Stack], unit: Unit, rows_are: str) -> ChartTable:
    def total(row: Stack) -> Number:
        return None if _is_partly_unknown(parts, row) else sum(known(_values(parts, row)))

    return ChartTable(
        (rows_are, *(part.name for part in parts), "All"),
        tuple((row.name, *map(cell, _values(parts, row)), cell(total(row))) for row in rows),
        (Unit(), *(unit for _ in parts), unit),
    )
