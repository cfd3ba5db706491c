"""A whole folder of published files can be handed over: each is known, or plainly left alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from carewright_engine.tables.kinds import KINDS, kind_of
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Reading, UnreadableFile
from carewright_engine.tables.schemas import TABLES

# The kind of each statistics and geography file; a None is a file that no reader takes, because
# the canonical tables have no place for what it holds.
EXPECTED: Final[Mapping[str, str | None]] = {
    "asc_stats/england_pss_ascfr/ascfr_2015-16_activity.csv.gz": "council_activity",
    "asc_stats/england_pss_ascfr/ascfr_2015-16_additional.csv.gz": "council_expenditure",
    "asc_stats/england_pss_ascfr/ascfr_2016-17_activity.csv.gz": None,
    "asc_stats/england_pss_ascfr/ascfr_2016-17_additional.csv.gz": None,
    "asc_stats/england_pss_ascfr/ascfr_2016-17_expenditure_totals.csv.gz": None,
    "asc_stats/england_pss_ascfr/harmonised_activity_inhouse_external_2001_2023.csv.gz": (
        "council_activity_series"
    ),
    "asc_stats/england_pss_ascfr/harmonised_activity_keep_all.csv.gz": "council_activity_series",
    "asc_stats/england_pss_ascfr/pssex1_2013-14_activity_council.csv.gz": None,
    "asc_stats/england_pss_ascfr/pssex1_2013-14_unit_costs_council.csv.gz": "unit_costs_by_measure",
    "asc_stats/england_pss_ascfr/pssex1_2014-15_activity_council.csv.gz": (
        "council_activity_by_column"
    ),
    "asc_stats/england_pss_ascfr/pssex1_2014-15_unit_costs_council.csv.gz": "unit_costs",
    "asc_stats/ni_unpaid_care_2021.csv": "unpaid_care",
    "asc_stats/scotland_care_at_home_per1000_council_quarter.csv": "home_care_rate",
    "asc_stats/scotland_care_at_home_phs.csv.gz": "home_care",
    "asc_stats/scotland_delayed_discharge_council_month.csv.gz": "delayed_discharge",
    "asc_stats/wales_delayed_discharge_reasons.csv.gz": "delayed_discharge_wales",
    "cqc/england_care_home_closures_by_year_published.csv": None,
    "cqc/england_care_homes_closures_2011_2023.csv.gz": "england_closures",
    "geography/boundaries_countries20.geojson": "boundaries",
    "geography/boundaries_hb19.geojson": "boundaries",
    "geography/boundaries_icb22.geojson": "boundaries",
    "geography/boundaries_ltla24.geojson": "boundaries",
    "geography/boundaries_utla21.geojson": "boundaries",
    "geography/centroids_countries20.csv": "area_centroids",
    "geography/centroids_dz11.csv.gz": "area_centroids",
    "geography/centroids_hb19.csv": "area_centroids",
    "geography/centroids_icb22.csv": "area_centroids",
    "geography/centroids_iz11.csv": "area_centroids",
    "geography/centroids_lhb22.csv": "area_centroids",
    "geography/centroids_lsoa21.csv.gz": "area_centroids",
    "geography/centroids_ltla24.csv": "area_centroids",
    "geography/centroids_utla21.csv": "area_centroids",
    "geography/imd2025_england_ltla24.csv": "deprivation",
    "geography/lookup_dz11_council_healthboard.csv": "area_lookup",
    "geography/lookup_dz11_iz11_council_names.csv.gz": "area_lookup",
    "geography/lookup_lsoa21_icb24.csv.gz": "area_lookup",
    "geography/lookup_lsoa21_ward24_ltla24.csv.gz": "area_lookup",
    "geography/lookup_ltla20_utla20.csv": "area_lookup",
    "geography/postcode_district_centroids_uk.csv": "postcode_districts",
    "geography/postcode_sector_centroids_uk.csv": "postcode_sectors",
    "geography/postcodes_scotland_onspd_nov2025.csv.gz": "postcodes",
    "geography/simd2020_council.csv": "deprivation",
    "geography/simd2020_dz11.csv": "deprivation",
    "geography/simd2020_dz11_indicators.csv.gz": "deprivation_indicators",
    "geography/urban_rural_2016_dz11.csv": "urban_rural",
    "phs/phs_carehome_age_sex.csv": "care_home_age_sex",
    "phs/phs_carehome_length_of_stay.csv": "care_home_stay_length",
    "phs/phs_carehome_nursing.csv": "care_home_nursing",
    "phs/phs_carehome_trend.csv": "care_home_residents",
    "phs/phs_homecare_hours_received_2019-21.csv": "home_care_hours",
    "phs/phs_homecare_hscp_2019-21.csv": "home_care",
    "phs/phs_homecare_iorn.csv": "home_care_need",
    "phs/phs_homecare_personal_care_2019-21.csv": "home_care_personal_care",
    "phs/phs_homecare_service_provider_2019-21.csv": "home_care_providers",
    "phs/phs_homecare_trend.csv": "home_care",
    "phs/phs_people_supported_age_sex_2021-22.csv": "people_supported_age_sex",
    "phs/phs_people_supported_services_2021-22.csv": "people_supported_services",
    "phs/phs_people_supported_summary_2021-22.csv": "people_supported",
    "phs/phs_sds_implementation_rate.csv": "self_directed_implementation",
    "phs/phs_sds_options_chosen.csv": "self_directed_options",
    "phs/phs_sds_options_proportion.csv": "self_directed_option_shares",
    "phs/phs_sds_type_of_organisation.csv": "self_directed_organisations",
    "population/england_wales_pop_mid2020_by_ltla_single_year.csv": "population",
    "population/ew_census2021_age_gender_ltla.csv": None,
    "population/households_2021_by_ltla.csv": None,
    "population/ni_age_gender_2021_lgd.csv": None,
    "population/scotland_disability_2022_datazone.csv.gz": None,
    "population/scotland_pop_2022census_by_datazone_agegroup_sex.csv.gz": "population_bands",
    "population/scotland_pop_by_healthboard_1981_on.csv": "population_totals",
    "population/scotland_pop_mid2020_by_council_sex_single_year.csv": "population",
    "population/scotland_pop_mid2020_by_datazone_sex_single_year.csv.gz": "population",
    "population/scotland_pop_mid2022_by_council_single_year_persons.csv": "population",
    "population/uk_mortality_qx_per100k_1951_2068_2018based.csv.gz": "population_rates",
    "population/uk_region_pop_est_proj_by_sex_age_2011on.csv.gz": "population",
}
# Of a projection's many inputs and outputs only those that count people are taken for people.
PEOPLE_OF_BRISTOL: Final = frozenset(
    {
        "bristol_2014_snpp_population_persons.csv",
        "bristol_end_population_2015.csv",
        "bristol_end_population_2040.csv",
        "bristol_hist_popn_est.csv",
        "bristol_hist_popn_mye.csv",
    }
)
CHANGES_OF_BRISTOL: Final = frozenset(
    {
        "bristol_births_data.csv",
        "bristol_fertility_module_r_output_2015.csv",
        "bristol_hist_births_mye.csv",
        "bristol_hist_deaths_mye.csv",
        "bristol_hist_domestic_inmigrants.csv",
        "bristol_hist_domestic_outmigrants.csv",
        "bristol_hist_international_inmigrants.csv",
        "bristol_hist_international_outmigrants.csv",
        "bristol_mortality_module_r_output_2015.csv",
        "bristol_ons_proj_births_age_mother.csv",
        "bristol_proj_births_age_sex_mother_2015.csv",
        "historic_births.csv",
        "historic_births_by_age_of_mother.csv",
    }
)
RATES_OF_BRISTOL: Final = frozenset(
    {
        "death_improvement.csv",
        "future_fertility_trend_assumption.csv",
        "future_mortality_trend_assumption.csv",
    }
)
# Files of registers, contracts and accounts belong to other readers, or to none.
OTHERS: Final = ("care_inspectorate/", "cqc/", "finance/", "registers/", "samples/")


def _tables_in(folder: Path) -> list[Path]:
    endings = ("*.csv", "*.csv.gz", "*.geojson")
    return sorted(path for ending in endings for path in folder.rglob(ending))


def _expected(name: str) -> str | None:
    if "witan_bristol" in name:
        return _of_bristol(Path(name).name)
    return EXPECTED[name]


def _of_bristol(name: str) -> str | None:
    if name in CHANGES_OF_BRISTOL:
        return "population_change"
    if name in RATES_OF_BRISTOL:
        return "population_rates"
    return "population" if name in PEOPLE_OF_BRISTOL else None


def _kind(path: Path) -> str | None:
    try:
        return kind_of(open_published(path)).name
    except UnreadableFile:
        return None


def _reading(path: Path) -> Reading | str:
    """What a file yields, or the sentence that says why it yields nothing."""
    try:
        raw = open_published(path)
        return kind_of(raw).read(raw, Hints())
    except UnreadableFile as refused:
        return str(refused)


@pytest.mark.realdata
def test_every_statistics_and_geography_file_is_known_or_left_alone(real_data: Path) -> None:
    found, wanted = {}, {}
    for path in _tables_in(real_data):
        name = path.relative_to(real_data).as_posix()
        if name in EXPECTED or not name.startswith(OTHERS):
            found[name], wanted[name] = _kind(path), _expected(name)
    assert found == wanted
    assert EXPECTED.keys() <= found.keys()


@pytest.mark.realdata
def test_every_file_of_the_folder_is_read_or_refused_in_words(real_data: Path) -> None:
    """Nothing but UnreadableFile may come out of a file, and whatever is read adds up."""
    read = 0
    for path in _tables_in(real_data):
        reading = _reading(path)
        if isinstance(reading, str):
            assert reading.endswith("."), path.name
            continue
        read += 1
        assert reading.rows_read == reading.rows_kept + reading.rows_refused, path.name
        assert reading.rows_doubtful <= reading.rows_kept, path.name
        for name, frame in reading.tables.items():
            assert frame.schema == TABLES[name].schema, f"{path.name}: {name}"
            for column in TABLES[name].columns:
                if column.required:
                    assert frame[column.name].null_count() == 0, f"{path.name}: {column.name}"
    assert read >= sum(kind is not None for kind in EXPECTED.values())


@pytest.mark.realdata
def test_no_two_rows_of_one_file_have_the_same_key(real_data: Path) -> None:
    for path in _tables_in(real_data):
        name = path.relative_to(real_data).as_posix()
        if EXPECTED.get(name) is None or path.stat().st_size > 1_000_000:
            continue
        raw = open_published(path)
        for table, frame in kind_of(raw).read(raw, Hints()).tables.items():
            key = [*TABLES[table].key]
            if "area_name" in frame.columns and "area_name" not in key:
                key.append("area_name")  # an area without a code is known by its name
            assert frame.select(key).is_unique().all(), f"{name}: {table}"


def test_every_kind_says_who_publishes_it_and_on_what_terms() -> None:
    for kind in KINDS.values():
        assert all((kind.title, kind.publisher, kind.licence))
        assert set(kind.yields) <= set(TABLES)
