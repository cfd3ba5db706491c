"""Postcodes of an area that the post office never used: QX1 1AA, QX1 1AB ..."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.tables.practice.land import Point
from carewright_engine.tables.practice.zones import Land, unit_code

UNITS_IN_A_ZONE: Final = 8  # Scotland has about twenty; these are enough to place services


@dataclass(frozen=True, slots=True)
class Unit:
    """One postcode: where it lies and in which data zone."""

    code: str
    zone: int
    point: Point


def deliver(rng: np.random.Generator, land: Land) -> tuple[Unit, ...]:
    """Eight postcodes in every data zone, close enough to its centre to lie in it."""
    units: list[Unit] = []
    used: Counter[tuple[int, int]] = Counter()
    for at, zone in enumerate(land.zones):
        for _ in range(UNITS_IN_A_ZONE):
            sector = (zone.district, zone.sector)
            angle = float(rng.uniform(0, 2 * math.pi))
            distance = min(0.9 * land.reach_km[at], 1.5) * math.sqrt(float(rng.random()))
            point = (
                zone.centre[0] + distance * math.cos(angle),
                zone.centre[1] + distance * math.sin(angle),
            )
            units.append(Unit(unit_code(zone, used[sector]), at, point))
            used[sector] += 1
    return tuple(units)
