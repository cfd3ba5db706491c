"""Indices of deprivation, their indicators, and the urban-rural classification."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.reading import UnreadableFile
from tests.engine.tables.statistics_files import raw_rows, read, write


def test_ranks_and_deciles_are_named_by_domain_and_the_index_by_its_year(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "simd2020.csv",
        "dz11_code,IMD_decile,IMD_rank,Income_rank",
        "S01006506,7,4691.0,3936",
    )
    frame = read(path).tables["deprivation"]
    assert frame.select("area_code", "area_kind", "index", "measure", "value").rows() == [
        ("S01006506", "data_zone", "SIMD2020", "decile", 7.0),
        ("S01006506", "data_zone", "SIMD2020", "rank", 4691.0),
        ("S01006506", "data_zone", "SIMD2020", "income_rank", 3936.0),
    ]


def test_the_open_data_spelling_of_the_columns_is_understood(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "lookup.csv",
        "DataZone,SIMD2020V2Rank,SIMD2020V2CountryDecile,SIMD2020V2HBDecile",
        "S01006506,4691,7,5",
    )
    frame = read(path).tables["deprivation"]
    assert frame.select("index", "measure").rows() == [
        ("SIMD2020", "rank"),
        ("SIMD2020", "decile"),
        ("SIMD2020", "hbdecile"),
    ]


def test_the_publishers_own_workbook_is_recognised_with_all_its_areas(tmp_path: Path) -> None:
    header = (
        "Data_Zone,Intermediate_Zone,Council_area,Total_population,Working_age_population,"
        "SIMD2020v2_Rank,SIMD_2020v2_Percentile,SIMD2020v2_Vigintile,SIMD2020v2_Decile,"
        "SIMD2020v2_Quintile,SIMD2020v2_Income_Domain_Rank,SIMD2020_Employment_Domain_Rank,"
        "SIMD2020_Health_Domain_Rank,SIMD2020_Education_Domain_Rank,SIMD2020_Access_Domain_Rank"
    )
    row = "S01006506,Culter,Aberdeen City,894,580,4691,68,14,7,4,3936,3220,5174,5887,4724"
    frame = read(write(tmp_path, "SIMD.csv", header, row)).tables["deprivation"]
    values = dict(frame.select("measure", "value").rows())
    assert (values["rank"], values["decile"]) == (4691.0, 7.0)
    assert values["income_domain_rank"] == 3936.0
    assert set(frame["index"]) == {"SIMD2020"}


def test_a_figure_held_back_is_left_out_and_told_never_zero(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "simd2020_indicators.csv",
        "dz11_code,Income_rate,SMR,DEPRESS,EMERG,Attendance",
        "S01006506,0.08,69.5,0.13,74.2,*",
        "S01006507,0.05,80.5,0.14,86.0,0.8",
    )
    reading = read(path)
    attendance = reading.tables["deprivation"].filter(pl.col("measure") == "attendance")
    assert attendance.select("area_code", "value").rows() == [("S01006507", 0.8)]
    assert "1 figures are held back" in reading.notes[1]


def test_a_rank_that_is_no_number_is_refused(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "simd2020.csv",
        "dz11_code,IMD_decile,IMD_rank,Income_rank",
        "S01006506,7,first,1",
        "S01006507,7,2,1",
    )
    reading = read(path)
    assert reading.refused.select("source_row", "value").rows() == [(2, "first")]


def test_classes_from_urban_to_rural_take_their_place_beside_deprivation(tmp_path: Path) -> None:
    path = write(
        tmp_path, "ur.csv", "DataZone,UrbanRural6fold2020,UrbanRural8fold2020", "S01006506,6,8"
    )
    frame = read(path).tables["deprivation"]
    assert frame.select("index", "measure", "value").rows() == [("URBAN_RURAL_2020", "class", 6.0)]


def test_a_class_in_words_where_a_number_belongs_is_refused(tmp_path: Path) -> None:
    path = write(
        tmp_path, "ur.csv", "dz11_code,ruc16_code,ruc", "S01006506,Rural,6", "S01006507,Urban,1"
    )
    with pytest.raises(UnreadableFile, match="urban-rural classes from 1 to 6"):
        read(path)


@pytest.mark.realdata
def test_each_data_zone_has_one_rank_and_ranks_run_from_one_to_the_last(real_data: Path) -> None:
    frame = read(real_data / "geography/simd2020_dz11.csv").tables["deprivation"]
    ranks = frame.filter(pl.col("measure") == "rank")["value"]
    assert sorted(ranks) == [float(rank) for rank in range(1, 6_977)]


@pytest.mark.realdata
def test_a_councils_share_most_deprived_is_its_zones_in_the_first_decile(real_data: Path) -> None:
    """Two files of one index agree, joined by the raw look-up."""
    zones = raw_rows(real_data / "geography/simd2020_dz11.csv")
    lookup = raw_rows(real_data / "geography/lookup_dz11_council_healthboard.csv")
    expected = dict(
        zones.join(lookup, on="dz11_code")
        .group_by("ltla19_code")
        .agg((pl.col("IMD_decile") == "1").mean())
        .rows()
    )
    frame = read(real_data / "geography/simd2020_council.csv").tables["deprivation"]
    shares = frame.filter(pl.col("measure") == "share_most_deprived")
    ours = dict(shares.select("area_code", "value").rows())
    assert ours == pytest.approx(expected)
    assert len(ours) == 32


@pytest.mark.realdata
def test_england_has_296_districts_with_an_average_rank(real_data: Path) -> None:
    frame = read(real_data / "geography/imd2025_england_ltla24.csv").tables["deprivation"]
    assert set(frame["index"]) == {"IMD2025"}
    assert frame.filter(pl.col("measure") == "average_rank").height == 296


@pytest.mark.realdata
def test_indicators_leave_out_only_what_is_held_back_or_blank(real_data: Path) -> None:
    path = real_data / "geography/simd2020_dz11_indicators.csv.gz"
    frame = read(path).tables["deprivation"]
    raw = raw_rows(path).drop("dz11_code")
    given = sum(raw[c].cast(pl.Float64, strict=False).is_not_null().sum() for c in raw.columns)
    assert frame.height == given


@pytest.mark.realdata
def test_every_data_zone_has_an_urban_rural_class(real_data: Path) -> None:
    frame = read(real_data / "geography/urban_rural_2016_dz11.csv").tables["deprivation"]
    assert set(frame["index"]) == {"URBAN_RURAL_2016"}
    counts = dict(frame.group_by("value").len().rows())
    assert counts == {1: 2294, 2: 2615, 3: 609, 4: 257, 5: 774, 6: 427}
