"""Care that English councils paid for, in-house and external, in three shapes of file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.engine.tables.statistics_files import cells, raw_rows, read, write

FOLDER = "asc_stats/england_pss_ascfr"


def test_weeks_and_hourly_rates_come_from_one_file(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "activity 2014-15.csv",
        "Support type,Age category,Primary support reason,Service delivery mechanism,Provision,"
        "102 - Cumbria,104 - Northumberland,106 - Gateshead,North East,England",
        "Long term,Age 65 and over,Physical support,Residential,In house provision,10,0,:,4,5",
        ",Age 18 and over,,Internal home care provision,Hourly rate,26,0,20,21,29.07",
        ",Age 18 and over,,Capital charges,,No,No,No,No,No",
    )
    reading = read(path)
    weeks = reading.tables["activity"].filter(pl.col("area_kind") == "council")
    assert weeks.select("area_name", "detail", "age_band", "measure", "value", "flag").rows() == [
        ("Cumbria", "in_house; Physical support", "65+", "weeks", 10.0, None),
        ("Northumberland", "in_house; Physical support", "65+", "weeks", 0.0, None),
        ("Gateshead", "in_house; Physical support", "65+", "weeks", None, "not_available"),
    ]
    hourly = reading.tables["unit_cost"]
    assert hourly.select("provision", "unit", "pence").rows()[:2] == [
        ("in_house", "hour", 2600),
        ("in_house", "hour", None),
    ]
    assert reading.refused["value"].to_list() == ["Capital charges"]


def test_one_council_of_a_series_has_one_name_and_a_financial_year(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "series.csv",
        '"",percent_sector,SupportSetting,DH_GEOGRAPHY_NAME,ActivityProvision,ITEMVALUE,year',
        "1,28,Residential,107 NEWCASTLE UPON TYNE,In House,100,2015",
        "2,72,Residential,107-Newcastle%20upon%20Tyne,External,300,2015",
        "3,100,Residential,Newcastle.upon.Tyne,99,400,2015",
        "4,72,,Newcastle upon Tyne,External,300,2016",
        "5,72,Residential,NA,External,300,2017",
    )
    reading = read(path)
    activity = reading.tables["activity"]
    assert activity.select("area_name", "detail", "starts_on", "value").rows() == [
        ("Newcastle upon Tyne", "in_house", date(2014, 4, 1), 100.0),
        ("Newcastle upon Tyne", "external", date(2014, 4, 1), 300.0),
        ("Newcastle upon Tyne", "", date(2014, 4, 1), 400.0),
    ]
    assert reading.refused["source_row"].to_list() == [5, 6]


@pytest.mark.realdata
def test_the_series_equals_the_returns_it_was_made_from(real_data: Path) -> None:
    """Residential weeks of people aged 65+ in 2015/16: two files, 152 councils, no difference."""
    returns = raw_rows(real_data / FOLDER / "ascfr_2015-16_activity.csv.gz").filter(
        pl.col("Age Bands") == "Age 65 and over",
        pl.col("Long Term Support Setting") == "Residential",
        pl.col("Activity Provision") == "External",
    )
    expected = dict(
        returns.group_by("Council Name").agg(pl.col("Value").cast(pl.Float64).sum()).rows()
    )
    series = read(real_data / FOLDER / "harmonised_activity_keep_all.csv.gz").tables["activity"]
    ours = series.filter(
        pl.col("starts_on") == date(2015, 4, 1),
        pl.col("kind") == "residential",
        pl.col("detail") == "external",
        pl.col("area_kind") == "council",
    )
    assert dict(ours.select("area_name", "value").rows()) == pytest.approx(expected)
    assert len(expected) == 152


@pytest.mark.realdata
def test_weeks_of_2014_15_are_the_files_own(real_data: Path) -> None:
    path = real_data / FOLDER / "pssex1_2014-15_activity_council.csv.gz"
    reading = read(path)
    rows = cells(path)
    total = sum(
        float(row[5])
        for row in rows[2:]
        if len(row) > 5 and row[3] == "Residential" and "Total" in row[4]
    )
    cumbria = reading.tables["activity"].filter(
        pl.col("area_name") == "Cumbria",
        pl.col("kind") == "residential",
        ~pl.col("detail").str.contains("in_house|external"),
    )
    assert cumbria["value"].sum() == pytest.approx(total)
    england = reading.tables["unit_cost"].filter(pl.col("area_code") == "E92000001")
    assert dict(england.select("provision", "pence").rows()) == {"in_house": 2907, "external": 1392}


@pytest.mark.realdata
def test_every_row_of_2015_16_is_kept(real_data: Path) -> None:
    path = real_data / FOLDER / "ascfr_2015-16_activity.csv.gz"
    reading = read(path)
    assert reading.rows_kept == 19_000
    total = raw_rows(path)["Value"].cast(pl.Float64).sum()
    assert reading.tables["activity"]["value"].sum() == pytest.approx(total)
