"""A map of areas, each in the tone of its class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from carewright_engine.charts.classes import Classes, classed
from carewright_engine.charts.geometry import Plane, Ring, fitted, middle, projected, rings
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.labels import Box, Wanted, placed
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
from carewright_engine.charts.scales import Number, Unit
from carewright_engine.charts.svg import Drawing, path, words
from carewright_engine.charts.text import LINE, plain, shortened, wrapped


@dataclass(frozen=True, slots=True)
class MapArea:
    """One area: its boundary (GeoJSON) and its figure."""

    name: str
    value: Number
    geometry: object = field(repr=False, default=None)
    is_named: bool = False
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class _Map:
    areas: tuple[tuple[MapArea, tuple[Ring, ...]], ...]
    classes: Classes


def choropleth(
    caption: Caption,
    areas: Sequence[MapArea],
    *,
    unit: Unit | None = None,
    limits: Sequence[float] | None = None,
    areas_are: str = "Area",
    figures_are: str = "Figure",
    wide: Width = 680,
) -> Picture:
    """Areas in at most five tones; one that is not known is left blank with a dashed edge."""
    unit = unit or Unit()
    values = [area.value for area in areas]
    what = _Map(
        tuple((area, tuple(rings(area.geometry))) for area in areas), classed(values, unit, limits)
    )
    key = what.classes.key(values)
    table = ChartTable(
        (areas_are, figures_are),
        tuple((area.name, cell(area.value)) for area in areas),
        (Unit(), unit),
    )
    return picture(
        caption,
        table,
        lambda size: _drawn(what, size, key),
        wide=wide,
        key=key,
        is_empty=not any(found for _, found in what.areas),
    )


def _drawn(what: _Map, size: float, key: Sequence[KeyItem]) -> Drawing:
    heading = drawn_key(key, size)
    plane = fitted(
        [point for _, found in what.areas for ring in found for point in ring],
        left=2,
        top=heading.height + 2,
        wide=size - 4,
        high=400 if size < 420 else 560,
    )
    bottom = plane.top + plane.high + 4
    marks = [*heading.marks, *_areas(what, plane)]
    marks += _names(what, plane, Box(0, heading.height, size, bottom))
    missing = [plain(area.name) or NO_NAME for area, found in what.areas if not found]
    if missing:
        note = f"No boundary, so not on the map: {', '.join(missing)}."
        for text in wrapped(note, size):
            bottom += LINE
            marks.append(words(0, bottom - 2, text, "quiet"))
        bottom += 4
    return Drawing(size, bottom, tuple(marks))


def _areas(what: _Map, plane: Plane) -> list[str]:
    """Areas, then the edges of those not known or in focus, so that no neighbour covers them."""
    marks = []
    edges = []
    for area, found in what.areas:
        tone = what.classes.tone(area.value)
        drawn = projected(found, plane) if found else []
        if tone == "unknown":
            edges.append(path(drawn, "unknown", closed=True))
        else:
            marks.append(path(drawn, f"{tone} border", closed=True))
        if area.is_focus:
            edges.append(path(drawn, "picked", closed=True))
    return marks + edges


def _names(what: _Map, plane: Plane, within: Box) -> tuple[str, ...]:
    wanted = []
    for area, found in sorted(what.areas, key=lambda one: not one[0].is_focus):
        spot = middle([[plane(*point) for point in ring] for ring in found])
        if spot and (area.is_named or area.is_focus):
            said = f"{plain(area.name) or NO_NAME} {what.classes.unit.say(area.value)}"
            said = shortened(said, within.right * 0.6, bold=area.is_focus)
            look = "strong halo" if area.is_focus else "halo"
            wanted.append(Wanted(*spot, said, look, reach=0, bold=area.is_focus, is_above=True))
    return placed(wanted, within=within)
