"""England's care homes and how they ended."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.reading import UnreadableFile
from tests.engine.tables.statistics_files import raw_rows, read, write

HEADER = "carehomesbeds,year_location_end,forced_closure,ownership,closed_complete,good,inadequate"


def test_a_home_is_open_closed_or_closed_by_the_regulator(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "c.csv",
        HEADER,
        "8.0,,0.0,For-Profit,0,1.0,0.0",
        "20.0,2015.0,0.0,Local Authority,1,0.0,1.0",
        "30.0,2016.0,1.0,Third sector,1,0.0,0.0",
    )
    closure = read(path).tables["closure"]
    assert closure.select(
        "home", "year", "beds", "ownership", "closed", "involuntary", "rating"
    ).rows() == [
        (1, None, 8, "for_profit", False, False, "Good"),
        (2, 2015, 20, "council", True, False, "Inadequate"),
        (3, 2016, 30, "third_sector", True, True, None),
    ]


def test_a_home_the_regulator_closed_is_closed_even_when_marked_otherwise(tmp_path: Path) -> None:
    reading = read(write(tmp_path, "c.csv", HEADER, "30,2016,1,For-Profit,0,0,0"))
    assert reading.tables["closure"]["closed"].to_list() == [True]
    assert "not marked as closed for good" in reading.doubtful["reason"][0]


def test_a_row_that_says_nothing_about_the_home_is_refused(tmp_path: Path) -> None:
    reading = read(write(tmp_path, "c.csv", HEADER, "30,2016,1,For-Profit,1,0,0", ",,,,0,,"))
    assert reading.refused["source_row"].to_list() == [3]


def test_swapped_columns_are_noticed(tmp_path: Path) -> None:
    path = write(
        tmp_path, "c.csv", HEADER, "0,2016,30,For-Profit,1,0,0", "0,2016,24,For-Profit,1,0,0"
    )
    with pytest.raises(UnreadableFile, match="Perhaps two columns are swapped"):
        read(path)


@pytest.mark.realdata
def test_816_homes_with_19918_beds_were_closed_by_the_regulator_nearly_all_for_profit(
    real_data: Path,
) -> None:
    path = real_data / "cqc/england_care_homes_closures_2011_2023.csv.gz"
    closure = read(path).tables["closure"]
    involuntary = closure.filter(pl.col("involuntary"))
    assert involuntary.height == 816
    assert involuntary["beds"].sum() == 19_918
    for_profit = involuntary.filter(pl.col("ownership") == "for_profit")
    assert for_profit.height == 804
    assert round(100 * for_profit.height / 816, 2) == 98.53
    assert round(100 * for_profit["beds"].sum() / 19_918, 2) == 97.13
    raw = raw_rows(path)
    assert closure["beds"].sum() == raw["carehomesbeds"].cast(pl.Float64).sum()
