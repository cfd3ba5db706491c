"""How far the people of an area are from services, and how much they can reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.provision.counting import RUN_BY_NAMES, SAID_TO_RUN
from carewright_engine.provision.distances import (
    ROWS_AT_A_TIME,
    Numbers,
    catchment_access,
    decayed,
    distances_km,
    nearest_km,
    supply_per_person,
)
from carewright_engine.provision.groundwork import Scope, nation_letter, zones_of
from carewright_engine.provision.kinds_of_care import ages_for
from carewright_engine.provision.quality_tables import GOOD
from carewright_engine.provision.questions import Parameters

# Which services may be the one looked for: key, words, and the rows that qualify.
LOOKED_FOR: Final = (
    ("any", "any", pl.lit(value=True)),
    ("good", f"graded {GOOD} or better", pl.col("min_grade") >= GOOD),
    ("very_good", "graded 5 or better", pl.col("min_grade") >= 5),
    *((key, RUN_BY_NAMES[key].lower(), pl.col("run_by") == key) for key in SAID_TO_RUN),
)


@dataclass(frozen=True, slots=True)
class Sought:
    """How far each data zone is from the nearest service of a sort in the nation."""

    key: str
    words: str
    distance: Numbers
    services: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Reach:
    """The data zones of an area, their people of an age, and what lies around them.

    `access` is what one person of each zone can reach, in places; None when no service in
    reach states its places. `unstated` are the services in reach that state none: `access` is
    without them.
    """

    zones: pl.DataFrame
    placed: pl.DataFrame
    age: str
    people: Numbers
    sought: tuple[Sought, ...]
    access: Numbers | None
    unstated: pl.DataFrame


def reach_of(scope: Scope) -> Reach | None:
    """Distances and catchments; None when zones, their people or services cannot be placed."""
    age = reach_age(scope)
    zones = settled(zones_of(scope.ground, scope.area), age)
    placed = scope.nation.drop_nulls(["latitude", "longitude"])
    if zones[age].sum() == 0 or placed.height == 0:
        return None
    apart = distances_km(*coordinates(zones), *coordinates(placed))
    in_reach = apart.min(axis=0) <= scope.ground.parameters.catchment_km
    unstated = placed.filter(in_reach & placed["places"].is_null().to_numpy())
    return Reach(
        zones,
        placed,
        age,
        zones[age].to_numpy(),
        tuple(_sought(apart, placed)),
        _access(scope, apart, placed, age, unstated),
        unstated,
    )


def reach_age(scope: Scope) -> str:
    """The age whose reach is measured: 65 and over, unless the care is for others."""
    ages = ages_for(scope.kind, scope.question.care_group) if scope.kind else ("65+",)
    return "65+" if "65+" in ages else ages[0]


def settled(zones: pl.DataFrame, age: str) -> pl.DataFrame:
    """Data zones that have a centre and a known number of people of the age."""
    return zones.drop_nulls(["latitude", "longitude", age])


def coordinates(rows: pl.DataFrame) -> tuple[Numbers, Numbers]:
    """Latitudes and longitudes of rows."""
    return rows["latitude"].to_numpy(), rows["longitude"].to_numpy()


def _sought(apart: Numbers, placed: pl.DataFrame) -> list[Sought]:
    """Each sort of service that exists somewhere in the nation."""
    found = []
    for key, words, qualifies in LOOKED_FOR:
        among = placed.select(qualifies.fill_null(value=False)).to_series().to_numpy()
        mask = np.broadcast_to(among, (placed.height,))
        if mask.any():
            found.append(Sought(key, words, nearest_km(apart, mask), placed.filter(mask)))
    return found


def _access(
    scope: Scope, apart: Numbers, placed: pl.DataFrame, age: str, unstated: pl.DataFrame
) -> Numbers | None:
    """Two-step floating catchment areas over the nation's people, for the area's zones."""
    asked = scope.ground.parameters
    places = placed["places"].cast(pl.Float64).fill_null(0.0).to_numpy()
    near = (apart.min(axis=0) <= asked.catchment_km) & (places > 0)
    if not near.any():
        # A service in reach that is silent about its places is not a service without any.
        nothing = unstated.height == 0 and (places > 0).any()
        return np.zeros(apart.shape[0]) if nothing else None
    letter = nation_letter(scope.area)
    everyone = settled(
        scope.ground.zones.filter(pl.col("council_code").str.starts_with(letter)), age
    )
    ratios = _ratios(placed.filter(near), places[near], everyone, age, asked)
    weights = decayed(apart[:, near], asked.decay, asked.bandwidth_km, asked.catchment_km)
    return catchment_access(ratios, weights)


def _ratios(
    services: pl.DataFrame, places: Numbers, people: pl.DataFrame, age: str, asked: Parameters
) -> Numbers:
    """Places for each person around each service, zones taken a few hundred at a time."""
    around = np.zeros(services.height)
    for start in range(0, people.height, ROWS_AT_A_TIME):
        part = people.slice(start, ROWS_AT_A_TIME)
        apart = distances_km(*coordinates(part), *coordinates(services))
        weights = decayed(apart, asked.decay, asked.bandwidth_km, asked.catchment_km)
        around += weights.T @ part[age].to_numpy()
    return supply_per_person(places, around)
