"""Boundaries as published (GeoJSON, degrees) on a plane, with no more points than are seen.

The projection is equirectangular with the width of a degree taken at the middle latitude: at the
scale of a council, or of Scotland, nobody can tell it from a grander one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from carewright_engine.charts.scales import finite, round_step
from carewright_engine.charts.svg import Point

KM_IN_A_DEGREE: Final = 111.195  # of latitude, on a sphere of 6,371 km
_SEEN_FROM: Final = 0.6  # square pixels below which an island is not drawn
_TOLERANCE: Final = 0.45  # pixels

Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Plane:
    """Where a longitude and a latitude lie in the picture."""

    west: float
    north: float
    squeeze: float
    """How much narrower a degree of longitude is than one of latitude."""
    scale: float
    """Pixels for one degree of latitude."""
    left: float
    top: float
    wide: float
    high: float

    def __call__(self, longitude: float, latitude: float) -> Point:
        x = self.left + (longitude - self.west) * self.squeeze * self.scale
        return x, self.top + (self.north - latitude) * self.scale

    def km_in_pixels(self, km: float) -> float:
        return km / KM_IN_A_DEGREE * self.scale


def rings(geometry: object) -> list[Ring]:
    """Every ring of a geometry, feature or collection; what is not a boundary is passed over."""
    if not isinstance(geometry, Mapping):
        return []
    match geometry.get("type"):
        case "FeatureCollection":
            return [ring for one in _listed(geometry.get("features")) for ring in rings(one)]
        case "GeometryCollection":
            return [ring for one in _listed(geometry.get("geometries")) for ring in rings(one)]
        case "Feature":
            return rings(geometry.get("geometry"))
        case "Polygon":
            return _clean(_listed(geometry.get("coordinates")))
        case "MultiPolygon":
            polygons = _listed(geometry.get("coordinates"))
            return _clean(ring for polygon in polygons for ring in _listed(polygon))
    return []


def fitted(points: Iterable[Point], *, left: float, top: float, wide: float, high: float) -> Plane:
    """The plane on which all the points fill the given room as far as they can, centred."""
    known = list(points) or [(0.0, 0.0)]
    west, east = min(x for x, _ in known), max(x for x, _ in known)
    south, north = min(y for _, y in known), max(y for _, y in known)
    squeeze = max(math.cos(math.radians((south + north) / 2)), 0.02)
    across = max((east - west) * squeeze, 0.002)
    down = max(north - south, 0.002)
    scale = min(wide / across, high / down)
    drawn = (east - west) * squeeze * scale
    return Plane(
        west, north, squeeze, scale, left + (wide - drawn) / 2, top, wide, (north - south) * scale
    )


def projected(found: Sequence[Ring], plane: Plane) -> list[Ring]:
    """Rings as drawn: thinned to what can be seen, islands too small to see left out."""
    drawn = [_thinned([plane(*point) for point in ring]) for ring in found]
    seen = [ring for ring in drawn if abs(area(ring)) >= _SEEN_FROM]
    return seen or sorted(drawn, key=lambda ring: -abs(area(ring)))[:1]


def area(ring: Sequence[Point]) -> float:
    """The area within a ring; below nought when it runs the other way round."""
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def middle(found: Sequence[Ring]) -> Point | None:
    """The centre of gravity of the largest ring, where a name stands best."""
    ring = max(found, key=lambda one: abs(area(one)), default=[])
    if not ring:
        return None
    size = area(ring)
    if abs(size) < 1e-9:
        return ring[0]
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return x / (6 * size), y / (6 * size)


def scale_bar_km(plane: Plane, room: float) -> float:
    """The longest round distance that fits in the room: 1, 2 or 5 times a power of ten."""
    longest = room / plane.km_in_pixels(1.0)
    power = 10.0 ** math.floor(math.log10(longest))
    return next(factor * power for factor in (5, 2, 1) if factor * power <= longest * (1 + 1e-9))


def round_sizes(largest: float) -> list[float]:
    """Three round sizes for a key: about a quarter, half and the whole of the largest."""
    step = round_step(largest / 4)
    return sorted({step, 2 * step, 4 * step} if 4 * step <= largest * 1.2 else {step, 2 * step})


def _thinned(ring: Ring) -> Ring:
    """Douglas and Peucker's thinning of a ring, cut in two at the point farthest from its start."""
    if len(ring) < 5:
        return ring
    start = ring[0]
    far = max(range(len(ring)), key=lambda n: math.dist(start, ring[n]))
    if far == 0:
        return ring[:1]
    keep = {0, far, len(ring) - 1}
    stack = [(0, far), (far, len(ring) - 1)]
    while stack:
        first, last = stack.pop()
        farthest, off = _farthest(ring, first, last)
        if off > _TOLERANCE:
            keep.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return [ring[place] for place in sorted(keep)]


def _farthest(ring: Ring, first: int, last: int) -> tuple[int, float]:
    (x1, y1), (x2, y2) = ring[first], ring[last]
    length = math.hypot(x2 - x1, y2 - y1)
    best, most = first, -1.0
    for place in range(first + 1, last):
        x, y = ring[place]
        if length == 0:
            off = math.hypot(x - x1, y - y1)
        else:
            off = abs((y2 - y1) * (x - x1) - (x2 - x1) * (y - y1)) / length
        if off > most:
            best, most = place, off
    return best, most


def _clean(found: Iterable[Any]) -> list[Ring]:
    cleaned = ([point for at in _listed(ring) if (point := _point(at))] for ring in found)
    return [ring for ring in cleaned if len(ring) > 2]


def _point(at: object) -> Point | None:
    pair = _listed(at)
    if len(pair) < 2:
        return None
    return on_the_globe(pair[0], pair[1])


def on_the_globe(longitude: object, latitude: object) -> Point | None:
    """The place, if both are degrees that exist."""
    if not isinstance(longitude, int | float) or not isinstance(latitude, int | float):
        return None
    x, y = finite(longitude), finite(latitude)
    if x is None or y is None or abs(x) > 180 or abs(y) > 90:
        return None
    return x, y


def _listed(found: object) -> Sequence[Any]:
    return found if isinstance(found, list | tuple) else ()
