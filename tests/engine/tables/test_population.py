"""Population files of every shape become people by area, day, sex and single year of age."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.kinds import KINDS
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, UnreadableFile
from tests.engine.tables.statistics_files import kind_name, raw_rows, read, write

AGES = [*map(str, range(90)), "90+"]


def _by_age(
    folder: Path, *rows: str, name: str = "pop_mid2020.csv", ages: list[str] = AGES
) -> Path:
    return write(folder, name, ",".join(["dz11_code", "total_population", "sex", *ages]), *rows)


def _row(code: str = "S01006506", sex: str = "All", each: int = 2, total: int | None = None) -> str:
    total = each * len(AGES) if total is None else total
    return ",".join([code, str(total), sex, *[str(each)] * len(AGES)])


def test_each_age_column_becomes_a_row_that_names_its_source_row(tmp_path: Path) -> None:
    people = read(_by_age(tmp_path, _row(), _row(sex="Female", each=1))).tables["population"]
    assert people.height == 2 * 91
    oldest = people.filter((pl.col("age") == 90) & (pl.col("sex") == "female"))
    assert oldest.select("area_code", "area_kind", "on", "people", "source_row").rows() == [
        ("S01006506", "data_zone", date(2020, 6, 30), 1.0, 3)
    ]


def test_the_year_given_with_the_file_wins_over_the_files_name(tmp_path: Path) -> None:
    hints = Hints(as_at=date(2018, 1, 1))
    reading = read(_by_age(tmp_path, _row()), hints=hints)
    assert reading.tables["population"]["on"].unique().to_list() == [date(2018, 6, 30)]


def test_a_year_only_guessed_from_the_name_makes_every_row_doubtful(tmp_path: Path) -> None:
    reading = read(_by_age(tmp_path, _row(), name="people_2019.csv"))
    assert reading.as_at == date(2019, 6, 30)
    assert reading.rows_doubtful == 1
    assert "mid-2019" in reading.doubtful["reason"][0]


def test_a_file_that_names_no_year_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Give the date with the file"):
        read(_by_age(tmp_path, _row(), name="people.csv"))


def test_a_column_of_years_dates_each_row(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "CA_population.csv",
        ",".join(["Year", "CA", "Sex", "AllAges", *[f"Age{a}" for a in range(90)], "Age90plus"]),
        ",".join(["2019", "S12000047", "All", "91", *["1"] * 91]),
        ",".join(["2020", "S12000047", "All", "182", *["2"] * 91]),
    )
    people = read(path).tables["population"]
    by_day = people.group_by("on").agg(pl.col("people").sum()).sort("on").rows()
    assert by_day == [(date(2019, 6, 30), 91.0), (date(2020, 6, 30), 182.0)]


def test_a_code_column_wins_over_a_column_that_names_the_level(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "mid-2021 estimates.csv",
        ",".join(["Code", "Name", "Geography", "All ages", *AGES]),
        ",".join(["E06000023", "Bristol", "Unitary", "91", *["1"] * 91]),
    )
    reading = read(path)
    assert reading.tables["population"]["area_code"].unique().to_list() == ["E06000023"]
    assert reading.as_at == date(2021, 6, 30)


def test_an_old_council_code_is_read_as_todays(tmp_path: Path) -> None:
    people = read(_by_age(tmp_path, _row(code="S12000015"))).tables["population"]
    assert people["area_code"].unique().to_list() == ["S12000047"]
    assert people["area_kind"].unique().to_list() == ["council"]


def test_an_area_with_a_hole_in_its_ages_is_refused_and_the_age_named(tmp_path: Path) -> None:
    cells = _row(code="S01006507").split(",")
    cells[3 + 85] = "NA"
    reading = read(_by_age(tmp_path, _row(), ",".join(cells)))
    assert (reading.rows_kept, reading.rows_refused) == (1, 1)
    assert reading.refused.select("source_row", "column", "value").rows() == [(3, "85", "NA")]


def test_ages_that_do_not_add_up_to_the_total_are_doubtful(tmp_path: Path) -> None:
    reading = read(_by_age(tmp_path, _row(total=500)))
    assert reading.rows_doubtful == 1
    assert "do not add up" in reading.doubtful["reason"][0]


def test_an_area_given_twice_is_counted_once(tmp_path: Path) -> None:
    reading = read(_by_age(tmp_path, _row(), _row()))
    assert reading.rows_refused == 1
    assert reading.tables["population"]["people"].sum() == 182


def test_a_missing_age_column_is_refused_by_name(tmp_path: Path) -> None:
    path = _by_age(tmp_path, _row(), ages=[age for age in AGES if age != "66"] + ["notes"])
    with pytest.raises(UnreadableFile, match="no column for age 66"):
        read(path, kind="population")


def test_swapped_columns_are_noticed(tmp_path: Path) -> None:
    header = ",".join(["sex", "total_population", "dz11_code", *AGES])
    path = write(tmp_path, "pop_mid2020.csv", header, _row(), _row(code="S01006507"))
    with pytest.raises(UnreadableFile, match="Perhaps two columns are swapped"):
        read(path, kind="population")


def test_years_as_columns_become_rows_and_ages_above_ninety_are_added(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "projection.csv",
        "Gender,Region,Age,2020,2021,2022",
        "Male,UKM,89,10,11,12.5",
        "Male,UKM,90,5,6,7.5",
        "Male,UKM,91,1,2,3.25",
    )
    people = read(path).tables["population"].filter(pl.col("on") == date(2022, 6, 30))
    assert people.select("area_code", "area_kind", "sex", "age", "people", "source_row").rows() == [
        ("S92000003", "country", "male", 89, 12.5, 2),
        ("S92000003", "country", "male", 90, 10.75, 3),
    ]


def test_a_row_an_age_is_read_too(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "mye.csv",
        "GSS.Code,Sex,Age,Year,Popn",
        "E06000023,F,0,2014,3000",
        "E06000023,F,x,2014,5",
    )
    reading = read(path)
    assert reading.tables["population"].select("area_kind", "sex", "people").rows() == [
        ("council", "female", 3000.0)
    ]
    assert reading.refused["value"].to_list() == ["x"]


def test_deaths_by_age_and_year_are_not_taken_for_people(tmp_path: Path) -> None:
    path = write(tmp_path, "deaths.csv", "GSS.Code,Sex,Age,Year,Deaths", "E06000023,F,0,2014,9")
    assert kind_name(path) == "population_change"


def test_age_bands_stay_bands(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "2022census.csv",
        "dz11_code,age_group,all_people,female,male",
        "S01006506,All people,100,55,45",
        "S01006506,15.0,3,2,1",
        "S01006506,85 and over,10,6,4",
        "S01006506,elderly,10,6,4",
    )
    reading = read(path)
    women = reading.tables["population_band"].filter(pl.col("sex") == "female")
    assert women.select("on", "age_from", "age_to", "people").rows() == [
        (date(2022, 3, 20), 0, None, 55.0),
        (date(2022, 3, 20), 15, 15, 2.0),
        (date(2022, 3, 20), 85, None, 6.0),
    ]
    assert reading.refused["value"].to_list() == ["elderly"]


@pytest.mark.realdata
def test_scotland_had_5466000_people_in_mid_2020_counted_by_zone_and_by_council(
    real_data: Path,
) -> None:
    for level in ("datazone", "council"):
        (path,) = (real_data / "population").glob(f"scotland_pop_mid2020_by_{level}_sex*")
        people = read(path).tables["population"]
        totals = dict(people.group_by("sex").agg(pl.col("people").sum()).rows())
        assert totals["all"] == 5_466_000
        assert totals["female"] + totals["male"] == 5_466_000
        raw = raw_rows(path)
        old = raw.filter(pl.col("sex") == "All").select(
            pl.sum_horizontal(pl.col(*map(str, range(85, 90)), "90+").cast(pl.Float64)).sum()
        )
        ours = people.filter((pl.col("sex") == "all") & (pl.col("age") >= 85))
        assert ours["people"].sum() == old.item()


@pytest.mark.realdata
def test_councils_of_mid_2022_add_up_to_5447700(real_data: Path) -> None:
    path = real_data / "population/scotland_pop_mid2022_by_council_single_year_persons.csv"
    reading = read(path)
    assert reading.tables["population"]["people"].sum() == 5_447_700
    assert reading.as_at == date(2022, 6, 30)
    assert reading.tables["population"]["area_code"].n_unique() == 32


@pytest.mark.realdata
def test_the_projection_holds_scotland_growing_older_by_half_and_three_quarters(
    real_data: Path,
) -> None:
    path = real_data / "population/uk_region_pop_est_proj_by_sex_age_2011on.csv.gz"
    scotland = read(path).tables["population"].filter(pl.col("area_code") == "S92000003")
    assert scotland.filter(pl.col("on") == date(2020, 6, 30))["people"].sum() == 5_466_000
    for age, growth in ((65, 0.50), (85, 0.75)):
        older = scotland.filter(pl.col("age") >= age)
        then, now = (
            older.filter(pl.col("on") == date(y, 6, 30))["people"].sum() for y in (2011, 2035)
        )
        assert now / then - 1 == pytest.approx(growth, abs=0.03)


@pytest.mark.realdata
def test_districts_of_england_and_wales_add_up_to_the_files_own_totals(real_data: Path) -> None:
    path = real_data / "population/england_wales_pop_mid2020_by_ltla_single_year.csv"
    reading = read(path)
    total = raw_rows(path)["total_population"].cast(pl.Float64).sum()
    assert reading.tables["population"]["people"].sum() == total
    assert reading.rows_doubtful == 0


@pytest.mark.realdata
def test_the_data_zone_file_becomes_canonical_in_under_a_second(real_data: Path) -> None:
    (path,) = (real_data / "population").glob("scotland_pop_mid2020_by_datazone_sex*")
    raw = open_published(path)
    began = time.process_time()
    people = KINDS["population"].read(raw, Hints()).tables["population"]
    assert people.height == 6_976 * 3 * 91
    assert time.process_time() - began < 2.0  # processor time of both cores together


@pytest.mark.realdata
def test_health_boards_of_2020_add_up_to_the_nation(real_data: Path) -> None:
    bands = read(real_data / "population/scotland_pop_by_healthboard_1981_on.csv").tables[
        "population_band"
    ]
    assert bands.filter(pl.col("on") == date(2020, 6, 30))["people"].sum() == 5_466_000


@pytest.mark.realdata
def test_census_bands_keep_every_zone_and_every_band(real_data: Path) -> None:
    path = real_data / "population/scotland_pop_2022census_by_datazone_agegroup_sex.csv.gz"
    reading = read(path)
    bands = reading.tables["population_band"]
    assert bands.height == 3 * 6_976 * 21
    raw = raw_rows(path).filter(pl.col("age_group") == "85 and over")
    ours = bands.filter((pl.col("age_from") == 85) & (pl.col("sex") == "all"))
    assert ours["people"].sum() == raw["all_people"].cast(pl.Float64).sum()


def test_women_and_men_apart_are_left_out_on_request_where_both_together_are_given(
    tmp_path: Path,
) -> None:
    path = _by_age(tmp_path, _row(), _row(sex="Female", each=1), _row(sex="Male", each=1))
    reading = read(path, hints=Hints(sexes_apart=False))
    assert set(reading.tables["population"]["sex"]) == {"all"}
    assert reading.tables["population"]["people"].sum() == 182
    assert (reading.rows_read, reading.rows_kept) == (3, 3)


def test_women_and_men_apart_stay_where_nothing_else_is_given(tmp_path: Path) -> None:
    path = _by_age(tmp_path, _row(sex="Female", each=1), _row(sex="Male", each=1))
    people = read(path, hints=Hints(sexes_apart=False)).tables["population"]
    assert people.group_by("sex").agg(pl.col("people").sum()).sort("sex").rows() == [
        ("female", 91.0),
        ("male", 91.0),
    ]
