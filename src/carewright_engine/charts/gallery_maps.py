"""Examples of maps, of coasts and areas that do not exist."""

from __future__ import annotations

import math
from typing import Final

from carewright_engine.charts import (
    SCOTTISH_COUNCILS,
    Caption,
    Home,
    MapArea,
    Picture,
    TileArea,
    Town,
    choropleth,
    dot_map,
    tile_map,
)

AREAS: Final = (
    *("Elmshire", "Oakshire", "Northmoor", "Glenwater", "Isle of Harrow and Skerry"),
    *("Stonebridge", "Firthside", "Upper Calder", "Westmarch", "Lochend", "Saltburgh", "Dunmuir"),
)
"""Invented areas that return in several examples."""


def homes_map() -> Picture:
    homes = [
        Home(
            f"Home {number + 1}",
            -3.05 + 0.34 * math.sin(number * 2.4) * math.sqrt(number / 60),
            56.22 + 0.13 * math.cos(number * 2.4) * math.sqrt(number / 60),
            10 + number * 37 % 71,
            (None, 4, 3, 4, 3, 5, 3, 4, 2, 4, 3, 6, 3, 4, 1, 3)[number % 16],
        )
        for number in range(48)
    ]
    towns = (Town("Saltburgh", -2.83, 56.28), Town("Lochend", -3.31, 56.2))
    caption = Caption(
        "gallery-map",
        "Where the homes are",
        how_to_read="Area of a circle: places. Colour: lowest grade.",
    )
    return dot_map(caption, _island(-3.05, 56.22, 0.44, 0.19), homes, towns=towns)


def rates_on_a_map() -> Picture:
    areas = tuple(
        MapArea(
            name,
            None if place == 6 else 55 + place * 17 % 50,
            _block(place),
            is_focus=name == "Elmshire",
            is_named=name == "Lochend",
        )
        for place, name in enumerate(AREAS)
    )
    caption = Caption("gallery-choropleth", "Places per 1,000 people aged 75 and over, by area")
    return choropleth(caption, areas)


def councils_as_tiles() -> Picture:
    areas = tuple(
        TileArea(code, tile.name, 56 + place * 23 % 54, is_focus=tile.name == "Fife")
        for place, (code, tile) in enumerate(SCOTTISH_COUNCILS.items())
        if tile.name != "Moray"
    )
    caption = Caption("gallery-tiles", "An invented rate for each council of Scotland")
    return tile_map(caption, areas, layout=SCOTTISH_COUNCILS, areas_are="Council")


def _island(longitude: float, latitude: float, wide: float, high: float) -> dict[str, object]:
    """An invented coast: a lobed oval, so that nobody takes it for a real place."""
    ring = []
    for step in range(73):
        turn = 2 * math.pi * (step % 72) / 72
        lobe = 1 + 0.1 * math.sin(3 * turn) + 0.05 * math.sin(7 * turn)
        ring.append(
            [longitude + wide * lobe * math.cos(turn), latitude + high * lobe * math.sin(turn)]
        )
    return {"type": "Polygon", "coordinates": [ring]}


def _block(place: int) -> dict[str, object]:
    """One of twelve invented areas that meet along slanting edges."""
    column, row = place % 4, place // 4

    def corner(x: int, y: int) -> list[float]:
        return [-4 + 0.5 * x + 0.09 * math.sin(2.1 * y + x), 56 - 0.26 * y + 0.05 * math.cos(3 * x)]

    ring = [corner(column + x, row + y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]
    return {"type": "Polygon", "coordinates": [ring]}
