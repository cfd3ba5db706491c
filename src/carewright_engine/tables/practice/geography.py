"""The invented land as the statistics offices would publish it: centres, look-ups, outlines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from carewright_engine.tables.practice.cells import outline, roughened
from carewright_engine.tables.practice.land import (
    COUNCIL_CODES,
    COUNCILS,
    HEALTH_BOARD,
    HEALTH_BOARD_CODE,
    Point,
    latitude_longitude,
)
from carewright_engine.tables.practice.people import People
from carewright_engine.tables.practice.postcodes import Unit
from carewright_engine.tables.practice.zones import Land, Zone

AUTHORITY_CODES: Final = {
    name: f"S379{number:05d}"
    for number, name in enumerate(
        dict.fromkeys(council.integration_authority for council in COUNCILS), start=1
    )
}


def centroids_of_zones(land: Land) -> pl.DataFrame:
    """Where the people of each data zone live."""
    return _centres("dz11", ((z.name, z.code, z.centre) for z in land.zones))


def centroids_of_councils(land: Land, people: People) -> pl.DataFrame:
    """The middle of each council's people."""
    return _centres(
        "ltla24",
        ((c.name, c.code, _middle(land, people, land.of(c.name))) for c in COUNCILS),
    )


def centroid_of_board(land: Land, people: People) -> pl.DataFrame:
    """The middle of the health board's people."""
    everyone = _middle(land, people, range(len(land.zones)))
    return _centres("hb19", [(HEALTH_BOARD, HEALTH_BOARD_CODE, everyone)])


def _middle(land: Land, people: People, members: Iterable[int]) -> Point:
    weights = people.between(0)
    chosen = list(members)
    total = float(weights[chosen].sum())
    return (
        sum(land.zones[at].centre[0] * float(weights[at]) for at in chosen) / total,
        sum(land.zones[at].centre[1] * float(weights[at]) for at in chosen) / total,
    )


def _centres(level: str, places: Iterable[tuple[str, str, Point]]) -> pl.DataFrame:
    rows = [(name, code, *latitude_longitude(point)) for name, code, point in places]
    return pl.DataFrame(rows, schema=[f"{level}_name", f"{level}_code", "lat", "lon"], orient="row")


def lookup_to_council_and_board(zones: Sequence[Zone]) -> pl.DataFrame:
    """The council and health board of each data zone, by code."""
    return pl.DataFrame(
        {
            "dz11_code": [zone.code for zone in zones],
            "ltla19_code": [COUNCIL_CODES[zone.council] for zone in zones],
            "hb19_code": [HEALTH_BOARD_CODE for _ in zones],
        }
    )


def lookup_with_names(zones: Sequence[Zone]) -> pl.DataFrame:
    """The intermediate zone and council of each data zone, by name and code."""
    return pl.DataFrame(
        {
            "dz11_name": [zone.name for zone in zones],
            "dz11_code": [zone.code for zone in zones],
            "iz11_name": [zone.locality for zone in zones],
            "iz11_code": [zone.locality_code for zone in zones],
            "ltla20_name": [zone.council for zone in zones],
            "ltla20_code": [COUNCIL_CODES[zone.council] for zone in zones],
        }
    )


def lookup_to_integration_authority() -> pl.DataFrame:
    """Two councils plan together, one alone."""
    names = [council.integration_authority for council in COUNCILS]
    return pl.DataFrame(
        {
            "ltla20_name": [council.name for council in COUNCILS],
            "ltla20_code": [council.code for council in COUNCILS],
            "hscp19_name": names,
            "hscp19_code": [AUTHORITY_CODES[name] for name in names],
        }
    )


def units_frame(units: Sequence[Unit], zones: Sequence[Zone]) -> pl.DataFrame:
    """Postcodes in the columns of the postcode directory."""
    rows = [
        (unit.code, COUNCIL_CODES[zones[unit.zone].council], *latitude_longitude(unit.point))
        for unit in sorted(units, key=lambda unit: unit.code)
    ]
    return pl.DataFrame(rows, schema=["postcode", "laua", "lat", "lon"], orient="row")


def sectors_frame(units: pl.DataFrame) -> pl.DataFrame:
    """The middle of each postcode sector; one that spans councils belongs to its first."""
    return (
        units.with_columns(sector=pl.col("postcode").str.head(-2))
        .group_by("sector", maintain_order=True)
        .agg(
            n_postcodes=pl.len(),
            lat=pl.col("lat").mean().round(5),
            lon=pl.col("lon").mean().round(5),
            laua=pl.col("laua").first(),
        )
    )


def boundaries_of_councils(land: Land, seed: int) -> str:
    """GeoJSON of the three councils, the island among them."""
    return _collection(
        ({"ltla24_name": c.name, "ltla24_code": c.code}, _rings(land, land.of(c.name), seed))
        for c in COUNCILS
    )


def boundary_of_board(land: Land, seed: int) -> str:
    """GeoJSON of the health board: all three councils."""
    names = {"hb19_name": HEALTH_BOARD, "hb19_code": HEALTH_BOARD_CODE}
    return _collection([(names, _rings(land, range(len(land.zones)), seed))])


def boundaries_of_zones(land: Land, seed: int) -> str:
    """GeoJSON of the data zones, which tile the councils."""
    return _collection(
        ({"dz11_name": zone.name, "dz11_code": zone.code}, _rings(land, [at], seed))
        for at, zone in enumerate(land.zones)
    )


def _rings(land: Land, members: Iterable[int], seed: int) -> list[list[list[float]]]:
    """Closed rings of longitude and latitude, anticlockwise, the longest first."""
    rings = []
    for edges in outline(land.cells, members):
        points = [point for edge in edges for point in roughened(land.cells, edge, seed)]
        ring = [_corner(point) for point in points]
        rings.append([*ring, ring[0]])
    return sorted(rings, key=len, reverse=True)


def _corner(point: Point) -> list[float]:
    latitude, longitude = latitude_longitude(point)
    return [longitude, latitude]


def _collection(
    shapes: Iterable[tuple[dict[str, str], list[list[list[float]]]]],
) -> str:
    features = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}
            if len(rings) > 1
            else {"type": "Polygon", "coordinates": [rings[0]]},
        }
        for properties, rings in shapes
    ]
    whole = {"type": "FeatureCollection", "features": features}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
