"""Cells around points on a plane: each point's cell is the land nearer to it than to any other.

Neighbouring cells share their corners exactly, so they tile without gaps, and the outline of a
group of cells is the edges that only one of the group has. Straight edges are roughened once,
for both neighbours alike, into something that looks like a coast or a burn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from carewright_engine.tables.practice.draws import Numbers
from carewright_engine.tables.practice.land import Point

Corner = tuple[int, int, int]  # the three points that a corner lies equally far from
Edge = tuple[Corner, Corner]

FAR_KM: Final = 400.0


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells by the number of their point: the corners in order, and where corners lie."""

    points: Numbers
    corners: Mapping[int, tuple[Corner, ...]]
    places: Mapping[Corner, Point]


def cells_around(points: Numbers, wanted: int) -> Cells:
    """The cells of the first `wanted` points; the others only bound them."""
    corners: dict[int, tuple[Corner, ...]] = {}
    places: dict[Corner, Point] = {}
    for index in range(wanted):
        sides = _sides(points, index)
        ring = tuple(
            _corner(index, sides[at], sides[(at + 1) % len(sides)]) for at in range(len(sides))
        )
        corners[index] = ring
        for corner in ring:
            if corner not in places:
                places[corner] = _equally_far(points, corner)
    return Cells(points, corners, places)


def _corner(*numbers: int) -> Corner:
    first, second, third = sorted(numbers)
    return (first, second, third)


def _sides(points: Numbers, index: int) -> list[int]:
    """The neighbours whose land borders a cell, in order around it."""
    offsets = points - points[index]
    distances = np.hypot(offsets[:, 0], offsets[:, 1])
    polygon = [(-FAR_KM, -FAR_KM), (FAR_KM, -FAR_KM), (FAR_KM, FAR_KM), (-FAR_KM, FAR_KM)]
    labels = [-1, -2, -3, -4]
    for neighbour in np.argsort(distances, kind="stable")[1:]:
        # A point more than twice as far off as the farthest corner cannot cut the cell.
        if distances[neighbour] > 2 * max(math.hypot(x, y) for x, y in polygon):
            break
        east, north = (float(value) for value in offsets[neighbour])
        polygon, labels = _cut(polygon, labels, (east, north), int(neighbour))
    if min(labels) < 0:
        raise ValueError(f"point {index} has no neighbours on one side")
    return labels


def _cut(
    polygon: list[Point], labels: list[int], towards: Point, neighbour: int
) -> tuple[list[Point], list[int]]:
    """The part of a polygon around 0 that is nearer to 0 than to `towards`.

    `labels[i]` names the neighbour behind the side from corner i to corner i + 1.
    """
    half = (towards[0] ** 2 + towards[1] ** 2) / 2
    beyond = [x * towards[0] + y * towards[1] - half for x, y in polygon]
    if max(beyond) <= 0:
        return polygon, labels
    kept: list[Point] = []
    kept_labels: list[int] = []
    for at, (corner, excess) in enumerate(zip(polygon, beyond, strict=True)):
        following = (at + 1) % len(polygon)
        if excess <= 0:
            kept.append(corner)
            kept_labels.append(labels[at])
        if (excess <= 0) != (beyond[following] <= 0):
            share = excess / (excess - beyond[following])
            other = polygon[following]
            kept.append(
                (
                    corner[0] + share * (other[0] - corner[0]),
                    corner[1] + share * (other[1] - corner[1]),
                )
            )
            kept_labels.append(neighbour if excess <= 0 else labels[at])
    return kept, kept_labels


def _equally_far(points: Numbers, corner: Corner) -> Point:
    """The point equally far from three others."""
    (ax, ay), (bx, by), (cx, cy) = ((float(x), float(y)) for x, y in points[list(corner)])
    twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    a, b, c = ax**2 + ay**2, bx**2 + by**2, cx**2 + cy**2
    return (
        (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / twice,
        (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / twice,
    )


def outline(cells: Cells, members: Iterable[int]) -> list[list[Edge]]:
    """The rings of edges that bound a group of cells, each ring walked in one direction."""
    edges = {
        (ring[at], ring[(at + 1) % len(ring)])
        for ring in (cells.corners[member] for member in members)
        for at in range(len(ring))
    }
    onwards = {start: end for start, end in sorted(edges) if (end, start) not in edges}
    rings: list[list[Edge]] = []
    while onwards:
        start = at = min(onwards)
        ring: list[Edge] = []
        while at in onwards:
            following = onwards.pop(at)
            ring.append((at, following))
            at = following
        if at != start:
            raise ValueError("an outline does not close")
        rings.append(ring)
    return rings


def roughened(cells: Cells, edge: Edge, seed: int) -> list[Point]:
    """The points from the start of an edge up to but without its end, no longer straight.

    The same edge walked the other way gives the same points in reverse, so that neighbours
    still fit.
    """
    start, end = sorted(edge)
    rng = np.random.default_rng((seed, *start, *end))
    line = [cells.places[start], cells.places[end]]
    # Never so far aside that a cell would lose the point it lies around.
    one, other = sorted(set(start) & set(end))
    room = 0.3 * math.dist(cells.points[one], cells.points[other]) / 2
    aside = min(0.11, room / max(math.dist(*line), 1e-9))
    for _ in range(3):
        line = _with_midpoints_moved(line, aside, rng)
    if edge[0] != start:
        line.reverse()
    return line[:-1]


def _with_midpoints_moved(line: list[Point], most: float, rng: np.random.Generator) -> list[Point]:
    moved = [line[0]]
    for (x1, y1), (x2, y2) in pairwise(line):
        aside = most * float(rng.uniform(-1, 1))
        moved.append(((x1 + x2) / 2 - aside * (y2 - y1), (y1 + y2) / 2 + aside * (x2 - x1)))
        moved.append((x2, y2))
    return moved
