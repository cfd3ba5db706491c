"""Horizontal bars: one length for each figure, the figure beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.picture import (
    PUBLIC,
    Caption,
    ChartTable,
    KeyItem,
    Picture,
    Tone,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import is_narrow, laid_out, told
from carewright_engine.charts.scales import Number, Unit, finite, known
from carewright_engine.charts.svg import Drawing, line, phrase, rect
from carewright_engine.charts.text import plain, shortened, width

THICK: Final = 20.0
_TO_FIGURE: Final = 7.0
_BARS_AT_LEAST: Final = 0.3
_HOLLOW: Final = 34.0
_WORDS_AT_MOST: Final = 130.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: "Care at home", 55."""

    name: str
    value: Number
    tone: Tone = PUBLIC
    note: str = ""
    """Said after the figure, quietly: "10 homes"."""


@dataclass(frozen=True, slots=True)
class _Lengths:
    """Pixels for one unit, and where nought stands."""

    nought: float
    scale: float


def bars(
    caption: Caption,
    rows: Sequence[Bar],
    *,
    unit: Unit | None = None,
    rows_are: str = "Name",
    figures_are: str = "Figure",
    notes_are: str = "Note",
    key: Sequence[KeyItem] = (),
    wide: Width = 680,
) -> Picture:
    """Bars from a common nought; a figure below nought goes to the left."""
    unit = unit or Unit()
    return picture(
        caption,
        _table(rows, unit, (rows_are, figures_are, notes_are)),
        lambda size: drawn_bars(rows, unit, size, key),
        wide=wide,
        key=key,
        is_empty=not rows,
    )


def drawn_bars(
    rows: Sequence[Bar], unit: Unit, size: float, key: Sequence[KeyItem] = ()
) -> Drawing:
    """The bars at one width."""
    heading = drawn_key(key, size)
    quiet = [row.tone == "muted" for row in rows]
    placed = laid_out(
        [row.name for row in rows], size, top=heading.height, thick=THICK, quiet=quiet
    )
    lengths = _lengths(rows, unit, placed.left, size)
    marks = [*heading.marks, *placed.marks]
    for row, top in zip(rows, placed.tops, strict=True):
        marks += _drawn_row(row, unit, top, lengths, size)
    if any(figure < 0 for figure in known(row.value for row in rows)):
        marks += _nought_line(lengths.nought, placed.tops, is_broken=is_narrow(size))
    return Drawing(size, placed.bottom + 4, tuple(marks))


def _drawn_row(row: Bar, unit: Unit, top: float, lengths: _Lengths, size: float) -> tuple[str, ...]:
    value = finite(row.value)
    nought = lengths.nought
    if value is None:
        hollow = rect(nought + 0.6, top + 0.6, _HOLLOW, THICK - 1.2, "unknown")
        return hollow, *_figure(row, unit, nought + _HOLLOW, top, size - nought - _HOLLOW)
    length = abs(value) * lengths.scale
    drawn = rect(nought - (length if value < 0 else 0), top, max(length, 1), THICK, row.tone)
    if value < 0:
        edge = nought - length - _TO_FIGURE
        return drawn, phrase(edge, top + 15, ((_said(unit, value), "strong"),), "end")
    return drawn, *_figure(row, unit, nought + length, top, size - nought - length)


def _nought_line(x: float, tops: Sequence[float], *, is_broken: bool) -> list[str]:
    """Where bars go both ways; broken where names stand between the bars."""
    if not is_broken:
        return [line(x, tops[0] - 2, x, tops[-1] + THICK + 2, "axis")]
    return [line(x, top - 2, x, top + THICK + 2, "axis") for top in tops]


def _figure(row: Bar, unit: Unit, x: float, top: float, room: float) -> tuple[str, ...]:
    """The figure in bold, and as much of the note as has room."""
    said = _said(unit, row.value)
    left = room - _TO_FIGURE - width(said, bold=True) - 6
    note = shortened(plain(row.note), left) if left > 30 else ""
    look = "quiet" if finite(row.value) is None else "strong"
    return (phrase(x + _TO_FIGURE, top + 15, ((said, look), (note, "quiet"))),)


def _said(unit: Unit, value: Number) -> str:
    return told(unit, value, _WORDS_AT_MOST)


def _label_room(row: Bar, unit: Unit) -> float:
    note = plain(row.note)
    return _TO_FIGURE + width(_said(unit, row.value), bold=True) + (width(note) + 6 if note else 0)


def _lengths(rows: Sequence[Bar], unit: Unit, left: float, size: float) -> _Lengths:
    """The greatest scale at which every bar and its figure still fit."""
    room = size - left
    figures = [(value, row) for row in rows if (value := finite(row.value)) is not None]
    most = max((value for value, _ in figures), default=0.0)
    least = min((value for value, _ in figures), default=0.0)
    if least < 0:
        return _both_ways(rows, unit, left, room)
    if most <= 0:
        return _Lengths(left, 0.0)
    scale = min(
        (room - min(_label_room(row, unit), room * (1 - _BARS_AT_LEAST))) / value
        for value, row in figures
        if value > 0
    )
    return _Lengths(left, scale)


def _both_ways(rows: Sequence[Bar], unit: Unit, left: float, room: float) -> _Lengths:
    """Room for the words on either side first; the bars share what is left."""
    below = [row for row in rows if (finite(row.value) or 0.0) < 0]
    above = [row for row in rows if row not in below]
    figures = known(row.value for row in rows)
    below_words = max(width(_said(unit, row.value), bold=True) + _TO_FIGURE for row in below)
    above_words = min(
        max(map(_needed(unit), above), default=0.0), max(room * 0.45, _WORDS_AT_MOST + _TO_FIGURE)
    )
    deepest = -min(figures)
    reach = deepest + max(*figures, 0.0)
    scale = max(room - below_words - above_words, 20.0) / reach
    return _Lengths(left + below_words + deepest * scale, scale)


def _needed(unit: Unit) -> Callable[[Bar], float]:
    """What stands to the right of nought besides the bar."""
    return lambda row: _label_room(row, unit) + (_HOLLOW if finite(row.value) is None else 0.0)


def _table(rows: Sequence[Bar], unit: Unit, columns: tuple[str, str, str]) -> ChartTable:
    has_notes = any(plain(row.note) for row in rows)
    if not has_notes:
        return ChartTable(
            columns[:2], tuple((row.name, cell(row.value)) for row in rows), (Unit(), unit)
        )
    return ChartTable(
        columns,
        tuple((row.name, cell(row.value), row.note) for row in rows),
        (Unit(), unit, Unit()),
    )
