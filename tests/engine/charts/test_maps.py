"""Maps are true to scale, tiles have a place for every council, and nothing is lost in silence."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from carewright_engine.charts import (
    SCOTTISH_COUNCILS,
    Caption,
    Home,
    MapArea,
    TileArea,
    choropleth,
    dot_map,
    tile_map,
)
from carewright_engine.charts.classes import classed
from carewright_engine.charts.geometry import area, fitted, middle, projected, rings, scale_bar_km
from carewright_engine.charts.scales import Unit
from tests.engine.charts.reading_svg import cut_off, meetings, said, shapes

CAPTION = Caption("map", "Map")
SQUARE = {"type": "Polygon", "coordinates": [[[-3, 56], [-2, 56], [-2, 57], [-3, 57], [-3, 56]]]}


def test_all_32_councils_have_a_tile() -> None:
    assert len(SCOTTISH_COUNCILS) == 32
    assert all(code.startswith("S120000") and len(code) == 9 for code in SCOTTISH_COUNCILS)


def test_no_two_councils_share_a_tile() -> None:
    places = {(tile.column, tile.row) for tile in SCOTTISH_COUNCILS.values()}
    assert len(places) == 32


def test_no_two_tiles_overlap_as_drawn() -> None:
    areas = [TileArea(code, tile.name, 5) for code, tile in SCOTTISH_COUNCILS.items()]
    picture = tile_map(CAPTION, areas, layout=SCOTTISH_COUNCILS)
    for svg in (picture.wide, picture.narrow):
        tiles = [_box(rect) for rect in shapes(svg, "rect", "border")][1:]  # the first is the key
        assert len(tiles) == 32
        assert not any(_overlap(a, b) for n, a in enumerate(tiles) for b in tiles[:n])


def test_names_on_small_tiles_are_whole_and_all_different() -> None:
    areas = [TileArea(code, tile.name, 5) for code, tile in SCOTTISH_COUNCILS.items()]
    told = said(tile_map(CAPTION, areas, layout=SCOTTISH_COUNCILS).narrow).split("\n")
    names = [line for line in told if line not in ("5", "known")]
    assert len(set(names)) == 32
    assert not any("…" in name for name in names)


def test_a_council_without_a_figure_is_shown_as_not_known() -> None:
    picture = tile_map(CAPTION, [TileArea("S12000047", "Fife", 85)], layout=SCOTTISH_COUNCILS)
    assert said(picture.wide).split("\n").count("not known") == 31 + 1
    assert ("Angus", None) in picture.table.rows


def test_a_council_given_by_its_former_code_finds_its_tile() -> None:
    old = tile_map(CAPTION, [TileArea("S12000015", "Fife", 85)], layout=SCOTTISH_COUNCILS)
    new = tile_map(CAPTION, [TileArea("S12000047", "Fife", 85)], layout=SCOTTISH_COUNCILS)
    assert old.wide == new.wide


def test_an_area_that_the_layout_does_not_know_is_drawn_below() -> None:
    areas = [TileArea("E06000001", "Elmshire", 3), TileArea("S12000047", "Fife", 85)]
    assert "Elmshire" in said(tile_map(CAPTION, areas, layout=SCOTTISH_COUNCILS).wide)


def test_a_figure_at_a_limit_belongs_to_the_class_above() -> None:
    classes = classed([1, 2, 3], Unit(), limits=[2, 3])
    assert [classes.tone(value) for value in (1.9, 2, 3)] == ["seq-1", "seq-3", "seq-5"]
    assert classes.tone(None) == "unknown"


def test_classes_have_round_limits_and_are_said_in_words() -> None:
    classes = classed([43, 108], Unit())
    assert classes.limits == (60, 80, 100)
    assert [item.words for item in classes.key([43])] == [
        *("under 60", "60 to under 80"),
        *("80 to under 100", "100 and over"),
    ]


def test_a_degree_of_longitude_is_narrower_by_the_cosine_of_the_latitude() -> None:
    plane = fitted([(-3, 56), (-2, 57)], left=0, top=0, wide=5000, high=1000)
    (x1, y1), (x2, y2) = plane(-3, 56), plane(-2, 57)
    assert (x2 - x1) / (y1 - y2) == pytest.approx(math.cos(math.radians(56.5)))


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    plane = fitted([(-3, 56), (-2, 57)], left=0, top=0, wide=5000, high=1000)
    km = scale_bar_km(plane, 110)
    assert km == 10
    # One degree of latitude is 111.2 km and 1,000 px here.
    assert plane.km_in_pixels(km) == pytest.approx(1000 / 111.195 * 10)


def test_the_area_of_a_circle_is_in_the_ratio_of_the_places() -> None:
    homes = [Home("Large", -2.5, 56.5, 80, 4), Home("Small", -2.7, 56.7, 20, 4)]
    svg = dot_map(CAPTION, SQUARE, homes).wide
    large, small = (float(dot.get("r", "0")) for dot in shapes(svg, "circle", "rim"))
    assert (large / small) ** 2 == pytest.approx(4, rel=0.05)


def test_homes_that_cannot_be_placed_are_counted_in_words() -> None:
    spots = ((-2.5, 56.5), (None, 56), (0, 99))
    homes = [Home("A home", *spot, 80, 4) for spot in spots]
    picture = dot_map(CAPTION, SQUARE, homes)
    assert "is not known: 2." in said(picture.wide)
    assert len(picture.table.rows) == 3


def test_an_area_without_a_boundary_is_named_below_the_map() -> None:
    areas = [MapArea("Elmshire", 5, SQUARE), MapArea("Oakshire", 7, {"type": "Point"})]
    assert "not on the map: Oakshire." in said(choropleth(CAPTION, areas).wide)


def test_rings_are_found_however_a_boundary_is_wrapped() -> None:
    many = {"type": "MultiPolygon", "coordinates": [SQUARE["coordinates"], SQUARE["coordinates"]]}
    feature = {"type": "Feature", "geometry": SQUARE}
    collection = {"type": "FeatureCollection", "features": [feature, {"type": "Feature"}, None]}
    both = {"type": "GeometryCollection", "geometries": [SQUARE, many]}
    assert [len(rings(found)) for found in (SQUARE, many, feature, collection, both)] == [
        *(1, 2, 1),
        *(1, 3),
    ]
    assert rings("nonsense") == rings({"type": "Polygon", "coordinates": [[["a", 1]]]}) == []


def test_thinning_keeps_the_shape() -> None:
    turns = [step / 500 * math.pi for step in range(1001)]
    circle = [(math.cos(turn), 55 + math.sin(turn)) for turn in turns]
    plane = fitted(circle, left=0, top=0, wide=400, high=400)
    (thin,) = projected([circle], plane)
    full = [plane(*point) for point in circle]
    assert len(thin) < 120
    assert area(thin) == pytest.approx(area(full), rel=0.01)
    assert middle([thin]) == pytest.approx(middle([full]), abs=0.5)


@pytest.mark.realdata
def test_every_council_of_great_britain_is_drawn_and_labels_stay_clear(real_data: Path) -> None:
    source = json.loads((real_data / "geography" / "boundaries_ltla24.geojson").read_text())
    councils = [
        MapArea(feature["properties"]["ltla24_name"], place, feature["geometry"], is_named=True)
        for place, feature in enumerate(source["features"])
    ]
    picture = choropleth(CAPTION, councils)
    assert len(shapes(picture.wide, "path", "border")) == len(councils)
    assert len(picture.wide) < 250_000
    for svg in (picture.wide, picture.narrow):
        assert meetings(svg) == cut_off(svg) == []


@pytest.mark.realdata
def test_the_tile_map_knows_every_scottish_council_by_code_and_name(real_data: Path) -> None:
    source = json.loads((real_data / "geography" / "boundaries_ltla24.geojson").read_text())
    names = {
        properties["ltla24_code"]: properties["ltla24_name"]
        for feature in source["features"]
        if (properties := feature["properties"])["ltla24_code"].startswith("S")
    }
    assert {code: tile.name for code, tile in SCOTTISH_COUNCILS.items()} == names


def _box(rect: object) -> tuple[float, float, float, float]:
    x, y, wide, high = (float(rect.get(name)) for name in ("x", "y", "width", "height"))  # type: ignore[attr-defined]
    return x, y, x + wide, y + high


def _overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
