"""People in care homes: two siblings with a rate per 1,000 that do not mean the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.engine.tables.statistics_files import kind_name, raw_rows, read, write


def test_a_rate_of_people_in_care_homes_is_a_share_and_not_a_rate_of_the_population(
    tmp_path: Path,
) -> None:
    path = write(
        tmp_path,
        "a.csv",
        "financial_year,sending_location,stay_type,age_group,sex,rate,nclient",
        "2017/18,Fife,All Stays,All Ages,Female,667,240",
    )
    activity = read(path).tables["activity"]
    assert activity.select("detail", "sex", "measure", "value").rows() == [
        ("", "female", "people", 240.0),
        ("", "female", "percent", pytest.approx(66.7)),
    ]


def test_the_trends_rate_is_of_the_population(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "t.csv",
        "financial_quarter,sending_location,age_group,stay_type,measure,value",
        '2017/18 Q4,Fife,All Ages,Long Stay,"Rate per 1,000 People",6.6',
        "2017/18 Q4,Fife,Unknown,Long Stay,Rate per 1000 People,NA",
    )
    activity = read(path).tables["activity"]
    assert activity.select("detail", "measure", "value", "flag", "starts_on").rows() == [
        ("Long Stay", "rate_per_1000", 6.6, None, date(2018, 1, 1)),
        ("Long Stay", "rate_per_1000", None, "not_available", date(2018, 1, 1)),
    ]


def test_a_median_stay_of_no_days_is_not_known(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "l.csv",
        "financial_year,sending_location,age_group,stay_type,median_los,scotland_median_los",
        "2019/20,Orkney Islands,All Ages,Long Stay,0,510",
        "2019/20,Fife,All Ages,Long Stay,425,510",
    )
    reading = read(path)
    assert reading.tables["activity"].select("value", "flag").rows() == [
        (None, "not_available"),
        (425.0, None),
    ]
    assert "medians of 0 days" in reading.notes[0]


def test_the_census_counts_places_and_residents_by_group_and_sector(tmp_path: Path) -> None:
    older, alls = "Older People Aged 65 and Older", "All Sectors"
    path = write(
        tmp_path,
        "census.csv",
        "Date,CA,CAQF,KeyStatistic,MainClientGroup,Sector,SectorQF,Value,ValueQF",
        f"20240331,S12000015,,Number of Registered Places,{older},{alls},d,2000,",
        f"20240331,S12000015,,Number of Residents,{older},Private,,1500,",
        f"20240331,S12000015,,Percentage Occupancy,All Adults,{alls},d,85,",
        f"20240331,S12000015,,Number of Care Homes,{older},Voluntary or Not for Profit,,NA,:",
        f"20240331,S12000015,,Mean Age of Residents,{older},{alls},d,84,",
    )
    reading = read(path)
    assert reading.kind == "care_home_census"
    assert reading.tables["capacity"].select(
        "area_code", "on", "kind", "care_group", "sector", "measure", "value", "flag"
    ).rows() == [
        ("S12000047", date(2024, 3, 31), "Care Home Service", group, sector, *rest)
        for group, sector, *rest in (
            ("older_people", None, "places", 2000.0, None),
            ("older_people", "private", "residents", 1500.0, None),
            ("adults", None, "occupancy", 0.85, None),
            ("older_people", "voluntary", "homes", None, "not_available"),
        )
    ]
    assert reading.refused["value"].to_list() == ["Mean Age of Residents"]


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("phs_carehome_trend", "care_home_residents"),
        ("phs_carehome_age_sex", "care_home_age_sex"),
        ("phs_carehome_length_of_stay", "care_home_stay_length"),
        ("phs_carehome_nursing", "care_home_nursing"),
    ],
)
def test_every_care_home_file_is_told_from_its_siblings(
    real_data: Path, file: str, kind: str
) -> None:
    path = real_data / f"phs/{file}.csv"
    assert kind_name(path) == kind
    reading = read(path)
    assert reading.rows_refused == 0
    counts = reading.tables["activity"].filter(pl.col("rounded_to") == 5)["value"].drop_nulls()
    assert (counts % 5 == 0).all()


@pytest.mark.realdata
def test_residents_of_the_last_quarter_add_up_as_in_the_file(real_data: Path) -> None:
    path = real_data / "phs/phs_carehome_trend.csv"
    activity = (
        read(path)
        .tables["activity"]
        .filter(
            pl.col("starts_on") == date(2021, 1, 1),
            pl.col("age_band") == "85+",
            pl.col("measure") == "people",
            pl.col("detail") == "",
            pl.col("area_kind") == "council",
        )
    )
    raw = raw_rows(path).filter(
        pl.col("financial_quarter") == "2020/21 Q4",
        pl.col("age_group") == "85+ years",
        pl.col("measure") == "Number of People",
        pl.col("stay_type") == "All Stays",
        ~pl.col("sending_location").str.starts_with("Scotland"),
    )
    assert activity["value"].sum() == raw["value"].cast(pl.Float64).sum()
    assert activity.height == raw.height
