"""A tile map: every area the same size, so that the small ones are seen as well as the large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.classes import Classes, classed
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.palette import on_tone
from carewright_engine.charts.picture import (
    Caption,
    ChartTable,
    KeyItem,
    Picture,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import NO_NAME
from carewright_engine.charts.scales import NOT_KNOWN, Number, Unit, finite
from carewright_engine.charts.scottish_tiles import FORMER_CODES, Tile
from carewright_engine.charts.svg import Drawing, paragraph, rect, words
from carewright_engine.charts.text import ELLIPSIS, LINE, fits, plain, shortened, wrapped

_GAP: Final = 3.0
_TILE_AT_MOST: Final = 112.0
_TILE_AT_LEAST: Final = 104.0
_ONE_LINE_BELOW: Final = 70.0


@dataclass(frozen=True, slots=True)
class TileArea:
    """One area by its code, with its figure."""

    code: str
    name: str
    value: Number
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    """An area, and the column and row of its tile."""

    area: TileArea
    column: int
    row: int
    medium: str
    short: str


def tile_map(
    caption: Caption,
    areas: Sequence[TileArea],
    *,
    layout: Mapping[str, Tile] | None = None,
    unit: Unit | None = None,
    limits: Sequence[float] | None = None,
    areas_are: str = "Area",
    figures_are: str = "Figure",
    wide: Width = 680,
) -> Picture:
    """Tiles at the places of a layout, or, without one, row by row in the order given."""
    unit = unit or Unit()
    everyone = (*areas, *_absent(areas, layout or {})) if areas else ()
    values = [area.value for area in everyone]
    classes = classed(values, unit, limits)
    key = classes.key(values)
    table = ChartTable(
        (areas_are, figures_are),
        tuple((area.name, cell(area.value)) for area in everyone),
        (Unit(), unit),
    )
    return picture(
        caption,
        table,
        lambda size: _drawn(_spots(everyone, layout or {}, size), classes, unit, size, key),
        wide=wide,
        key=key,
        is_empty=not areas,
    )


def _drawn(
    spots: Sequence[_Spot], classes: Classes, unit: Unit, size: float, key: Sequence[KeyItem]
) -> Drawing:
    heading = drawn_key(key, size)
    across = max(spot.column for spot in spots) + 1
    wide = min((size - _GAP * (across - 1)) / across, _TILE_AT_MOST)
    most = 1 if wide < _ONE_LINE_BELOW else 3
    told = {id(spot): _name(spot, wide - 3 if most == 1 else wide - 7, most) for spot in spots}
    high = LINE * (max(map(len, told.values())) + 1) + 8
    marks = list(heading.marks)
    for spot in sorted(spots, key=lambda one: one.area.is_focus):
        x, y = spot.column * (wide + _GAP), heading.height + 1 + spot.row * (high + _GAP)
        marks += _tile(spot, told[id(spot)], classes, unit, (x, y, wide, high))
    rows = max(spot.row for spot in spots) + 1
    return Drawing(size, heading.height + 2 + rows * (high + _GAP), tuple(marks))


def _tile(
    spot: _Spot,
    lines: tuple[str, ...],
    classes: Classes,
    unit: Unit,
    box: tuple[float, float, float, float],
) -> list[str]:
    x, y, wide, high = box
    tone = classes.tone(spot.area.value)
    look = on_tone(tone) if tone != "unknown" else "quiet"
    inset = 1.0 if tone == "unknown" or spot.area.is_focus else 0.0
    shade = tone if tone == "unknown" else f"{tone} border"
    marks = [rect(x + inset, y + inset, wide - 2 * inset, high - 2 * inset, shade)]
    if spot.area.is_focus:
        marks.append(rect(x + 1, y + 1, wide - 2, high - 2, "picked"))
    figure = _figure(spot.area.value, unit, wide - 2)
    middle = x + wide / 2
    first = y + (high - LINE * (len(lines) + 1)) / 2 + 13
    marks += paragraph(middle, first, lines, look, "middle")
    figure_look = f"{look} strong" if finite(spot.area.value) is not None else look
    marks.append(words(middle, first + LINE * len(lines), figure, figure_look, "middle"))
    return marks


def _name(spot: _Spot, room: float, lines: int) -> tuple[str, ...]:
    """The longest of the area's names that fits whole."""
    for name in (plain(spot.area.name), spot.medium, spot.short):
        told = wrapped(name, room, lines=lines)
        if name and " ".join(told) == name:
            return told
    return (shortened(spot.short or plain(spot.area.name) or NO_NAME, room),)


def _figure(value: Number, unit: Unit, room: float) -> str:
    if finite(value) is None:
        return NOT_KNOWN if fits(NOT_KNOWN, room) else "?"
    figure = finite(value) or 0.0
    whole = Unit(unit.before, unit.after, 0)
    tries = (unit.say(figure), whole.say(figure), Unit().short(figure, abs(figure) / 10))
    return next((said for said in tries if fits(said, room, bold=True)), ELLIPSIS)


def _spots(areas: Sequence[TileArea], layout: Mapping[str, Tile], size: float) -> list[_Spot]:
    """Areas at their places in the layout; those it does not know follow below, row by row."""
    found: list[_Spot] = []
    taken: set[str] = set()
    below: list[TileArea] = []
    for area in areas:
        code = current_code(area.code)
        tile = layout.get(code)
        if tile is None or code in taken:
            below.append(area)
            continue
        taken.add(code)
        found.append(_Spot(area, tile.column, tile.row, tile.medium, tile.short))
    across = max((tile.column for tile in layout.values()), default=-1) + 1
    across = across or max(int((size + _GAP) / (_TILE_AT_LEAST + _GAP)), 1)
    first = max((spot.row for spot in found), default=-1) + 1
    found += [
        _Spot(area, place % across, first + place // across, "", "")
        for place, area in enumerate(below)
    ]
    return found


def _absent(areas: Sequence[TileArea], layout: Mapping[str, Tile]) -> list[TileArea]:
    """Areas of the layout for which no figure was given are shown as not known."""
    given = {current_code(area.code) for area in areas}
    return [TileArea(code, tile.name, None) for code, tile in layout.items() if code not in given]


def current_code(code: str) -> str:
    """The code in force, where an area was given a new one."""
    return FORMER_CODES.get(plain(code).upper(), plain(code).upper())
