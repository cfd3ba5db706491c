"""Delayed discharges by council and month in Scotland, by board and reason in Wales."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.engine.tables.statistics_files import raw_rows, read, write


def test_bed_days_of_a_month_by_reason_and_age(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "d.csv",
        "MonthOfDelay,CA,AgeGroup,ReasonForDelay,NumberOfDelayedBedDays,"
        "AverageDailyNumberOfDelayedBeds",
        "201607,S12000015,18plus,All Delay Reasons,236,8",
        "201607,S12000015,75plus,Code 9 AWI,74,2",
    )
    activity = read(path).tables["activity"]
    assert activity.select(
        "area_code", "detail", "age_band", "starts_on", "ends_before", "period_kind", "value"
    ).rows() == [
        ("S12000047", "", "18+", date(2016, 7, 1), date(2016, 8, 1), "month", 236.0),
        ("S12000047", "Code 9 AWI", "75+", date(2016, 7, 1), date(2016, 8, 1), "month", 74.0),
    ]
    assert set(activity["measure"]) == {"bed_days"}


@pytest.mark.realdata
def test_councils_and_residents_of_elsewhere_add_up_to_scotland(real_data: Path) -> None:
    reading = read(real_data / "asc_stats/scotland_delayed_discharge_council_month.csv.gz")
    whole = reading.tables["activity"].filter(pl.col("detail") == "", pl.col("age_band") == "18+")
    for (_month,), rows in whole.group_by("starts_on"):
        nation = rows.filter(pl.col("area_kind") == "country")["value"].sum()
        assert rows.filter(pl.col("area_kind") == "council")["value"].sum() == nation
    elsewhere = whole.filter(pl.col("area_code").is_null())
    assert elsewhere.height == 110
    assert reading.rows_doubtful == 1650


@pytest.mark.realdata
def test_people_waiting_in_wales_are_those_of_the_file(real_data: Path) -> None:
    path = real_data / "asc_stats/wales_delayed_discharge_reasons.csv.gz"
    activity = read(path).tables["activity"]
    assert set(activity["area_kind"]) == {"health_board"}
    assert activity["area_code"].n_unique() == 7
    assert activity["value"].sum() == raw_rows(path)["delay_count"].cast(pl.Float64).sum()
    assert activity.filter(pl.col("starts_on") == date(2023, 4, 1))["value"].sum() == 1750
