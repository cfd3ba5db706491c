"""Columns: a figure for each of a few things in their order, such as years or bands of age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.axes import Tick, Upright, foot, upright
from carewright_engine.charts.bars import Bar, drawn_bars
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.labels import Box, Wanted, placed
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
from carewright_engine.charts.rows import NO_NAME
from carewright_engine.charts.scales import Linear, Number, Unit, finite, known
from carewright_engine.charts.svg import Drawing, line, paragraph, rect, words
from carewright_engine.charts.text import LINE, plain, width, wrapped

_PLOT: Final = 180.0
_SLOT_AT_MOST: Final = 120.0
_FILLED: Final = 0.64
_UNKNOWN_HIGH: Final = 30.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: "2022", 2950."""

    name: str
    value: Number
    tone: Tone = PUBLIC


def columns(
    caption: Caption,
    items: Sequence[Column],
    *,
    unit: Unit | None = None,
    in_time: bool = False,
    rows_are: str = "Name",
    figures_are: str = "Figure",
    key: Sequence[KeyItem] = (),
    wide: Width = 680,
) -> Picture:
    """Columns with their figures on top; where words do not fit, bars that say the same."""
    unit = unit or Unit()
    table = ChartTable(
        (rows_are, figures_are),
        tuple((item.name, cell(item.value)) for item in items),
        (Unit(), unit),
    )

    def draw(size: float) -> Drawing:
        if _has_room(items, unit, size) and not _goes_below(items):
            return _labelled(items, unit, size, key)
        if in_time and size / max(len(items), 1) >= 8 and not _goes_below(items):
            return _with_axis(items, unit, size, key)
        return drawn_bars([Bar(i.name, i.value, i.tone) for i in items], unit, size, key)

    return picture(caption, table, draw, wide=wide, key=key, is_empty=not items)


def _labelled(items: Sequence[Column], unit: Unit, size: float, key: Sequence[KeyItem]) -> Drawing:
    heading = drawn_key(key, size)
    slot = _slot(items, size)
    top, base = heading.height + LINE, heading.height + LINE + _PLOT
    scale = Linear(0, max(known(item.value for item in items), default=0.0) or 1.0, base, top)
    marks = list(heading.marks)
    deepest = 1
    for place, item in enumerate(items):
        middle = slot * (place + 0.5)
        marks += _column(item, middle, slot * _FILLED, scale)
        y = base - _UNKNOWN_HIGH if finite(item.value) is None else scale(finite(item.value) or 0)
        look = "quiet" if finite(item.value) is None else "strong"
        marks.append(words(middle, y - 6, unit.say(item.value), look, "middle"))
        lines = _name_lines(item, slot)
        deepest = max(deepest, len(lines))
        marks += paragraph(middle, base + 19, lines, "", "middle")
    marks.append(line(0, base, slot * len(items), base, "axis"))
    return Drawing(size, base + 8 + LINE * deepest, tuple(marks))


def _with_axis(items: Sequence[Column], unit: Unit, size: float, key: Sequence[KeyItem]) -> Drawing:
    """A long run: an axis, as many names as have room, the figures of the last and the highest."""
    heading = drawn_key(key, size)
    figures = known(item.value for item in items)
    top, base = heading.height + LINE, heading.height + LINE + _PLOT
    axis = upright(0, max(figures, default=0.0) or 1.0, unit, top=top, bottom=base, right=size)
    slot = (size - axis.left) / len(items)
    marks = [*heading.marks, *axis.marks]
    for place, item in enumerate(items):
        marks += _column(item, axis.left + slot * (place + 0.5), slot * 0.76, axis.scale)
    places = [Tick(axis.left + slot * (n + 0.5), item.name) for n, item in enumerate(items)]
    marks += foot(places, base + 19, width_of_figure=size)
    marks += _told(items, unit, [tick.x for tick in places], axis, size)
    return Drawing(size, base + 26, tuple(marks))


def _told(
    items: Sequence[Column], unit: Unit, places: Sequence[float], axis: Upright, size: float
) -> tuple[str, ...]:
    """The figures of the last column and of the highest."""
    seen = [(value, n) for n, item in enumerate(items) if (value := finite(item.value)) is not None]
    wanted = dict.fromkeys([n for _, n in (seen[-1:] + sorted(seen)[-1:])])
    labels = (
        Wanted(
            min(max(places[n], _half(items[n], unit)), size - _half(items[n], unit)),
            axis.scale(finite(items[n].value) or 0.0),
            unit.say(items[n].value),
            "strong halo",
            reach=0.0,
            bold=True,
            may_stand_off=False,
        )
        for n in wanted
    )
    columns_drawn = [
        Box(places[n] - 2, axis.scale(value) + 1, places[n] + 2, axis.scale.start)
        for value, n in seen
    ]
    room = Box(axis.left - 2, 0, size, axis.scale.start)
    return placed(labels, within=room, taken=[*columns_drawn, *axis.boxes])


def _half(item: Column, unit: Unit) -> float:
    return width(unit.say(item.value), bold=True) / 2 + 1


def _column(item: Column, middle: float, wide: float, scale: Linear) -> tuple[str, ...]:
    value = finite(item.value)
    left, base = middle - wide / 2, scale.start
    if value is None:
        high = _UNKNOWN_HIGH
        return (rect(left + 0.6, base - high, max(wide - 1.2, 2), high - 1, "unknown"),)
    y = scale(value)
    return (rect(left, min(y, base - 1), wide, max(base - y, 1), item.tone),)


def _has_room(items: Sequence[Column], unit: Unit, size: float) -> bool:
    slot = _slot(items, size)
    figures_fit = all(width(unit.say(item.value), bold=True) + 6 <= slot for item in items)
    return figures_fit and all(_name_is_whole(item, slot) for item in items)


def _name_is_whole(item: Column, slot: float) -> bool:
    """No word broken and none left out, in at most two lines."""
    lines = _name_lines(item, slot)
    return " ".join(lines) == (plain(item.name) or NO_NAME)


def _name_lines(item: Column, slot: float) -> tuple[str, ...]:
    return wrapped(plain(item.name) or NO_NAME, slot - 8, lines=2)


def _slot(items: Sequence[Column], size: float) -> float:
    return min(size / max(len(items), 1), _SLOT_AT_MOST)


def _goes_below(items: Sequence[Column]) -> bool:
    return any(value < 0 for value in known(item.value for item in items))
