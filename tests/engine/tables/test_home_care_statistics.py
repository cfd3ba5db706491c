"""Care at home in Scotland: zeros that mean nothing was sent, totals estimated or in part."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.reading import UnreadableFile
from tests.engine.tables.statistics_files import kind_name, raw_rows, read, write

HEADER = "Time Period,Financial Quarter,Location,Age Group,Measure,Value"
BANDS = ("0-17 years", "18-64 years", "65-74 years", "75-84 years", "85+ years")


def _file(folder: Path, *rows: str, header: str = HEADER) -> Path:
    return write(folder, "care_at_home.csv", header, *rows)


def test_each_figure_knows_its_area_period_age_and_measure(tmp_path: Path) -> None:
    path = _file(tmp_path, "Financial Year,2023/24,Argyll & Bute,65-74 years,Number of Hours,1005")
    activity = read(path).tables["activity"].row(0, named=True)
    assert (
        activity
        | {
            "area_code": "S12000035",
            "area_kind": "council",
            "area_name": "Argyll & Bute",
            "kind": "care_at_home",
            "detail": "",
            "age_band": "65-74",
            "sex": "all",
            "starts_on": date(2023, 4, 1),
            "ends_before": date(2024, 4, 1),
            "period_kind": "financial_year",
            "measure": "hours",
            "value": 1005.0,
            "rounded_to": 5,
            "flag": None,
            "source_row": 2,
        }
        == activity
    )


def test_a_census_week_is_seven_days_and_not_the_year_it_is_named_by(tmp_path: Path) -> None:
    path = _file(tmp_path, "Census Week,2017/18,Fife,All Ages,Number of People,100")
    activity = read(path).tables["activity"]
    assert activity.select("starts_on", "ends_before", "period_kind").rows() == [
        (date(2018, 3, 25), date(2018, 4, 1), "census_week")
    ]


def test_a_whole_council_without_anybody_submitted_nothing(tmp_path: Path) -> None:
    reading = read(
        _file(
            tmp_path,
            "Financial Year,2020/21,East Ayrshire,All Ages,Number of Hours,0",
            "Financial Year,2020/21,East Ayrshire,All Ages,Number of People,2755",
        )
    )
    assert reading.tables["activity"].select("measure", "value", "flag").rows() == [
        ("hours", None, "not_submitted"),
        ("people", 2755.0, None),
    ]
    assert any("nothing was submitted" in note for note in reading.notes)


def test_bands_that_are_all_zero_beside_a_whole_were_not_submitted(tmp_path: Path) -> None:
    rows = [f"Census Week,2017/18,North Ayrshire,{band},Number of People,0" for band in BANDS]
    whole = "Census Week,2017/18,North Ayrshire,All Ages,Number of People,2120"
    activity = read(_file(tmp_path, whole, *rows)).tables["activity"]
    bands = activity.filter(pl.col("age_band") != "all")
    assert set(bands["flag"]) == {"not_submitted"}
    assert bands["value"].null_count() == 5
    assert activity.filter(pl.col("age_band") == "all")["value"].to_list() == [2120.0]


def test_a_zero_in_one_band_of_several_stays_zero(tmp_path: Path) -> None:
    activity = read(
        _file(
            tmp_path,
            "Census Week,2017/18,Fife,All Ages,Number of People,100",
            "Census Week,2017/18,Fife,0-17 years,Number of People,0",
            "Census Week,2017/18,Fife,85+ years,Number of People,100",
        )
    ).tables["activity"]
    assert activity["value"].to_list() == [100.0, 0.0, 100.0]
    assert activity["flag"].null_count() == 3


def test_a_figure_held_back_is_not_zero(tmp_path: Path) -> None:
    path = _file(tmp_path, "Census Week,2017/18,Fife,0-17 years,Number of People,*")
    activity = read(path).tables["activity"]
    assert activity.select("value", "flag").rows() == [(None, "suppressed")]


def test_an_estimated_nation_is_told_from_the_areas_that_submitted(tmp_path: Path) -> None:
    reading = read(
        _file(
            tmp_path,
            "Financial Year,2023/24,Scotland (Estimated),All Ages,Number of People,97585",
            "Financial Year,2023/24,Scotland (All Areas Submitted),All Ages,Number of People,90000",
        )
    )
    assert reading.tables["activity"].select("value", "flag").rows() == [
        (97585.0, "estimated"),
        (90000.0, "submitted_only"),
    ]


def test_an_unknown_council_is_kept_without_a_code_and_doubtful(tmp_path: Path) -> None:
    rows = ("Atlantis,All Ages,Number of People,5", "Fife,All Ages,Number of People,5")
    reading = read(_file(tmp_path, *(f"Financial Year,2023/24,{row}" for row in rows)))
    assert reading.tables["activity"]["area_code"].to_list() == [None, "S12000047"]
    assert reading.doubtful.select("column", "value").rows() == [("Location", "Atlantis")]


def test_areas_that_are_all_unknown_wait_for_look_ups_and_the_reading_says_so(
    tmp_path: Path,
) -> None:
    reading = read(_file(tmp_path, "Financial Year,2023/24,Atlantis,All Ages,Number of People,5"))
    assert reading.tables["activity"]["area_name"].to_list() == ["Atlantis"]
    assert reading.doubtful.is_empty()
    assert "look-ups" in reading.notes[-1]


def test_rows_with_no_period_no_age_or_no_measure_are_refused_each_with_its_reason(
    tmp_path: Path,
) -> None:
    reading = read(
        _file(
            tmp_path,
            "Financial Year,2023/24,Fife,All Ages,Number of People,5",
            "Financial Year,2023/25,Fife,All Ages,Number of People,5",
            "Financial Year,2023/24,Fife,elderly,Number of People,5",
            "Financial Year,2023/24,Fife,All Ages,Number of Dogs,5",
            "Financial Year,2023/24,Fife,85+ years,Number of People,many",
            "Financial Year,2023/24,Fife,All Ages,Number of People,7",
        )
    )
    assert reading.refused.select("source_row", "value").rows() == [
        (3, "2023/25"),
        (4, "elderly"),
        (5, "Number of Dogs"),
        (6, "many"),
        (7, "Fife"),
    ]
    assert reading.rows_kept == 1


def test_swapped_columns_are_noticed(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "Financial Year,2023/24,Fife,105,Number of People,All Ages",
        "Financial Year,2023/24,Angus,95,Number of People,All Ages",
    )
    with pytest.raises(UnreadableFile, match="Perhaps two columns are swapped"):
        read(path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "Financial Year,2023/24,Fife,5",
        header="Time Period,Financial Quarter,Location,Value",
    )
    with pytest.raises(UnreadableFile, match="no column holds age bands"):
        read(path, kind="home_care")


def test_shares_of_providers_may_add_to_more_than_a_hundred(tmp_path: Path) -> None:
    header = (
        "time_period,financial_quarter,sending_location,age_group,hc_service_provider,"
        "nclient,percentage"
    )
    path = _file(
        tmp_path,
        "Census Week,2020/21,Fife,All Ages,Private only,60,60",
        "Census Week,2020/21,Fife,All Ages,Third Sector,55,55",
        header=header,
    )
    reading = read(path)
    percent = reading.tables["activity"].filter(pl.col("measure") == "percent")
    assert percent.select("detail", "value").rows() == [
        ("Private only", 60.0),
        ("Third Sector", 55.0),
    ]
    assert any("more than 100%" in note for note in reading.notes)


def test_the_quarterly_rate_counts_quarters_of_the_calendar_year(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "rate.csv",
        "ltla24_code,ltla24_name,date,care_at_home_per_1000",
        "S12000033,Aberdeen City,Q1 2018,9.1",
    )
    activity = read(path).tables["activity"]
    assert activity.select("area_name", "starts_on", "measure", "value").rows() == [
        ("Aberdeen City", date(2018, 1, 1), "rate_per_1000", 9.1)
    ]


def _of(activity: pl.DataFrame, **wanted: object) -> list[tuple[object, ...]]:
    rows = activity.filter(*(pl.col(name) == value for name, value in wanted.items()))
    return rows.select("value", "flag").rows()


@pytest.mark.realdata
def test_scotland_supported_97585_people_at_home_for_40915720_hours_in_2023_24(
    real_data: Path,
) -> None:
    activity = read(real_data / "asc_stats/scotland_care_at_home_phs.csv.gz").tables["activity"]
    year = {
        "area_code": "S92000003",
        "period_kind": "financial_year",
        "starts_on": date(2023, 4, 1),
        "age_band": "all",
    }
    assert _of(activity, **year, measure="people") == [(97_585.0, "estimated")]
    assert _of(activity, **year, measure="hours") == [(40_915_720.0, "estimated")]


@pytest.mark.realdata
def test_the_zeros_that_mean_not_submitted_are_not_known(real_data: Path) -> None:
    activity = read(real_data / "asc_stats/scotland_care_at_home_phs.csv.gz").tables["activity"]
    week = {"starts_on": date(2018, 3, 25), "period_kind": "census_week", "age_band": "85+"}
    assert _of(activity, area_name="North Ayrshire", measure="people", **week) == [
        (None, "not_submitted")
    ]
    for council in ("Glasgow City", "Midlothian", "Moray"):
        assert _of(activity, area_name=council, measure="hours", **week) == [
            (None, "not_submitted")
        ]
        assert _of(activity, area_name=council, measure="people", **week)[0][1] is None
    year = {"starts_on": date(2020, 4, 1), "period_kind": "financial_year", "age_band": "all"}
    assert _of(activity, area_name="East Ayrshire", measure="hours", **year) == [
        (None, "not_submitted")
    ]
    assert _of(activity, area_name="East Ayrshire", measure="people", **year) == [(2755.0, None)]


@pytest.mark.realdata
def test_every_figure_but_those_not_submitted_is_the_files_own(real_data: Path) -> None:
    path = real_data / "asc_stats/scotland_care_at_home_phs.csv.gz"
    activity = read(path).tables["activity"].sort("source_row")
    raw = raw_rows(path)["Value"].cast(pl.Float64)
    assert activity.height == raw.len()
    known = activity["flag"].is_null() | (activity["flag"] == "estimated")
    assert activity["value"].filter(known).to_list() == raw.filter(known).to_list()
    assert raw.filter(~known).sum() == 0
    people = activity.filter(pl.col("rounded_to") == 5)["value"].drop_nulls()
    assert (people % 5 == 0).all()


@pytest.mark.realdata
def test_bands_of_a_nation_that_leave_councils_out_are_doubtful(real_data: Path) -> None:
    reading = read(real_data / "asc_stats/scotland_care_at_home_phs.csv.gz")
    rows = reading.tables["activity"].join(reading.doubtful, on="source_row", how="semi")
    assert set(rows["area_code"]) == {"S92000003"}
    assert set(rows["starts_on"]) == {date(2018, 1, 1), date(2018, 3, 25)}


@pytest.mark.realdata
def test_every_sibling_file_is_told_from_the_others_and_finds_all_32_councils(
    real_data: Path,
) -> None:
    expected = {
        "phs_homecare_hscp_2019-21.csv": "home_care",
        "phs_homecare_trend.csv": "home_care",
        "phs_homecare_hours_received_2019-21.csv": "home_care_hours",
        "phs_homecare_service_provider_2019-21.csv": "home_care_providers",
        "phs_homecare_personal_care_2019-21.csv": "home_care_personal_care",
        "phs_homecare_iorn.csv": "home_care_need",
    }
    for name, kind in expected.items():
        path = real_data / "phs" / name
        assert kind_name(path) == kind
        reading = read(path)
        assert reading.tables["activity"]["area_code"].null_count() == 0
        councils = reading.tables["activity"].filter(pl.col("area_kind") == "council")
        assert councils["area_code"].n_unique() == (9 if kind == "home_care_need" else 32)


@pytest.mark.realdata
def test_the_quarterly_rates_of_two_files_agree(real_data: Path) -> None:
    rates = read(real_data / "asc_stats/scotland_care_at_home_per1000_council_quarter.csv").tables[
        "activity"
    ]
    activity = read(real_data / "asc_stats/scotland_care_at_home_phs.csv.gz").tables["activity"]
    quarters = activity.filter(
        pl.col("measure") == "rate_per_1000",
        pl.col("period_kind") == "quarter",
        pl.col("age_band") == "all",
        pl.col("area_kind") == "council",
    )
    both = rates.join(quarters, on=["area_code", "starts_on"], suffix="_published")
    assert both.height == 800
    assert (both["value"] == both["value_published"]).all()
