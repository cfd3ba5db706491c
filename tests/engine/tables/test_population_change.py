"""Births, deaths, moves and assumed rates become rows of the canonical tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from carewright_engine.tables.reading import UnreadableFile
from tests.engine.tables.statistics_files import read, write


def test_moves_given_twice_are_counted_once(tmp_path: Path) -> None:
    rows = ("E06000023,F,30,2014,12", "E06000023,M,30,2014,8", "E06000023,F,30,2014,12")
    reading = read(write(tmp_path, "in.csv", "GSS.Code,Sex,Age,Year,DomIn", *rows))
    people = reading.tables["population_change"]
    assert people.select("component", "sex", "people").rows() == [
        ("domestic_in", "female", 12.0),
        ("domestic_in", "male", 8.0),
    ]
    assert reading.rows_refused == 1
    assert "an earlier row" in reading.refused["reason"][0]


def test_births_by_the_age_of_the_mother_are_told_from_births_by_sex_of_the_child(
    tmp_path: Path,
) -> None:
    header = "GSS.Code,Sex,Age,Year,Births"
    children = read(write(tmp_path, "a.csv", header, "E06000023,M,0,2014,70"))
    mothers = read(write(tmp_path, "b.csv", header, "E06000023,F,31,2014,70"))
    named = [each.tables["population_change"]["component"][0] for each in (children, mothers)]
    assert named == ["births", "births_by_mother"]


def test_ages_above_ninety_are_added_to_ninety_and_over(tmp_path: Path) -> None:
    rows = ("E06000023,F,90,2014,3", "E06000023,F,97,2014,2")
    people = read(write(tmp_path, "d.csv", "GSS.Code,Sex,Age,Year,Deaths", *rows))
    assert people.tables["population_change"].select("age", "people").rows() == [(90, 5.0)]


def test_a_row_without_a_number_is_refused_with_what_to_do(tmp_path: Path) -> None:
    rows = ("E06000023,F,30,2014,x", "E06000023,F,31,2014,4", "E06000023,F,,2014,4")
    reading = read(write(tmp_path, "d.csv", "GSS.Code,Sex,Age,Year,Deaths", *rows))
    assert (reading.rows_kept, reading.rows_refused) == (1, 2)
    assert "Give a number of people" in " ".join(reading.refused["mend"])


def test_chances_for_100000_people_become_chances(tmp_path: Path) -> None:
    rows = ("F,-1,2015,300,290,310", "F,90,2015,18000,17000,19000")
    reading = read(write(tmp_path, "q.csv", "Sex,Age,Year,Principal,Low,High", *rows))
    rates = reading.tables["population_rate"]
    found = {(row["variant"], row["age"]): row["rate"] for row in rates.to_dicts()}
    assert found["principal", -1] == pytest.approx(0.003)
    assert found["high", 90] == pytest.approx(0.19)
    assert set(rates["measure"]) == {"death"}
    assert "100,000" in " ".join(reading.notes)


def test_births_for_1000_women_become_births_a_woman(tmp_path: Path) -> None:
    rows = ("30,2015,110,95", "31,2015,112,96")
    file = write(tmp_path, "f.csv", "Age,Year,Principal,Principal.2012", *rows)
    rates = read(file).tables["population_rate"]
    assert set(rates["variant"]) == {"principal", "principal_2012"}
    assert rates["rate"].max() == pytest.approx(0.112)
    assert set(rates["sex"]) == {"female"}


def test_a_column_for_each_year_is_a_row_for_each_year(tmp_path: Path) -> None:
    rows = ("Male,0,0.004,0.003,0.002", "Female,0,0.003,0.002,0.001")
    file = write(tmp_path, "uk_qx.csv", "Gender,Age,2019,2020,2021", *rows)
    rates = read(file).tables["population_rate"]
    assert rates.height == 6
    assert rates.filter(year=2021, sex="male")["rate"].to_list() == [0.002]


def test_a_file_of_rates_without_a_column_of_rates_says_so(tmp_path: Path) -> None:
    file = write(tmp_path, "q.csv", "Sex,Age,Year", "F,0,2015")
    with pytest.raises(UnreadableFile, match="no column of rates"):
        read(file, kind="population_rates")
