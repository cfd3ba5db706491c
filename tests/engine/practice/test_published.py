"""Beside the real files: nobody's name or number is used, and the headers are the real ones."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.practice import practice_region
from carewright_engine.tables.practice.region import register_file

pytestmark = pytest.mark.realdata
YEARS = (2016, 2019, 2022)
NAMES = ("ServiceName", "Service_Provider", "ServiceProvider", "Council_Area_Name",
         "Health_Board_Name", "Service_town")  # fmt: skip
NUMBERS = ("CaseNumber", "CSNumber", "SP_number")


def plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()


def real_register(folder: Path, year: int) -> pl.DataFrame:
    return pl.read_csv(folder / register_file(year), infer_schema=False, encoding="utf8-lossy")


def values(frame: pl.DataFrame, columns: tuple[str, ...]) -> set[str]:
    return {v for c in columns if c in frame.columns for v in frame[c].drop_nulls()}


@pytest.fixture(scope="module")
def real(real_data: Path) -> dict[int, pl.DataFrame]:
    return {year: real_register(real_data, year) for year in YEARS}


def test_no_council_provider_service_or_town_has_a_real_name(real: dict[int, pl.DataFrame]) -> None:
    theirs = {plain(name) for frame in real.values() for name in values(frame, NAMES)}
    for year in YEARS:
        ours = values(practice_region().frames[register_file(year)], NAMES)
        assert {name for name in ours if plain(name) in theirs} <= {"outside Scotland"}
    listed = [
        f for name, f in practice_region().frames.items() if name.startswith("council_lists/")
    ]
    unregistered = {
        name for frame in listed for name in values(frame, ("name", "provider", "town"))
    }
    assert len(unregistered) > 100
    assert not {name for name in unregistered if plain(name) in theirs}


def test_no_service_or_provider_has_a_real_number(real: dict[int, pl.DataFrame]) -> None:
    theirs = {number for frame in real.values() for number in values(frame, NUMBERS)}
    for year in YEARS:
        ours = values(practice_region().frames[register_file(year)], NUMBERS)
        assert not ours & theirs


@pytest.mark.parametrize("year", YEARS)
def test_headers_are_those_of_the_real_register_in_their_order(
    year: int, real: dict[int, pl.DataFrame]
) -> None:
    ours = practice_region().frames[register_file(year)].columns
    theirs = [column for column in real[year].columns if column in ours]
    assert ours == theirs


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "population/practice_pop_mid2020_by_datazone_sex_single_year.csv.gz",
            "population/scotland_pop_mid2020_by_datazone_sex_single_year.csv.gz",
        ),
        (
            "population/practice_pop_mid2020_by_council_sex_single_year.csv",
            "population/scotland_pop_mid2020_by_council_sex_single_year.csv",
        ),
        ("geography/centroids_dz11.csv.gz", "geography/centroids_dz11.csv.gz"),
        ("geography/centroids_ltla24.csv", "geography/centroids_ltla24.csv"),
        ("geography/centroids_hb19.csv", "geography/centroids_hb19.csv"),
        (
            "geography/lookup_dz11_council_healthboard.csv",
            "geography/lookup_dz11_council_healthboard.csv",
        ),
        (
            "geography/lookup_dz11_iz11_council_names.csv.gz",
            "geography/lookup_dz11_iz11_council_names.csv.gz",
        ),
        (
            "geography/postcodes_practice.csv.gz",
            "geography/postcodes_scotland_onspd_nov2025.csv.gz",
        ),
        (
            "geography/postcode_sector_centroids_practice.csv",
            "geography/postcode_sector_centroids_uk.csv",
        ),
        ("geography/simd2020_dz11.csv", "geography/simd2020_dz11.csv"),
        (
            "asc_stats/practice_care_at_home_phs.csv.gz",
            "asc_stats/scotland_care_at_home_phs.csv.gz",
        ),
        ("phs/phs_carehome_trend.csv", "phs/phs_carehome_trend.csv"),
        (
            "phs/phs_people_supported_services_2021-22.csv",
            "phs/phs_people_supported_services_2021-22.csv",
        ),
        (
            "asc_stats/practice_delayed_discharge_council_month.csv.gz",
            "asc_stats/scotland_delayed_discharge_council_month.csv.gz",
        ),
        ("asc_stats/practice_unpaid_care_2021.csv", "asc_stats/ni_unpaid_care_2021.csv"),
    ],
)
def test_other_files_have_the_real_headers(real_data: Path, ours: str, theirs: str) -> None:
    header = pl.read_csv(real_data / theirs, infer_schema=False, n_rows=1).columns
    assert practice_region().frames[ours].columns == header


def test_no_area_code_postcode_or_district_is_in_use(real_data: Path) -> None:
    frames = practice_region().frames
    zones = pl.read_csv(real_data / "geography/centroids_dz11.csv.gz")["dz11_code"]
    postcodes = pl.read_csv(real_data / "geography/postcodes_scotland_onspd_nov2025.csv.gz")
    districts = pl.read_csv(real_data / "geography/postcode_district_centroids_uk.csv")["outward"]
    assert not set(frames["geography/centroids_dz11.csv.gz"]["dz11_code"]) & set(zones)
    ours = frames["geography/postcodes_practice.csv.gz"]["postcode"]
    assert not set(ours) & set(postcodes["postcode"])
    assert not {code.split()[0] for code in ours} & set(districts)
