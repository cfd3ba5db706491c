"""The invented land holds together: zones tile it, postcodes lie in it, and it is nowhere."""

from __future__ import annotations

import json
from itertools import pairwise

import polars as pl
import pytest

from carewright_engine.tables.practice import practice_region
from carewright_engine.tables.practice.region import register_file

Ring = list[list[float]]


def outlines(level: str) -> dict[str, list[Ring]]:
    """The outer rings of each area, by its code."""
    text = practice_region().outlines[f"geography/boundaries_{level}.geojson"]
    found = {}
    for feature in json.loads(text)["features"]:
        shape = feature["geometry"]
        polygons = (
            shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        )
        found[feature["properties"][f"{level}_code"]] = [polygon[0] for polygon in polygons]
    return found


def size(ring: Ring) -> float:
    """The area of a ring in square degrees; positive when it runs anticlockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def holds(rings: list[Ring], longitude: float, latitude: float) -> bool:
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > latitude) != (y2 > latitude):
                crossings += longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1
    return crossings % 2 == 1


def frame(name: str) -> pl.DataFrame:
    return practice_region().frames[f"geography/{name}"]


def test_outlines_are_closed_and_run_anticlockwise() -> None:
    for level in ("ltla24", "hb19", "dz11"):
        for rings in outlines(level).values():
            for ring in rings:
                assert ring[0] == ring[-1]
                assert size(ring) > 0


def test_data_zones_tile_their_council_without_gap_or_overlap() -> None:
    zones = outlines("dz11")
    council_of = dict(
        frame("lookup_dz11_council_healthboard.csv").select("dz11_code", "ltla19_code").iter_rows()
    )
    for code, rings in outlines("ltla24").items():
        whole = sum(size(ring) for ring in rings)
        parts = sum(
            size(ring) for zone, of in zones.items() if council_of[zone] == code for ring in of
        )
        assert parts == pytest.approx(whole, rel=1e-6)


def test_the_health_board_is_its_three_councils() -> None:
    (board,) = outlines("hb19").values()
    councils = sum(size(ring) for rings in outlines("ltla24").values() for ring in rings)
    assert sum(size(ring) for ring in board) == pytest.approx(councils, rel=1e-6)


def test_every_data_zone_holds_its_centre() -> None:
    zones = outlines("dz11")
    for code, latitude, longitude in (
        frame("centroids_dz11.csv.gz").select("dz11_code", "lat", "lon").iter_rows()
    ):
        assert holds(zones[code], longitude, latitude), code


def test_nearly_every_postcode_lies_in_the_council_that_it_names() -> None:
    councils = outlines("ltla24")
    postcodes = frame("postcodes_practice.csv.gz")
    inside = [
        holds(councils[code], longitude, latitude)
        for code, latitude, longitude in postcodes.select("laua", "lat", "lon").iter_rows()
    ]
    assert sum(inside) / len(inside) > 0.99


def test_only_strathalder_has_an_island() -> None:
    pieces = {code: len(rings) for code, rings in outlines("ltla24").items()}
    assert pieces == {"S12900001": 1, "S12900002": 1, "S12900003": 2}


def test_the_region_lies_in_the_open_sea() -> None:
    """North-west of the Hebrides: north of 58.7, west of the meridian of Sula Sgeir and Rona."""
    for rings in outlines("hb19").values():
        for ring in rings:
            assert all(-9.5 < x < -7.0 and 58.7 < y < 59.6 for x, y in ring)


def test_codes_are_outside_the_ranges_in_use() -> None:
    lookup = frame("lookup_dz11_iz11_council_names.csv.gz")
    assert lookup["dz11_code"].str.contains(r"^S019\d{5}$").all()
    assert lookup["iz11_code"].str.contains(r"^S029\d{5}$").all()
    assert set(lookup["ltla20_code"]) == {"S12900001", "S12900002", "S12900003"}
    assert lookup["dz11_code"].is_unique().all()


def test_no_postcode_is_given_twice_and_all_are_of_an_area_never_used() -> None:
    codes = frame("postcodes_practice.csv.gz")["postcode"]
    assert codes.is_unique().all()
    assert codes.str.contains(r"^QX\d{1,2} \d[A-Z]{2}$").all()


@pytest.mark.parametrize("year", [2016, 2019, 2022])
def test_services_stand_at_postcodes_of_the_region(year: int) -> None:
    known = set(frame("postcodes_practice.csv.gz")["postcode"])
    given = practice_region().frames[register_file(year)]["Service_Postcode"].drop_nulls()
    assert set(given) - known <= {"ZZ99 3VZ"}


def test_people_add_up_from_zones_to_councils() -> None:
    frames = practice_region().frames
    zones = frames["population/practice_pop_mid2020_by_datazone_sex_single_year.csv.gz"]
    councils = frames["population/practice_pop_mid2020_by_council_sex_single_year.csv"]
    for sex in ("All", "Female", "Male"):
        total = zones.filter(pl.col("sex") == sex)["total_population"].sum()
        assert total == councils.filter(pl.col("sex") == sex)["total_population"].sum()
    people = councils.filter(pl.col("sex") == "All")["total_population"].to_list()
    assert people == [142_000, 78_000, 52_000]
    assert 250 <= zones["dz11_code"].n_unique() <= 400
