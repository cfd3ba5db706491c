"""The lie of an invented land: three councils, their towns and an island, in kilometres.

Distances are east and north of a point in the open Atlantic, north-west of the Hebrides. There
is no land within 50 km of the region: Sula Sgeir lies to its east and the Flannan Isles to its
south, so nothing here can be taken for a real place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

ORIGIN_LATITUDE: Final = 58.75
ORIGIN_LONGITUDE: Final = -8.9
KM_PER_DEGREE_NORTH: Final = 111.2
KM_PER_DEGREE_EAST: Final = 111.32 * math.cos(math.radians(59.1))

HEALTH_BOARD_CODE: Final = "S08900001"
HEALTH_BOARD: Final = "Alder and Elm"
HEALTH_BOARD_BODY: Final = "NHS Alder and Elm"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Council:
    """An invented council: its outline, its people and how much older than the nation it is."""

    code: str
    name: str
    integration_authority: str
    people: int
    age_tilt: float  # above 0: older than the nation
    deprivation: float  # above 0: more deprived than the nation
    outlines: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Town:
    """A built-up place with the number of data zones in it and how far it reaches."""

    name: str
    council: str
    centre: Point
    zones: int
    radius_km: float
    district: int  # postcode district: QX1, QX2 ...
    deprivation: float = 0.0
    island: bool = False


@dataclass(frozen=True, slots=True)
class Countryside:
    """The land outside the towns of a council, as many data zones, in named parishes."""

    council: str
    parishes: tuple[tuple[str, Point], ...]
    zones: int
    district: int


MAINLAND_STRATHALDER: Final = (
    (2, 38), (6, 50), (3, 60), (12, 70), (24, 66), (30, 74), (42, 71), (52, 76), (60, 70),
    (64, 60), (58, 52), (60, 46), (50, 42), (44, 36), (34, 36), (26, 30), (16, 28), (10, 32),
)  # fmt: skip
ISLAND: Final = ((-22, 52), (-15, 49), (-12, 56), (-15, 66), (-20, 68), (-24, 61))
OAKSHIRE: Final = (
    (26, 30), (34, 36), (44, 36), (50, 42), (56, 36), (54, 26), (48, 20), (42, 22), (36, 18),
    (30, 22),
)  # fmt: skip
ELMSHIRE: Final = (
    (50, 42), (60, 46), (58, 52), (64, 60), (72, 64), (82, 60), (88, 50), (86, 40), (92, 30),
    (86, 20), (76, 14), (64, 10), (56, 16), (48, 20), (54, 26), (56, 36),
)  # fmt: skip

COUNCILS: Final = (
    Council("S12900001", "Elmshire", "Elmshire and Oakshire", 142_000, 0.00, -0.25, (ELMSHIRE,)),
    Council("S12900002", "Oakshire", "Elmshire and Oakshire", 78_000, -0.06, 0.75, (OAKSHIRE,)),
    Council(
        "S12900003",
        "Strathalder",
        "Strathalder",
        52_000,
        0.36,
        -0.10,
        (MAINLAND_STRATHALDER, ISLAND),
    ),
)

TOWNS: Final = (
    Town("Elmford", "Elmshire", (70, 36), 64, 5.2, 1, 0.15),
    Town("Kirkelm", "Elmshire", (60, 21), 28, 3.2, 2, -0.1),
    Town("Brackenhythe", "Elmshire", (86, 33), 22, 2.8, 3, 0.3),
    Town("Larchmouth", "Elmshire", (84, 53), 18, 2.6, 4, -0.3),
    Town("Fernhaugh", "Elmshire", (65, 50), 12, 2.2, 5, -0.5),
    Town("Hollinbrae", "Elmshire", (76, 20), 8, 1.6, 6, -0.4),
    Town("Oakburgh", "Oakshire", (44, 29), 46, 4.2, 7, 0.25),
    Town("Ironhaugh", "Oakshire", (34, 28), 24, 2.8, 8, 0.5),
    Town("Tarrowmouth", "Oakshire", (47, 22.5), 16, 2.4, 9, -0.6),
    Town("Alderness", "Strathalder", (20, 36), 20, 2.8, 10, 0.2),
    Town("Inveralder", "Strathalder", (36, 64), 10, 1.8, 11, -0.1),
    Town("Port Sulair", "Strathalder", (8, 56), 7, 1.4, 12, 0.1),
    Town("Balnafarrow", "Strathalder", (54, 62), 6, 1.3, 13, -0.2),
    Town("Sorrabay", "Strathalder", (-16, 57), 3, 1.0, 14, 0.0, island=True),
)

COUNTRYSIDE: Final = (
    Countryside(
        "Elmshire",
        (
            ("Glen Elm", (62, 44)),
            ("Upper Brackenside", (80, 42)),
            ("Nether Kirkelm", (68, 15)),
            ("Larchlands", (74, 58)),
            ("Skelbrae", (58, 30)),
        ),
        29,
        6,
    ),
    Countryside("Oakshire", (("Oakmuir", (38, 24)), ("Tarrowdale", (50, 38))), 14, 9),
    Countryside(
        "Strathalder",
        (
            ("Strath Farrow", (46, 50)),
            ("Glen Sulair", (14, 62)),
            ("Braes of Alder", (28, 46)),
            ("Carrick Moor", (40, 42)),
            ("North Coast", (48, 70)),
        ),
        18,
        13,
    ),
    Countryside("Strathalder", (("Isle of Sorra", (-18, 61)),), 2, 14),
)

COUNCIL_CODES: Final = {council.name: council.code for council in COUNCILS}


def latitude_longitude(point: Point) -> Point:
    """Where a point of the plane lies on the globe, WGS 84, to about a metre."""
    east, north = point
    return (
        round(ORIGIN_LATITUDE + north / KM_PER_DEGREE_NORTH, 5),
        round(ORIGIN_LONGITUDE + east / KM_PER_DEGREE_EAST, 5),
    )


def inside(point: Point, outline: tuple[Point, ...]) -> bool:
    """Whether a point lies within an outline: a line from it crosses the outline an odd number
    of times."""
    east, north = point
    crossings = 0
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y1 > north) != (y2 > north) and east < (x2 - x1) * (north - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1


def council_at(point: Point) -> Council | None:
    """The council in whose outline a point lies; None at sea."""
    for council in COUNCILS:
        if any(inside(point, outline) for outline in council.outlines):
            return council
    return None
