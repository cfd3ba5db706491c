"""People supported, and self-directed support: plain beside adjusted, services never added."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.engine.tables.statistics_files import kind_name, raw_rows, read, write


def test_adjusted_figures_stand_beside_plain_ones(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "s.csv",
        "financial_year,sending_location,measure,rate,nclient,scotland_rate,scotland_nclient",
        '2021/22,Fife,"Rate per 1,000 Population",46.3,10585,42,230115',
        '2021/22,Fife,"Rate per 1,000 Population (adjusted)",45.1,10310,41,225515',
    )
    people = read(path).tables["activity"].filter(pl.col("measure") == "people")
    assert people.select("detail", "value").rows() == [("", 10585.0), ("adjusted", 10310.0)]


def test_each_service_has_its_own_kind(tmp_path: Path) -> None:
    header = "financial_year,sending_location,age_group,service_group,nclient"
    services = ("Care Home", "Care at Home", "Community Alarms / Telecare", "Day Care", "Meals")
    rows = [f"2021/22,Fife,All Ages,{service},5" for service in (*services, "Housing Support")]
    activity = read(write(tmp_path, "s.csv", header, *rows)).tables["activity"]
    assert activity.select("kind", "detail").rows() == [
        ("care_home", ""),
        ("care_at_home", ""),
        ("telecare", ""),
        ("day_care", ""),
        ("meals", ""),
        ("other", "Housing Support"),
    ]


def test_a_service_with_nobody_in_a_whole_council_is_doubtful_not_blanked(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "s.csv",
        "financial_year,sending_location,age_group,service_group,nclient",
        "2021/22,Argyll and Bute,All Ages,Day Care,0",
        "2021/22,Argyll and Bute,85+ years,Meals,0",
    )
    reading = read(path)
    assert reading.tables["activity"]["value"].to_list() == [0.0, 0.0]
    assert reading.doubtful["source_row"].to_list() == [2]


def test_those_who_chose_are_told_from_those_who_could(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "i.csv",
        "financial_year,sending_location,implementation_rate,nclient,sdsclient",
        "2020/21,Fife,77.1,1000,771",
    )
    activity = read(path).tables["activity"]
    assert set(activity.select("detail", "measure", "value").rows()) == {
        ("made a choice", "people", 771.0),
        ("could make a choice", "people", 1000.0),
        ("made a choice", "percent", 77.1),
    }


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("people_supported_summary_2021-22", "people_supported"),
        ("people_supported_age_sex_2021-22", "people_supported_age_sex"),
        ("people_supported_services_2021-22", "people_supported_services"),
        ("sds_options_chosen", "self_directed_options"),
        ("sds_options_proportion", "self_directed_option_shares"),
        ("sds_type_of_organisation", "self_directed_organisations"),
        ("sds_implementation_rate", "self_directed_implementation"),
    ],
)
def test_every_file_is_told_from_its_siblings_and_keeps_every_row(
    real_data: Path, file: str, kind: str
) -> None:
    path = real_data / f"phs/phs_{file}.csv"
    assert kind_name(path) == kind
    reading = read(path)
    assert reading.rows_kept == raw_rows(path).height
    activity = reading.tables["activity"]
    assert activity["area_code"].null_count() == 0
    assert activity.filter(pl.col("area_kind") == "council")["area_code"].n_unique() == 32


@pytest.mark.realdata
def test_people_of_day_care_are_the_files_own(real_data: Path) -> None:
    path = real_data / "phs/phs_people_supported_services_2021-22.csv"
    ours = (
        read(path)
        .tables["activity"]
        .filter(
            pl.col("kind") == "day_care",
            pl.col("starts_on") == date(2021, 4, 1),
            pl.col("age_band") == "85+",
        )
    )
    raw = raw_rows(path).filter(
        pl.col("service_group") == "Day Care",
        pl.col("financial_year") == "2021/22",
        pl.col("age_group") == "85+ years",
    )
    assert sorted(ours["value"]) == sorted(raw["nclient"].cast(pl.Float64))


@pytest.mark.realdata
def test_shares_by_organisation_are_of_people_with_self_directed_support(real_data: Path) -> None:
    """Scotland 2017/18: 33,050 with a local authority of 89,425 with any option."""
    activity = read(real_data / "phs/phs_sds_type_of_organisation.csv").tables["activity"]
    share = activity.filter(
        pl.col("area_code") == "S92000003",
        pl.col("starts_on") == date(2017, 4, 1),
        pl.col("age_band") == "all",
        pl.col("detail") == "Local Authority",
        pl.col("measure") == "percent",
    )
    assert share["value"].to_list() == [pytest.approx(100 * 33_050 / 89_425)]
