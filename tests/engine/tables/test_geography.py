"""Boundaries, centres, look-ups and postcodes: where areas and people's addresses lie."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.reading import Hints, UnreadableFile
from tests.engine.tables.statistics_files import kind_name, raw_rows, read, write

SQUARE = [[[-3.0, 56.0], [-3.0, 56.1], [-2.9, 56.1], [-3.0, 56.0]]]


def _geojson(folder: Path, *features: dict[str, object], name: str = "areas.geojson") -> Path:
    document = {"type": "FeatureCollection", "features": list(features)}
    return write(folder, name, json.dumps(document))


def _feature(
    coordinates: object = SQUARE, shape: str = "Polygon", **properties: object
) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": shape, "coordinates": coordinates},
    }


def test_the_code_property_is_recognised_by_what_it_holds(tmp_path: Path) -> None:
    path = _geojson(tmp_path, _feature(id=7, name="Fife", local_auth="S12000015"))
    reading = read(path, kind="boundaries")
    boundary = reading.tables["boundary"].row(0, named=True)
    assert (boundary["code"], boundary["kind"], boundary["name"]) == (
        "S12000047",
        "council",
        "Fife",
    )
    assert json.loads(boundary["geometry"])["coordinates"] == SQUARE
    assert 'the property "local_auth"' in reading.notes[0]


def test_the_property_that_a_person_chose_wins(tmp_path: Path) -> None:
    path = _geojson(tmp_path, _feature(ltla24_code="S12000047", hb19_code="S08000029"))
    hints = Hints(columns={"area_code": "hb19_code"})
    boundary = read(path, hints=hints).tables["boundary"]
    assert boundary.select("code", "kind").rows() == [("S08000029", "health_board")]


def test_outlines_in_metres_are_refused_with_what_to_export(tmp_path: Path) -> None:
    metres = [[[320000.0, 700000.0], [320100.0, 700000.0], [320100.0, 700100.0]]]
    path = _geojson(tmp_path, _feature(metres, ltla24_code="S12000047"))
    with pytest.raises(UnreadableFile, match="WGS 84"):
        read(path)


def test_points_are_no_boundaries(tmp_path: Path) -> None:
    path = _geojson(
        tmp_path,
        _feature(ltla24_code="S12000047"),
        _feature([-3.0, 56.0], "Point", ltla24_code="S12000048"),
    )
    reading = read(path)
    assert (reading.rows_kept, reading.rows_refused) == (1, 1)
    assert "not a polygon" in reading.refused["reason"][0]


def test_geojson_without_any_code_is_refused(tmp_path: Path) -> None:
    path = _geojson(tmp_path, _feature(name="Fife"))
    with pytest.raises(UnreadableFile, match="no column holds codes of areas"):
        read(path, kind="boundaries")


def test_centres_with_the_columns_of_a_map_service_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "Local_Authority_Districts.csv",
        "FID,LAD23CD,LAD23NM,LAD23NMW,BNG_E,BNG_N,LONG,LAT,GlobalID",
        "1,S12000047,Fife,,333333,700000,-3.2,56.2,abc",
    )
    area = read(path).tables["area"]
    assert area.select("code", "kind", "name", "latitude", "longitude").rows() == [
        ("S12000047", "council", "Fife", 56.2, -3.2)
    ]


def test_swapped_latitude_and_longitude_are_noticed(tmp_path: Path) -> None:
    path = write(
        tmp_path, "c.csv", "dz11_code,lat,lon", "S01006506,-2.2,57.1", "S01006507,-2.3,57.2"
    )
    with pytest.raises(UnreadableFile, match="Perhaps two columns are swapped"):
        read(path)


def test_a_list_of_homes_with_places_is_not_taken_for_centres(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "homes.csv",
        "name,type,address,postcode,area_name,area_code,lon,lat",
        "Elm House,Residential homes,1 Elm Road,OL16 2AY,Rochdale,E08000005,-2.1,53.6",
    )
    with pytest.raises(UnreadableFile):
        kind_name(path)


def test_a_zone_belongs_to_each_larger_area_the_look_up_names(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "DataZone lookup.csv",
        "CA,CAName,DataZone,DataZoneName,HB,HBName",
        "S12000015,Fife,S01009300,Zone 1,S08000018,NHS Fife",
        "S12000015,Fife,S01009301,Zone 2,S08000018,NHS Fife",
    )
    reading = read(path)
    assert reading.tables["membership"].select("code", "parent_code", "parent_kind").rows() == [
        ("S01009300", "S12000047", "council"),
        ("S01009301", "S12000047", "council"),
        ("S01009300", "S08000029", "health_board"),
        ("S01009301", "S08000029", "health_board"),
    ]
    names = dict(reading.tables["area"].select("code", "name").rows())
    assert names["S12000047"] == "Fife"
    assert names["S01009301"] == "Zone 2"


def test_an_area_that_is_its_own_upper_level_is_in_nothing(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "l.csv",
        "ltla20_code,utla20_code",
        "E06000001,E06000001",
        "E07000008,E10000003",
        "E07000009,E10000003",
    )
    reading = read(path)
    assert reading.tables["membership"]["code"].to_list() == ["E07000008", "E07000009"]
    assert "its own upper level" in reading.notes[0]


def test_names_in_a_code_column_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "l.csv", "dz11_code,ltla19_code", "S01009300,Fife", "S01009301,Fife")
    with pytest.raises(UnreadableFile, match='The column "ltla19_code" should hold area codes'):
        read(path)


def test_postcodes_of_any_spacing_become_one_spelling(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "onspd.csv",
        "pcd,laua,lat,long",
        "AB1 0AA,S12000033,57.1,-2.2",
        "KY118ZZ,S12000015,56.1,-3.4",
        "ZE3 9ZZ,S12000027,99.999999,0",
        "rubbish,S12000027,60.1,-1.2",
    )
    reading = read(path)
    assert reading.tables["postcode"].select("postcode", "precision", "council_code").rows() == [
        ("AB1 0AA", "unit", "S12000033"),
        ("KY11 8ZZ", "unit", "S12000047"),
    ]
    assert reading.refused["source_row"].to_list() == [4, 5]


def test_the_whole_postcode_directory_is_recognised_by_its_few_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "ONSPD_AUG_2024.csv",
        "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,lsoa11,lat,long,imd",
        "KY1 1XT,KY1  1XT,KY1 1XT,199606,,S99999999,S12000047,S13003135,S01009305,56.11,-3.15,1",
    )
    reading = read(path)
    assert reading.kind == "postcodes"
    assert reading.tables["postcode"].select("postcode", "council_code").rows() == [
        ("KY1 1XT", "S12000047")
    ]


def test_sectors_and_districts_are_told_from_single_postcodes(tmp_path: Path) -> None:
    sector = write(
        tmp_path, "s.csv", "sector,n_postcodes,lat,lon,laua", "KY1 1,9,56.1,-3.2,S12000047"
    )
    district = write(tmp_path, "d.csv", "outward,lat,lon,laua", "KY1,56.1,-3.2,S12000047")
    assert read(sector).tables["postcode"].select("postcode", "precision").rows() == [
        ("KY1 1", "sector")
    ]
    assert read(district).tables["postcode"].select("postcode", "precision").rows() == [
        ("KY1", "district")
    ]


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("file", "kind", "count"),
    [
        ("boundaries_countries20", "country", 4),
        ("boundaries_hb19", "health_board", 14),
        ("boundaries_icb22", "icb", 42),
        ("boundaries_ltla24", "council", 361),
        ("boundaries_utla21", "council", 217),
    ],
)
def test_every_boundary_file_gives_all_its_areas(
    real_data: Path, file: str, kind: str, count: int
) -> None:
    boundary = read(real_data / f"geography/{file}.geojson").tables["boundary"]
    assert boundary["code"].n_unique() == count
    assert set(boundary["kind"]) == {kind}


@pytest.mark.realdata
def test_every_data_zone_has_a_centre_a_council_and_a_health_board(real_data: Path) -> None:
    folder = real_data / "geography"
    zones = set(read(folder / "centroids_dz11.csv.gz").tables["area"]["code"])
    lookup = read(folder / "lookup_dz11_council_healthboard.csv").tables["membership"]
    names = read(folder / "lookup_dz11_iz11_council_names.csv.gz").tables["membership"]
    assert len(zones) == 6_976
    for frame, kind, parents in (
        (lookup, "council", 32),
        (lookup, "health_board", 14),
        (names, "council", 32),
        (names, "intermediate_zone", 1_279),
    ):
        within = frame.filter(pl.col("parent_kind") == kind)
        assert set(within["code"]) == zones
        assert within["parent_code"].n_unique() == parents


@pytest.mark.realdata
def test_every_english_lsoa_lies_in_one_board_and_one_district(real_data: Path) -> None:
    boards = read(real_data / "geography/lookup_lsoa21_icb24.csv.gz").tables["membership"]
    assert boards.filter(pl.col("parent_kind") == "icb")["parent_code"].n_unique() == 42
    wards = read(real_data / "geography/lookup_lsoa21_ward24_ltla24.csv.gz").tables["membership"]
    assert wards.filter(pl.col("parent_kind") == "council").height == 35_672
    upper = read(real_data / "geography/lookup_ltla20_utla20.csv").tables["membership"]
    raw = raw_rows(real_data / "geography/lookup_ltla20_utla20.csv")
    differ = raw.filter(pl.col("ltla20_code") != pl.col("utla20_code"))
    assert upper.height == differ.height


@pytest.mark.realdata
def test_scottish_postcodes_keep_every_row_and_lie_in_32_councils(real_data: Path) -> None:
    reading = read(real_data / "geography/postcodes_scotland_onspd_nov2025.csv.gz")
    postcodes = reading.tables["postcode"]
    assert (reading.rows_kept, postcodes["postcode"].n_unique()) == (230_031, 230_031)
    assert postcodes["council_code"].n_unique() == 32
    raw = raw_rows(real_data / "geography/postcodes_scotland_onspd_nov2025.csv.gz").sample(
        50, seed=1
    )
    ours = dict(postcodes.select("postcode", "latitude").rows())
    for postcode, latitude in raw.select("postcode", "lat").rows():
        outward, inward = postcode.replace(" ", "")[:-3], postcode[-3:]
        assert ours[f"{outward} {inward}"] == float(latitude)


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("file", "precision", "count"),
    [
        ("postcode_sector_centroids_uk", "sector", 12_272),
        ("postcode_district_centroids_uk", "district", 3_078),
    ],
)
def test_sector_and_district_centres_are_all_read(
    real_data: Path, file: str, precision: str, count: int
) -> None:
    postcodes = read(real_data / f"geography/{file}.csv").tables["postcode"]
    assert postcodes["postcode"].n_unique() == count
    assert set(postcodes["precision"]) == {precision}


def test_an_outline_of_countless_rings_is_refused_with_what_to_give(tmp_path: Path) -> None:
    islets = [SQUARE] * 10_001
    feature = _feature(islets, ltla24_code="S12000047")
    feature["geometry"]["type"] = "MultiPolygon"
    with pytest.raises(UnreadableFile, match="generalised edition"):
        read(_geojson(tmp_path, feature))
