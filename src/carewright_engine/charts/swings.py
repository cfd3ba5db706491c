"""How far each assumption moves a figure: to the left when it goes to its low, and to its high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.picture import (
    PUBLIC,
    Caption,
    Cell,
    ChartTable,
    KeyItem,
    Picture,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import Rows, is_narrow, laid_out
from carewright_engine.charts.scales import Linear, Number, Unit, finite, known
from carewright_engine.charts.svg import Drawing, line, rect, words
from carewright_engine.charts.text import width

_THICK: Final = 20.0
_TO_FIGURE: Final = 6.0
_KEY: Final = (
    KeyItem("square", "seq-3", "at its likely low"),
    KeyItem("square", PUBLIC, "at its likely high"),
)


@dataclass(frozen=True, slots=True)
class Swing:
    """One assumption: what the figure gains or loses at its low end and at its high end."""

    name: str
    low: Number
    high: Number


def swings(
    caption: Caption,
    rows: Sequence[Swing],
    *,
    unit: Unit | None = None,
    rows_are: str = "Assumption",
    middle_is: str = "As now",
    wide: Width = 480,
) -> Picture:
    """The widest first, as given; both bars begin at the figure as it stands."""
    unit = unit or Unit()
    return picture(
        caption,
        _table(rows, unit, rows_are),
        lambda size: _drawn(rows, unit, size, middle_is),
        wide=wide,
        key=_KEY,
        is_empty=not rows,
    )


def _drawn(rows: Sequence[Swing], unit: Unit, size: float, middle_is: str) -> Drawing:
    heading = drawn_key(_KEY, size)
    top = heading.height + 20
    body = laid_out([row.name for row in rows], size, top=top, thick=_THICK)
    scale = _scale(rows, unit, body, size)
    marks = [*heading.marks, *body.marks]
    half = width(middle_is) / 2
    x = min(max(scale(0), half), size - half)
    marks.append(words(x, heading.height + 14, middle_is, "quiet", "middle"))
    for row, y in zip(rows, body.tops, strict=True):
        marks += _bars(row, unit, scale, y)
    marks += _spine(scale(0), body, is_broken=is_narrow(size))
    return Drawing(size, body.bottom + 4, tuple(marks))


def _scale(rows: Sequence[Swing], unit: Unit, body: Rows, size: float) -> Linear:
    """Room for the words at both ends first; the bars share what is left."""
    low, high = _ends(rows)
    said = [_said(unit, value) for row in rows for value in (row.low, row.high)]
    room = max((width(text, bold=True) for text in said), default=0.0) + _TO_FIGURE + 2
    left, right = body.left + room, size - room
    if right - left < 20:
        left, right = body.left + (size - body.left) * 0.4, size - (size - body.left) * 0.4
    return Linear(low, high, left, right)


def _ends(rows: Sequence[Swing]) -> tuple[float, float]:
    figures = known(value for row in rows for value in (row.low, row.high))
    low, high = min([0.0, *figures]), max([0.0, *figures])
    return (low, high) if high > low else (-1.0, 1.0)


def _bars(row: Swing, unit: Unit, scale: Linear, y: float) -> list[str]:
    """Both bars, and their figures beyond the farther ends."""
    ends = [(finite(row.low), "seq-3"), (finite(row.high), PUBLIC)]
    marks = []
    for value, tone in ends:
        if value is not None and value:
            start, end = sorted((scale(0), scale(value)))
            marks.append(rect(start, y, max(end - start, 1), _THICK, tone))
    figures = sorted(value for value, _ in ends if value is not None)
    if not figures:
        return [words(scale(0) + _TO_FIGURE, y + 15, "not known", "quiet")]
    least, most = min(figures[0], 0.0), max(figures[-1], 0.0)
    if least < 0:
        marks.append(words(scale(least) - _TO_FIGURE, y + 15, _said(unit, least), "strong", "end"))
    if most > 0 or least == 0:
        marks.append(words(scale(most) + _TO_FIGURE, y + 15, _said(unit, most), "strong"))
    return marks


def _spine(x: float, body: Rows, *, is_broken: bool) -> list[str]:
    if not is_broken:
        return [line(x, body.tops[0] - 4, x, body.tops[-1] + _THICK + 2, "axis")]
    return [line(x, top - 2, x, top + _THICK + 2, "axis") for top in body.tops]


def _said(unit: Unit, value: Number) -> str:
    """With its sign, as short as an axis says it: +4.7k."""
    figure = finite(value)
    if figure is None:
        return "not known"
    short = Unit(unit.before).short(figure, abs(figure) / 10)
    return f"+{short}" if figure > 0 else short


def _table(rows: Sequence[Swing], unit: Unit, rows_are: str) -> ChartTable:
    columns = (rows_are, "At its likely low", "At its likely high")
    body: tuple[tuple[Cell, ...], ...] = tuple(
        (row.name, cell(row.low), cell(row.high)) for row in rows
    )
    return ChartTable(columns, body, (Unit(), unit, unit))
