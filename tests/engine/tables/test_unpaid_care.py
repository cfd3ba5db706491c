"""Unpaid carers by age and hours, from the census."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.readers.unpaid_care import counted
from carewright_engine.tables.reading import UnreadableFile
from tests.engine.tables.statistics_files import raw_rows, read, write

HEADER = "ltla21_name,ltla21_code,variable,value"


@pytest.mark.parametrize(
    ("variable", "says"),
    [
        ("count_65_and_over_50plus_hours", ("65+", "50+ hours")),
        ("count_5to14_years_1to19_hours", ("5-14", "1-19 hours")),
        ("count_5_and_over_0_hours", ("5+", "0 hours")),
        ("total_15to39_years", ("15-39", "")),
        ("percent_15to39_years_0_hours", None),
    ],
)
def test_the_files_own_names_say_age_and_hours(variable: str, says: tuple[str, str] | None) -> None:
    assert counted(variable) == says


def test_counts_are_kept_on_the_census_day_and_percentages_are_not(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "unpaid_care_2021.csv",
        HEADER,
        "Derry City and Strabane,N09000005,count_65_and_over_50plus_hours,1200",
        "Derry City and Strabane,N09000005,percent_65_and_over_50plus_hours,5",
    )
    found = read(path)
    row = found.tables["activity"].row(0, named=True)
    assert (row["age_band"], row["detail"], row["value"]) == ("65+", "50+ hours", 1200)
    assert row["starts_on"] == date(2021, 3, 21)
    assert found.rows_refused == 1


def test_a_file_that_names_no_census_is_refused(tmp_path: Path) -> None:
    line = "Derry City and Strabane,N09000005,total_65_and_over,1200"
    with pytest.raises(UnreadableFile, match="which census"):
        read(write(tmp_path, "unpaid.csv", HEADER, line))


@pytest.mark.realdata
def test_hours_add_up_to_everyone_of_the_age(real_data: Path) -> None:
    path = real_data / "asc_stats/ni_unpaid_care_2021.csv"
    activity = read(path).tables["activity"]
    assert activity["area_code"].n_unique() == 11
    raw = raw_rows(path).filter(pl.col("variable").str.starts_with("count"))
    by_hours = activity.filter(pl.col("detail") != "")["value"].sum()
    assert by_hours == raw["value"].cast(pl.Float64).sum()
