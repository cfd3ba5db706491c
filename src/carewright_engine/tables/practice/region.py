"""The practice region: everything drawn once from a seed, in the order of its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.tables.practice import activity, ahead, geography, population, unpaid_care
from carewright_engine.tables.practice.capacity import Capacity, measure_services
from carewright_engine.tables.practice.council_lists import council_lists
from carewright_engine.tables.practice.deprivation import deprivation_frame, rank_zones
from carewright_engine.tables.practice.editions import AS_AT
from carewright_engine.tables.practice.grading import grade_services
from carewright_engine.tables.practice.names import coined
from carewright_engine.tables.practice.oversight import Oversight, oversee
from carewright_engine.tables.practice.people import People, populate
from carewright_engine.tables.practice.postcodes import Unit, deliver
from carewright_engine.tables.practice.providers import assign_providers
from carewright_engine.tables.practice.published import EDITIONS
from carewright_engine.tables.practice.register import Edition, as_frame, register_rows
from carewright_engine.tables.practice.services import Service, register_services
from carewright_engine.tables.practice.sites import find_sites
from carewright_engine.tables.practice.traps import (
    Trap,
    contradict_lowest_grades,
    lingering,
    planted,
    spoil,
    statuses,
)
from carewright_engine.tables.practice.zones import Land, settle

SEED: Final = 20220331
NOTHING: Final = Oversight((0, 0, 0), (0, 0, 0), (None, None, None), "LOW")


@dataclass(frozen=True)
class PracticeRegion:
    """Three invented councils and their health board, as files that publishers would give.

    `frames` holds tables and `outlines` GeoJSON, by the file each is written to; `traps` says
    what is planted in the registers, and how often.
    """

    seed: int
    frames: Mapping[str, pl.DataFrame]
    outlines: Mapping[str, str]
    traps: tuple[Trap, ...]


@dataclass(frozen=True)
class Place:
    """The land with its people and postcodes, before any service."""

    land: Land
    people: People
    units: tuple[Unit, ...]
    ranks: tuple[int, ...]


def practice_region(seed: int = SEED) -> PracticeRegion:
    """The region of a seed; the same seed gives the same region to the byte."""
    return _drawn(seed)


@lru_cache(maxsize=4)  # a region is some 5 MB
def _drawn(seed: int) -> PracticeRegion:
    rng = np.random.default_rng(seed)
    land = settle(rng)
    place = Place(land, populate(rng, land), deliver(rng, land), rank_zones(rng, land.zones))
    frames = _area_frames(rng, place)
    for council, listed in council_lists(seed, land, place.people, place.units).items():
        frames[f"council_lists/{council.lower()}_services_2022-03-31.csv"] = listed
    traps: list[Trap] = []
    for year, rows in _registers(rng, place).items():
        frames[register_file(year)] = as_frame(year, rows)
        traps += planted(year, rows)
    return PracticeRegion(seed, frames, _outlines(land, seed), tuple(traps))


def register_file(year: int) -> str:
    """Where the register of 31 March of a year is written."""
    return f"care_inspectorate/care_inspectorate_datastore_{year}-03-31.csv.gz"


def _area_frames(rng: np.random.Generator, place: Place) -> dict[str, pl.DataFrame]:
    land, people = place.land, place.people
    units = geography.units_frame(place.units, land.zones)
    bands = activity.people_by_band(land, people)
    return {
        "population/practice_pop_mid2020_by_datazone_sex_single_year.csv.gz": population.by_zone(
            land, people
        ),
        "population/practice_pop_mid2020_by_council_sex_single_year.csv": population.by_council(
            land, people
        ),
        "population/practice_pop_est_proj_by_sex_age_2011on.csv.gz": ahead.projection(people),
        "population/practice_mortality_qx_per100k_2020based.csv.gz": ahead.chances_of_dying(),
        "population/practice_fertility_assumption_2020based.csv": ahead.fertility(),
        "geography/centroids_dz11.csv.gz": geography.centroids_of_zones(land),
        "geography/centroids_ltla24.csv": geography.centroids_of_councils(land, people),
        "geography/centroids_hb19.csv": geography.centroid_of_board(land, people),
        "geography/lookup_dz11_council_healthboard.csv": geography.lookup_to_council_and_board(
            land.zones
        ),
        "geography/lookup_dz11_iz11_council_names.csv.gz": geography.lookup_with_names(land.zones),
        "geography/lookup_ltla20_hscp19.csv": geography.lookup_to_integration_authority(),
        "geography/postcodes_practice.csv.gz": units,
        "geography/postcode_sector_centroids_practice.csv": geography.sectors_frame(units),
        "geography/simd2020_dz11.csv": deprivation_frame(rng, land.zones, place.ranks),
        "asc_stats/practice_care_at_home_phs.csv.gz": activity.care_at_home(bands),
        "phs/phs_carehome_trend.csv": activity.care_homes(bands),
        "phs/phs_people_supported_services_2021-22.csv": activity.people_supported(bands),
        "asc_stats/practice_delayed_discharge_council_month.csv.gz": activity.delayed_discharges(
            rng, bands
        ),
        "asc_stats/practice_unpaid_care_2021.csv": unpaid_care.unpaid_care(land, people),
    }


def _outlines(land: Land, seed: int) -> dict[str, str]:
    return {
        "geography/boundaries_ltla24.geojson": geography.boundaries_of_councils(land, seed),
        "geography/boundaries_hb19.geojson": geography.boundary_of_board(land, seed),
        "geography/boundaries_dz11.geojson": geography.boundaries_of_zones(land, seed),
    }


def _registers(rng: np.random.Generator, place: Place) -> dict[int, list[dict[str, str]]]:
    """The register of each day, with its flaws."""
    words = coined(rng)
    sites = find_sites(rng, place.land, place.people)
    providers = assign_providers(rng, sites, words)
    services = register_services(rng, place.land, place.units, sites, providers, words)
    capacities = measure_services(rng, services)
    registers: dict[int, list[dict[str, str]]] = {}
    for as_at in AS_AT:
        year = as_at.year
        gradings = grade_services(rng, services, as_at)
        if year == EDITIONS[-1]:
            gradings = contradict_lowest_grades(services, gradings)
        edition = Edition(
            as_at,
            services,
            _with_lingering(services, capacities, year),
            gradings,
            oversee(rng, services, year) | {s.number: NOTHING for s in lingering(services, year)},
            statuses(services, year),
            place.land.zones,
            place.ranks,
        )
        registers[year] = spoil(year, register_rows(edition))
    return registers


def _with_lingering(
    services: Sequence[Service], capacities: Mapping[tuple[str, int], Capacity], year: int
) -> dict[tuple[str, int], Capacity]:
    """A service that closed still stands with the size it had."""
    found = dict(capacities)
    for service in lingering(services, year):
        before = EDITIONS[EDITIONS.index(year) - 1]
        found[service.number, year] = capacities[service.number, before]
    return found
