"""Practice files go through the importers that real files go through."""

from __future__ import annotations

import polars as pl
import pytest

from carewright_engine.tables.kinds import read_published
from carewright_engine.tables.naming import named_areas, placed_in_areas
from carewright_engine.tables.practice import practice_region, write_practice
from carewright_engine.tables.practice.land import COUNCILS
from carewright_engine.tables.practice.region import register_file
from carewright_engine.tables.reading import Reading
from carewright_engine.tables.schemas import MEMBERSHIP

KINDS = {
    "population/practice_pop_mid2020_by_datazone_sex_single_year.csv.gz": "population",
    "population/practice_pop_mid2020_by_council_sex_single_year.csv": "population",
    "population/practice_pop_est_proj_by_sex_age_2011on.csv.gz": "population",
    "population/practice_mortality_qx_per100k_2020based.csv.gz": "population_rates",
    "population/practice_fertility_assumption_2020based.csv": "population_rates",
    "geography/centroids_dz11.csv.gz": "area_centroids",
    "geography/centroids_ltla24.csv": "area_centroids",
    "geography/centroids_hb19.csv": "area_centroids",
    "geography/lookup_dz11_council_healthboard.csv": "area_lookup",
    "geography/lookup_dz11_iz11_council_names.csv.gz": "area_lookup",
    "geography/lookup_ltla20_hscp19.csv": "area_lookup",
    "geography/postcodes_practice.csv.gz": "postcodes",
    "geography/postcode_sector_centroids_practice.csv": "postcode_sectors",
    "geography/simd2020_dz11.csv": "deprivation",
    "geography/boundaries_ltla24.geojson": "boundaries",
    "geography/boundaries_hb19.geojson": "boundaries",
    "geography/boundaries_dz11.geojson": "boundaries",
    "asc_stats/practice_care_at_home_phs.csv.gz": "home_care",
    "asc_stats/practice_delayed_discharge_council_month.csv.gz": "delayed_discharge",
    "asc_stats/practice_unpaid_care_2021.csv": "unpaid_care",
    "phs/phs_carehome_trend.csv": "care_home_residents",
    "phs/phs_people_supported_services_2021-22.csv": "people_supported_services",
    "council_lists/elmshire_services_2022-03-31.csv": "council_list",
    "council_lists/oakshire_services_2022-03-31.csv": "council_list",
    "council_lists/strathalder_services_2022-03-31.csv": "council_list",
    register_file(2016): "care_inspectorate",
    register_file(2019): "care_inspectorate",
    register_file(2022): "care_inspectorate",
}
TOGETHER = {(trap.year, trap.name): trap.rows for trap in practice_region().traps}


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """Every file of the region, recognised by its columns and read."""
    folder = tmp_path_factory.mktemp("practice")
    paths = write_practice(folder)
    return {path.relative_to(folder).as_posix(): read_published(path) for path in paths}


@pytest.fixture(scope="module")
def areas(readings: dict[str, Reading]) -> pl.DataFrame:
    return pl.concat(r.tables["area"] for r in readings.values() if "area" in r.tables)


@pytest.fixture(scope="module")
def services(readings: dict[str, Reading], areas: pl.DataFrame) -> dict[int, pl.DataFrame]:
    """The registers with the invented councils told from the region's own look-ups."""
    members = pl.concat(
        r.tables["membership"] for r in readings.values() if "membership" in r.tables
    )
    return {
        year: placed_in_areas(readings[register_file(year)].tables["service"], areas, members)
        for year in (2016, 2019, 2022)
    }


def test_every_file_is_recognised_by_its_columns(readings: dict[str, Reading]) -> None:
    assert {name: reading.kind for name, reading in readings.items()} == KINDS


def test_only_the_row_listed_twice_is_refused(readings: dict[str, Reading]) -> None:
    refused = {name: r.rows_refused for name, r in readings.items() if r.rows_refused}
    assert refused == {register_file(2016): TOGETHER[2016, "listed twice"]}


def test_services_are_placed_in_the_practice_councils(services: dict[int, pl.DataFrame]) -> None:
    for year, frame in services.items():
        outside = TOGETHER.get((year, "outside Scotland"), 0)
        assert frame["council_code"].null_count() == outside
        assert set(frame["council_code"].drop_nulls()) == {council.code for council in COUNCILS}


def test_statuses_are_counted_as_planted(services: dict[int, pl.DataFrame]) -> None:
    for year, frame in services.items():
        apart = frame.filter(pl.col("counting") == "apart").height
        assert apart == TOGETHER[year, "inactive"]
    blank = services[2022].filter(pl.col("status").is_null())
    assert blank.height == TOGETHER[2022, "blank status"]
    assert set(blank["counting"]) == {"doubtful"}


def test_placeholders_of_staff_become_not_known(services: dict[int, pl.DataFrame]) -> None:
    for frame in services.values():
        assert frame.filter(pl.col("staff_wte").is_between(0.001, 0.1)).height == 0


def test_registration_days_read_the_same_in_all_three_spellings(
    services: dict[int, pl.DataFrame],
) -> None:
    days = [
        frame.select("service_id", pl.col("registered_on").alias(str(year)))
        for year, frame in services.items()
    ]
    together = days[0].join(days[1], on="service_id").join(days[2], on="service_id")
    assert together.height > 300
    assert together["2016"].equals(together["2019"])
    assert together["2019"].equals(together["2022"])


def test_both_publicly_run_classes_that_the_register_states_are_proposed(
    services: dict[int, pl.DataFrame],
) -> None:
    assert {"council", "health_board"} <= set(services[2022]["public_class"].drop_nulls())


def test_councils_that_the_readers_never_heard_of_make_no_row_doubtful(
    readings: dict[str, Reading],
) -> None:
    told_by = {
        column
        for reading in readings.values()
        for column in reading.doubtful["column"].unique().to_list()
    }
    assert not told_by & {"Council_Area_Name", "council", "Location", "sending_location"}


def test_figures_belong_to_the_practice_councils(
    readings: dict[str, Reading], areas: pl.DataFrame
) -> None:
    for name, reading in readings.items():
        if "activity" in reading.tables:
            codes = named_areas(reading.tables["activity"], areas)["area_code"]
            assert set(codes) == {council.code for council in COUNCILS}, name


def test_zeros_that_were_never_submitted_are_not_known(readings: dict[str, Reading]) -> None:
    activity = readings["asc_stats/practice_care_at_home_phs.csv.gz"].tables["activity"]
    unsent = activity.filter(pl.col("flag") == "not_submitted", pl.col("area_name") == "Oakshire")
    assert unsent.height > 0
    assert unsent["value"].null_count() == unsent.height


def test_each_council_lists_what_no_regulator_lists(
    readings: dict[str, Reading], areas: pl.DataFrame
) -> None:
    for council in COUNCILS:
        name = f"council_lists/{council.name.lower()}_services_2022-03-31.csv"
        listed = readings[name].tables["service"]
        kinds = set(listed["kind"])
        assert {"Day club", "Telecare", "Equipment and adaptations"} <= kinds
        assert {"Advice and information", "Breaks for carers"} <= kinds
        placed = placed_in_areas(listed, areas, MEMBERSHIP.empty())
        assert set(placed["council_code"]) == {council.code}
        assert listed.filter(pl.col("counting") == "apart").height == 1
        assert readings[name].tables["unit_cost"].height > 0


def test_only_places_that_are_no_number_are_doubtful_in_the_lists(
    readings: dict[str, Reading],
) -> None:
    doubtful = {
        name: reading.doubtful["column"].to_list()
        for name, reading in readings.items()
        if name.startswith("council_lists/") and reading.rows_doubtful
    }
    assert doubtful == {"council_lists/oakshire_services_2022-03-31.csv": ["places"]}


def test_telecare_of_the_council_company_is_publicly_run(readings: dict[str, Reading]) -> None:
    listed = readings["council_lists/elmshire_services_2022-03-31.csv"].tables["service"]
    telecare = listed.filter(pl.col("kind") == "Telecare")
    assert telecare["public_class"].to_list() == ["council_company"]
