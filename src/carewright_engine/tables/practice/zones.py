"""Data zones: where people live, close together in towns and far apart in the country."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from carewright_engine.tables.practice.cells import Cells, cells_around
from carewright_engine.tables.practice.draws import spread
from carewright_engine.tables.practice.land import (
    COUNCIL_CODES,
    COUNCILS,
    COUNTRYSIDE,
    TOWNS,
    Council,
    Countryside,
    Point,
    Town,
    council_at,
)

GOLDEN_ANGLE: Final = math.pi * (3 - math.sqrt(5))
SEA_SPACING_KM: Final = 3.4
ZONES_IN_A_LOCALITY: Final = 5
UNIT_LETTERS: Final = "ABDEFGHJLNPQRSTUWXYZ"  # the letters that inward codes use


@dataclass(frozen=True, slots=True)
class Zone:
    """A data zone: about 780 people, its centre and how it differs from the nation."""

    code: str
    name: str
    locality_code: str
    locality: str
    council: str
    place: str  # the town or parish that its addresses name
    centre: Point
    district: int
    sector: int
    deprivation: float  # 0 is the nation's average, 1 one standard deviation worse
    rural: bool
    island: bool


@dataclass(frozen=True)
class Land:
    """The data zones and the cells around their centres; the sea bounds the outer ones."""

    zones: tuple[Zone, ...]
    cells: Cells

    def of(self, council: str) -> list[int]:
        """The numbers of a council's zones."""
        return [at for at, zone in enumerate(self.zones) if zone.council == council]

    @cached_property
    def reach_km(self) -> tuple[float, ...]:
        """Half the distance from each zone's centre to the nearest other centre."""
        centres = np.array([zone.centre for zone in self.zones])
        apart = np.hypot(*(centres[:, None, :] - centres[None, :, :]).transpose(2, 0, 1))
        np.fill_diagonal(apart, np.inf)
        return tuple(float(value) / 2 for value in apart.min(axis=1))


def settle(rng: np.random.Generator) -> Land:
    """The whole land: towns first, then the countryside between them, then the sea around."""
    places: list[tuple[Point, Town | Countryside]] = []
    for town in TOWNS:
        places += [(point, town) for point in _in_town(rng, town)]
    for country in COUNTRYSIDE:
        taken = [point for point, _ in places]
        places += [(point, country) for point in _in_country(rng, country, taken)]
    zones = _named(rng, places)
    points = [zone.centre for zone in zones] + list(_at_sea(rng))
    return Land(zones, cells_around(np.array(points), wanted=len(zones)))


def _in_town(rng: np.random.Generator, town: Town) -> Iterator[Point]:
    """Centres in a sunflower's pattern, thinner towards the edge, and never in the sea."""
    found = step = 0
    while found < town.zones:
        distance = town.radius_km * min((step + 0.6) / town.zones, 1.6) ** 0.75
        angle = step * GOLDEN_ANGLE
        jitter = rng.normal(0, 0.07 * town.radius_km / math.sqrt(town.zones) * 3, 2)
        point = (
            town.centre[0] + distance * math.cos(angle) + float(jitter[0]),
            town.centre[1] + distance * math.sin(angle) + float(jitter[1]),
        )
        step += 1
        at = council_at(point)
        if at is not None and at.name == town.council:
            found += 1
            yield point


def _in_country(
    rng: np.random.Generator, country: Countryside, taken: list[Point]
) -> Iterator[Point]:
    """Centres well apart from each other and from the towns, near one of the parishes."""
    kept = list(taken)
    apart, found, tries = 5.5, 0, 0
    while found < country.zones:
        tries += 1
        if tries % 60 == 0:  # no room left at this distance
            apart *= 0.85
        parish = country.parishes[int(rng.integers(len(country.parishes)))][1]
        point = (
            float(parish[0] + rng.normal(0, 7.5)),
            float(parish[1] + rng.normal(0, 7.5)),
        )
        at = council_at(point)
        if at is None or at.name != country.council:
            continue
        if min(math.dist(point, other) for other in kept) >= apart:
            kept.append(point)
            found += 1
            yield point


def _at_sea(rng: np.random.Generator) -> Iterator[Point]:
    """Points on a loose grid that lie in no council: the coast runs half-way to them."""
    for east in np.arange(-36.0, 106.0, SEA_SPACING_KM):
        for north in np.arange(-4.0, 90.0, SEA_SPACING_KM):
            moved = rng.uniform(-0.8, 0.8, 2)
            point = (float(east + moved[0]), float(north + moved[1]))
            if council_at(point) is None:
                yield point


def _named(
    rng: np.random.Generator, places: list[tuple[Point, Town | Countryside]]
) -> tuple[Zone, ...]:
    """Zones with codes and names, in the order of their councils and localities."""
    zones: list[Zone] = []
    sectors: dict[int, int] = {}
    localities = 0
    for council in COUNCILS:
        for name, place, members in _localities(council, places):
            localities += 1
            district = _district(place)
            sectors[district] = sectors.get(district, 0) + 1
            noise = spread(rng, len(members)) * 1.6 - 0.8
            zones += [
                Zone(
                    code=f"S019{len(zones) + number:05d}",
                    name=f"{name} - {number:02d}",
                    locality_code=f"S029{localities:05d}",
                    locality=name,
                    council=council.name,
                    place=place.name if isinstance(place, Town) else name,
                    centre=point,
                    district=district,
                    sector=sectors[district] % 10,
                    deprivation=_deprivation(council, place) + float(noise[number - 1]),
                    rural=isinstance(place, Countryside),
                    island=_on_island(place),
                )
                for number, point in enumerate(members, start=1)
            ]
    return tuple(zones)


def _localities(
    council: Council, places: list[tuple[Point, Town | Countryside]]
) -> Iterator[tuple[str, Town | Countryside, list[Point]]]:
    """Towns cut into quarters of about five zones; the countryside by its nearest parish."""
    for town in (town for town in TOWNS if town.council == council.name):
        points = [point for point, place in places if place is town]
        quarters = max(1, round(len(points) / ZONES_IN_A_LOCALITY))
        around = sorted((_bearing(town.centre, point), point) for point in points)
        ordered = np.array([point for _, point in around])
        for number, members in enumerate(np.array_split(ordered, quarters)):
            name = town.name if quarters == 1 else f"{town.name} {_QUARTERS[number]}"
            yield name, town, [(float(x), float(y)) for x, y in members]
    for country in (country for country in COUNTRYSIDE if country.council == council.name):
        points = [point for point, place in places if place is country]
        nearest = {point: _nearest_parish(country, point) for point in points}
        for parish, _ in country.parishes:
            near = [point for point in points if nearest[point] == parish]
            if near:
                yield parish, country, near


def _nearest_parish(country: Countryside, point: Point) -> str:
    return min(country.parishes, key=lambda parish: math.dist(parish[1], point))[0]


_QUARTERS: Final = (
    "East", "North East", "Northgate", "North", "High Town", "North West", "Westhaugh", "West",
    "South West", "Millbrae", "South", "Southfold", "Harbour", "Old Town",
)  # fmt: skip


def _bearing(centre: Point, point: Point) -> float:
    return math.atan2(point[1] - centre[1], point[0] - centre[0]) % (2 * math.pi)


def _district(place: Town | Countryside) -> int:
    return place.district


def _deprivation(council: Council, place: Town | Countryside) -> float:
    return council.deprivation + (place.deprivation if isinstance(place, Town) else -0.35)


def _on_island(place: Town | Countryside) -> bool:
    if isinstance(place, Town):
        return place.island
    return place.parishes[0][0].startswith("Isle of")


def unit_code(zone: Zone, number: int) -> str:
    """The n-th postcode of a sector: 'QX7 2AB'. No postcode area begins with Q."""
    first, second = divmod(number, len(UNIT_LETTERS))
    return f"QX{zone.district} {zone.sector}{UNIT_LETTERS[first]}{UNIT_LETTERS[second]}"


def council_code(zone: Zone) -> str:
    """The code of the council that a zone lies in."""
    return COUNCIL_CODES[zone.council]
