"""People by age and sex, then and now: bars for one year, an outline for the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.axes import Tick, foot
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.picture import (
    Caption,
    Cell,
    ChartTable,
    KeyItem,
    Picture,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.scales import Linear, Number, Unit, finite, known, ticks
from carewright_engine.charts.svg import Drawing, Point, line, path, rect, words
from carewright_engine.charts.text import plain, shortened, widest

_HIGH: Final = 15.0
_PITCH: Final = 18.0
_AGES_AT_MOST: Final = 0.25
_AIR: Final = 8.0


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """One pair of bars, youngest first: "80–84", and the same people later, for the outline."""

    name: str
    women: Number
    men: Number
    women_later: Number = None
    men_later: Number = None
    is_marked: bool = False
    """Drawn darker, such as people aged 65 and over."""


@dataclass(frozen=True, slots=True)
class Years:
    """What the bars and the outline stand for: "2020", "2045", "aged 65 and over"."""

    now: str
    later: str = ""
    marked: str = ""


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both scales, from the column of ages outwards."""

    women: Linear
    men: Linear
    middle: float
    steps: tuple[float, ...]


def pyramid(
    caption: Caption,
    groups: Sequence[AgeGroup],
    years: Years,
    *,
    unit: Unit | None = None,
    wide: Width = 480,
) -> Picture:
    """Women to the left, men to the right, the oldest at the top."""
    unit = unit or Unit()
    key = _key(groups, years)
    return picture(
        caption,
        _table(groups, years, unit),
        lambda size: _drawn(groups, unit, size, key),
        wide=wide,
        key=key,
        is_empty=not known(_figures(groups)),
    )


def _figures(groups: Sequence[AgeGroup]) -> list[Number]:
    return [n for g in groups for n in (g.women, g.men, g.women_later, g.men_later)]


def _has_later(groups: Sequence[AgeGroup]) -> bool:
    return bool(known(n for group in groups for n in (group.women_later, group.men_later)))


def _key(groups: Sequence[AgeGroup], years: Years) -> tuple[KeyItem, ...]:
    items = [KeyItem("square", "seq-2", years.now)]
    if any(group.is_marked for group in groups):
        items.insert(0, KeyItem("square", "seq-4", f"{years.now}, {years.marked}".rstrip(", ")))
        items[1] = KeyItem("square", "seq-2", f"{years.now}, others")
    if _has_later(groups):
        items.append(KeyItem("line", "cat-2", f"{years.later} (line)"))
    return tuple(items)


def _drawn(groups: Sequence[AgeGroup], unit: Unit, size: float, key: Sequence[KeyItem]) -> Drawing:
    heading = drawn_key(key, size)
    sides = _sides(groups, size)
    top = heading.height + 22
    tops = [top + _PITCH * place for place in range(len(groups))][::-1]
    bottom = top + _PITCH * len(groups)
    marks = [*heading.marks, *_heads(sides, heading.height + 14)]
    marks += _grid(sides, top, bottom)
    for group, y in zip(reversed(groups), reversed(tops), strict=True):
        marks += _pair(group, sides, y, size)
    marks += [_outline(groups, tops, sides.women, lambda group: group.women_later)]
    marks += [_outline(groups, tops, sides.men, lambda group: group.men_later)]
    marks += _feet(sides, unit, bottom + 18, size)
    return Drawing(size, bottom + 26, tuple(mark for mark in marks if mark))


def _sides(groups: Sequence[AgeGroup], size: float) -> _Sides:
    names = [_named(group, size) for group in groups]
    column = widest(names) * 1.025 + 2 * _AIR
    steps = ticks(0, max([0.0, *known(_figures(groups))]), most=4)
    half = (size - column) / 2
    women = Linear(0, steps[-1], half, 16)
    men = Linear(0, steps[-1], size - half, size - 16)
    return _Sides(women, men, size / 2, tuple(steps))


def _named(group: AgeGroup, size: float) -> str:
    return shortened(plain(group.name), size * _AGES_AT_MOST)


def _heads(sides: _Sides, y: float) -> list[str]:
    return [
        words(sides.women.start, y, "Women", "strong", "end"),
        words(sides.men.start, y, "Men", "strong"),
    ]


def _grid(sides: _Sides, top: float, bottom: float) -> list[str]:
    return [
        line(scale(step), top - 2, scale(step), bottom, "axis" if step == 0 else "grid")
        for scale in (sides.women, sides.men)
        for step in sides.steps
    ]


def _pair(group: AgeGroup, sides: _Sides, y: float, size: float) -> list[str]:
    tone = "seq-4" if group.is_marked else "seq-2"
    marks = [words(sides.middle, y + 12, _named(group, size), "quiet", "middle")]
    for value, scale in ((group.women, sides.women), (group.men, sides.men)):
        figure = finite(value)
        if figure is None:
            reach = 14.0 if scale.end > scale.start else -14.0
            start = min(scale.start, scale.start + reach)
            marks.append(rect(start, y + 1, abs(reach), _HIGH - 2, "unknown"))
        else:
            end = scale(max(figure, 0.0))
            marks.append(rect(min(scale.start, end), y, abs(end - scale.start), _HIGH, tone))
    return marks


def _outline(
    groups: Sequence[AgeGroup],
    tops: Sequence[float],
    scale: Linear,
    later: Callable[[AgeGroup], Number],
) -> str:
    """Steps along the ends of the later bars; broken where a figure is not known."""
    runs: list[list[Point]] = [[]]
    for group, y in zip(groups, tops, strict=True):
        figure = finite(later(group))
        if figure is None:
            runs.append([])
            continue
        x = scale(max(figure, 0.0))
        runs[-1] += [(x, y + _HIGH + 1.5), (x, y - 1.5)]
    return path([run for run in runs if run], "line thin line-cat-2")


def _feet(sides: _Sides, unit: Unit, y: float, size: float) -> tuple[str, ...]:
    step, largest = sides.steps[1] - sides.steps[0], sides.steps[-1]
    places = [
        Tick(scale(value), unit.short(value, step, largest))
        for scale in (sides.women, sides.men)
        for value in sides.steps
        if value > 0
    ]
    ordered = sorted(places, key=lambda tick: tick.x)
    return foot(ordered, y, width_of_figure=size)


def _table(groups: Sequence[AgeGroup], years: Years, unit: Unit) -> ChartTable:
    now = (f"Women {years.now}", f"Men {years.now}")
    later = (f"Women {years.later}", f"Men {years.later}") if _has_later(groups) else ()
    rows: list[tuple[Cell, ...]] = []
    for group in reversed(groups):
        pairs = (group.women, group.men, group.women_later, group.men_later)
        rows.append((group.name, *(cell(pair) for pair in pairs[: 2 + len(later)])))
    columns = ("Age", *now, *later)
    return ChartTable(columns, tuple(rows), (Unit(), *(unit for _ in columns[1:])))
