"""A map of homes: area of a circle for places, colour for the lowest grade."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.geometry import (
    Plane,
    Ring,
    fitted,
    on_the_globe,
    projected,
    rings,
    round_sizes,
    scale_bar_km,
)
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.labels import Box, Wanted, around, placed
from carewright_engine.charts.picture import (
    Caption,
    ChartTable,
    KeyItem,
    Picture,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.scales import NOT_KNOWN, Number, Unit, finite, known
from carewright_engine.charts.stacked_bars import Part
from carewright_engine.charts.svg import Drawing, circle, line, path, words
from carewright_engine.charts.text import LINE, plain, shortened, width, wrapped

SCOTTISH_GRADES: Final[Mapping[int | None, Part]] = {
    1: Part("1 unsatisfactory", "grade-1"),
    2: Part("2 weak", "grade-2"),
    3: Part("3 adequate", "grade-3"),
    4: Part("4 good", "grade-4"),
    5: Part("5 very good", "grade-5"),
    6: Part("6 excellent", "grade-6"),
    None: Part("not graded", "grade-0"),
}
ENGLISH_RATINGS: Final[Mapping[int | None, Part]] = {
    1: Part("inadequate", "grade-1"),
    2: Part("requires improvement", "grade-3"),
    3: Part("good", "grade-4"),
    4: Part("outstanding", "grade-6"),
    None: Part("not rated", "grade-0"),
}


@dataclass(frozen=True, slots=True)
class Home:
    """One home: where it is, how many places it has, its lowest grade."""

    name: str
    longitude: Number
    latitude: Number
    places: Number
    grade: int | None


@dataclass(frozen=True, slots=True)
class Town:
    """A name that helps readers to find their way."""

    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class _Map:
    boundary: tuple[Ring, ...]
    homes: tuple[Home, ...]
    towns: tuple[Town, ...]
    grades: Mapping[int | None, Part]
    places_are: str


def dot_map(
    caption: Caption,
    boundary: object,
    homes: Sequence[Home],
    *,
    towns: Sequence[Town] = (),
    grades: Mapping[int | None, Part] = SCOTTISH_GRADES,
    homes_are: str = "Home",
    places_are: str = "places",
    wide: Width = 680,
) -> Picture:
    """Homes over a boundary (GeoJSON geometry, feature or collection)."""
    drawn = _Map(tuple(rings(boundary)), tuple(homes), tuple(towns), grades, plain(places_are))
    key = tuple(
        KeyItem("circle", part.tone, part.name)
        for grade, part in grades.items()
        if any(_grade(home, grades) == part for home in homes) or grade is not None
    )
    return picture(
        caption,
        _table(drawn, homes_are),
        lambda size: _drawn(drawn, size, key),
        wide=wide,
        key=key,
        is_empty=not drawn.boundary and not any(_at(home) for home in homes),
    )


def _drawn(what: _Map, size: float, key: Sequence[KeyItem]) -> Drawing:
    heading = drawn_key(key, size)
    is_small = size < 420
    edge = _largest_radius(size) + 2
    plane = fitted(
        [*(point for ring in what.boundary for point in ring), *filter(None, map(_at, what.homes))],
        left=edge,
        top=heading.height + edge,
        wide=size - 2 * edge,
        high=340 if is_small else 520,
    )
    marks = [*heading.marks, path(projected(what.boundary, plane), "land", closed=True)]
    scale = _radius_scale(what, size)
    marks += [circle(x, y, r, f"{tone} rim") for x, y, r, tone in _circles(what, plane, scale)]
    bottom = plane.top + plane.high + edge
    marks += _town_names(what, plane, scale, Box(0, heading.height, size, bottom))
    sizes, taken = _size_key(what, scale, bottom, size)
    marks += sizes
    bar_room = 80.0 if is_small else 110.0
    # Beside the key of sizes if there is room, or under it.
    bottom += 22 if taken + bar_room + 24 > size else 0
    marks += _scale_bar(plane, size, bottom + 22, bar_room)
    height = bottom + 30
    for note in _notes(what):
        lines = wrapped(note, size)
        for text in lines:
            height += LINE
            marks.append(words(0, height - 4, text, "quiet"))
    return Drawing(size, height, tuple(marks))


def _circles(what: _Map, plane: Plane, scale: float) -> list[tuple[float, float, float, str]]:
    """Large circles first, so that small ones lie on top of them."""
    found = []
    for home in what.homes:
        at = _at(home)
        if at:
            tone = _grade(home, what.grades).tone
            found.append((*plane(*at), _radius(home, scale), tone))
    return sorted(found, key=lambda one: (-one[2], one[0], one[1], one[3]))


def _radius(home: Home, scale: float) -> float:
    places = finite(home.places)
    return 2.0 if places is None or places <= 0 else max(math.sqrt(places) * scale, 2.0)


def _radius_scale(what: _Map, size: float) -> float:
    """Pixels of radius for the root of one place, so that the area is true to the places."""
    largest = max([*known(home.places for home in what.homes), 1.0])
    return _largest_radius(size) / math.sqrt(largest)


def _largest_radius(size: float) -> float:
    return 6.5 if size < 420 else 9.0


def _town_names(what: _Map, plane: Plane, scale: float, within: Box) -> tuple[str, ...]:
    taken = [around(x, y, r) for x, y, r, _ in _circles(what, plane, scale)]
    wanted = []
    for town in what.towns:
        at = on_the_globe(town.longitude, town.latitude)
        if at and plain(town.name):
            spot = plane(*at)
            wanted.append(Wanted(*spot, plain(town.name), "halo", reach=2, has_leader=False))
    return placed(wanted, within=within, taken=taken)


def _size_key(what: _Map, scale: float, top: float, room: float) -> tuple[list[str], float]:
    """Rings that show how large a circle is for how many places, and how far they reach."""
    figures = known(home.places for home in what.homes)
    if not figures or max(figures) <= 0:
        return [], 0.0
    marks: list[str] = []
    x, base = 1.0, top + 24
    for size in round_sizes(max(figures)):
        radius = math.sqrt(size) * scale
        said = Unit().short(size, size / 10) if size >= 1e5 else Unit().say(size)
        marks.append(circle(x + radius, base - radius, radius, "hollow"))
        marks.append(words(x + 2 * radius + 5, base - 2, said, "quiet"))
        x += 2 * radius + 5 + width(said) + 12
    unit = shortened(what.places_are, room - x)
    return [*marks, words(x, base - 2, unit, "quiet")], x + width(unit)


def _scale_bar(plane: Plane, size: float, y: float, room: float) -> list[str]:
    km = scale_bar_km(plane, room)
    length = plane.km_in_pixels(km)
    right = size - 2
    said = f"{Unit().say(km)} km"
    x = min(right - length / 2, right - width(said) / 2)
    return [
        line(right - length, y, right, y, "axis"),
        line(right - length, y - 4, right - length, y, "axis"),
        line(right, y - 4, right, y, "axis"),
        words(x, y - 7, said, "quiet", "middle"),
    ]


def _notes(what: _Map) -> list[str]:
    lost = sum(_at(home) is None for home in what.homes)
    unsized = sum(bool(_at(home)) and finite(home.places) is None for home in what.homes)
    return [
        note
        for note, count in (
            (f"Not on the map, because where they are is not known: {lost}.", lost),
            (f"Drawn smallest, because {what.places_are} are not known: {unsized}.", unsized),
        )
        if count
    ]


def _at(home: Home) -> tuple[float, float] | None:
    return on_the_globe(home.longitude, home.latitude)


def _grade(home: Home, grades: Mapping[int | None, Part]) -> Part:
    return grades.get(home.grade) or grades.get(None) or Part(NOT_KNOWN, "grade-0")


def _table(what: _Map, homes_are: str) -> ChartTable:
    rows = tuple(
        (home.name, cell(home.places), _grade(home, what.grades).name) for home in what.homes
    )
    return ChartTable((homes_are, what.places_are.capitalize(), "Lowest grade"), rows)
