"""One example of every figure, with invented names, for the component gallery and for tests."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from carewright_engine.charts import (
    FOCUS,
    OTHERS,
    PRIVATE,
    PUBLIC,
    SCOTTISH_COUNCILS,
    SECTORS,
    Band,
    Bar,
    Break,
    Caption,
    Centre,
    Column,
    CostRow,
    Dot,
    FunnelPoint,
    Home,
    KeyItem,
    Limit,
    LineSeries,
    MapArea,
    Moment,
    Panel,
    Picture,
    Reference,
    Share,
    Stack,
    TileArea,
    Town,
    Unit,
    UnitRow,
    bars,
    choropleth,
    columns,
    cost_spread,
    dot_histogram,
    dot_map,
    funnel,
    line_multiples,
    lines,
    share_bars,
    stacked_bars,
    tile_map,
    unit_squares,
)

_PERCENT: Final = Unit(after="%")
_SECTOR_KEY: Final = (
    KeyItem("square", PUBLIC, "Publicly run"),
    KeyItem("square", PRIVATE, "Private"),
    KeyItem("square", OTHERS, "All others"),
)
_AREAS: Final = (
    *("Elmshire", "Oakshire", "Northmoor", "Glenwater", "Isle of Harrow and Skerry"),
    *("Stonebridge", "Firthside", "Upper Calder", "Westmarch", "Lochend", "Saltburgh", "Dunmuir"),
)


def examples() -> tuple[Picture, ...]:
    """Every kind of figure once, in the order in which people meet them."""
    return tuple(draw() for draw in _EXAMPLES)


def services_by_kind() -> Picture:
    rows = (
        Stack("Care homes, older people", (8, 61, 2)),
        Stack("Care at home", (5, 26, 24)),
        Stack("Housing support", (5, 9, 27)),
        Stack("Day and other support", (13, 4, 13)),
        Stack("Care homes, other adults", (1, 3, 4)),
        Stack("Nurse agencies", (0, 6, 0)),
        Stack("Adult placement", (3, None, 2)),
    )
    caption = Caption(
        "gallery-services",
        "Registered services for adults, by kind",
        how_to_read="Count of registrations in Elmshire.",
    )
    return stacked_bars(caption, SECTORS, rows, rows_are="Kind of service")


def lowest_grades() -> Picture:
    rows = (
        UnitRow("6 Excellent", (0, 1, 0)),
        UnitRow("5 Very good", (1, 3, 1)),
        UnitRow("4 Good", (5, 21, 0)),
        UnitRow("3 Adequate", (1, 30, 1)),
        UnitRow("2 Weak", (1, 4, 0)),
        UnitRow("1 Unsatisfactory", (0, 1, 0)),
        UnitRow("Not graded yet", (0, 1, 0)),
    )
    return unit_squares(Caption("gallery-grades", "Lowest grade of each home"), SECTORS, rows)


def graded_good() -> Picture:
    series = LineSeries(
        "Graded 4 or better", (Moment(2016, 73), Moment(2019, 76), Moment(2022, 46))
    )
    caption = Caption(
        "gallery-trend", "Graded 4 or better", how_to_read="Share of graded homes, 31 March"
    )
    return lines(caption, (series,), unit=_PERCENT, wide=480)


def size_of_homes() -> Picture:
    dots = [
        Dot(8 + (number * 37 % 61) + (number * 11 % 17), _sector_of(number)) for number in range(71)
    ]
    caption = Caption("gallery-sizes", "Size of homes")
    return dot_histogram(caption, SECTORS, dots, band=10, axis="Registered places in the home")


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


def shares_by_group() -> Picture:
    rows = (
        Share("Larchmere Homes", 402, 2950, PRIVATE, "10 homes"),
        Share("Elmshire Council (publicly run)", 334, 2950, PUBLIC, "8 homes"),
        Share("Briar & Rowan Care", 310, 2950, PRIVATE, "7 homes"),
        Share("Whinfell group", 286, 2950, PRIVATE, "6 homes"),
        Share("Corrie House", 118, 2950, PRIVATE, "3 homes"),
        Share("28 others", 1224, 2950, OTHERS, "31 homes"),
    )
    caption = Caption("gallery-shares", "Share of places, by group")
    return share_bars(caption, rows, of_the_whole=False, rows_are="Group", key=_SECTOR_KEY)


def good_by_sector() -> Picture:
    rows = (
        Share("Publicly run", 6, 8, PUBLIC),
        Share("Private", 25, 60, PRIVATE),
        Share("Voluntary", 1, 2, "cat-3"),
        Share("Not registered", None, None),
    )
    return share_bars(Caption("gallery-good", "Graded 4 or better, by who runs the home"), rows)


def places_over_time() -> Picture:
    items = (Column("2016", 2999), Column("2019", 2971), Column("2022", 2950), Column("2025", None))
    caption = Caption("gallery-places", "Registered places on 31 March")
    return columns(caption, items, in_time=True, rows_are="Year", figures_are="Places", wide=480)


def rates_beside_others() -> Picture:
    points = [
        FunnelPoint(
            name,
            2200 + 2900 * place + place % 3 * 900,
            (85.3, 74.2, 108.7, 81.0, 56.3, 93.4, 70.1, 83.2, 66.5, 78.8, 90.2, 74.9)[place],
            is_named=name in ("Northmoor", "Isle of Harrow and Skerry"),
            is_focus=name == "Elmshire",
        )
        for place, name in enumerate(_AREAS)
    ]
    limits = tuple(
        Limit(name, tuple(_limit_at(size, 79.3, z) for size in range(400, 40_001, 400)))
        for name, z in (("99.8% limits", 3.09), ("95% limits", 1.96))
    )
    caption = Caption(
        "gallery-funnel",
        "Places per 1,000 people aged 75 and over",
        how_to_read="Each circle is one area. Limits allow for real differences between areas.",
    )
    return funnel(
        caption,
        points,
        Centre(79.3, "Whole country 79"),
        limits,
        unit=Unit(places=0),
        sizes_are="People aged 75 and over",
        rates_are="Places per 1,000",
    )


def hours_to_come() -> Picture:
    past = (55.4, 62.5, 56.6, 56.0, 61.9, 35.2, 31.8, 33.1, 37.5)
    counted = LineSeries(
        "Counted",
        tuple(Moment(2015 + place, 1000 * value) for place, value in enumerate(past)),
        PRIVATE,
    )
    years = range(2024, 2046)
    as_now = tuple(Moment(year, 38_000 + 553 * (year - 2024)) for year in years)
    more = tuple(Moment(year, 38_000 + 815 * (year - 2024)) for year in years)
    bands = tuple(
        Band(
            name, tuple((y, *_around(38_000 + 553 * (y - 2024), y - 2022, wide)) for y in years), t
        )
        for name, wide, t in (
            ("95 in 100", 0.075, "seq-1"),
            ("80 in 100", 0.047, "seq-2"),
            ("50 in 100", 0.025, "seq-3"),
        )
    )
    return lines(
        Caption("gallery-need", "Hours of home care in one week"),
        (
            counted,
            LineSeries("As now", as_now),
            LineSeries("Help more people", more, FOCUS, is_dashed=True),
        ),
        breaks=(Break(2020, "Counting changed 2020"),),
        bands=bands,
        wide=1000,
    )


def vacancies() -> Picture:
    series = tuple(
        LineSeries(
            name,
            tuple(
                Moment(2016 + step, None if (name, step) == ("Oakshire", 3) else low + rise * step)
                for step in range(7)
            ),
            tone,
        )
        for name, low, rise, tone in (
            ("Elmshire", 5.2, 1.2, FOCUS),
            ("Oakshire", 6.1, 0.9, PUBLIC),
            ("Northmoor", 12.1, 0.1, "cat-3"),
        )
    )
    level = Reference(8, "Whole country 8%")
    return lines(
        Caption("gallery-vacancies", "Posts not filled"), series, unit=_PERCENT, reference=level
    )


def homes_good_by_area() -> Picture:
    panels = tuple(
        Panel(
            name,
            tuple(
                Moment(2015 + year, None if place == 6 else 45 + 4 * place + (year * 7 + place) % 9)
                for year in range(8)
            ),
            FOCUS if name == "Elmshire" else PUBLIC,
        )
        for place, name in enumerate(_AREAS[:8])
    )
    nation = LineSeries("Whole country", tuple(Moment(2015 + year, 60 + year) for year in range(8)))
    return line_multiples(
        Caption("gallery-areas", "Homes graded 4 or better, by area"),
        panels,
        unit=_PERCENT,
        compared=nation,
        breaks=(Break(2020),),
    )


def what_moves_the_figure() -> Picture:
    rows = (
        Bar("Hours per person", 4700),
        Bar("Who is helped (threshold)", -2600, "seq-3"),
        Bar("Telecare and recovery", -4400, "seq-3"),
        Bar("Illness at each age", 3300),
        Bar("Migration", 900),
        Bar("Unpaid carers who stop", None),
    )
    caption = Caption("gallery-effects", "What moves the 2045 figure most")
    return bars(caption, rows, rows_are="Assumption", figures_are="Hours a week")


def prices() -> Picture:
    rows = (
        CostRow("Weekday hour", (19.2, 20.1, 20.9, 21.0, 21.4, 21.8, 22.3, 22.4, 23.9), 22.05),
        CostRow("Weekend hour", (20.4, 21.2, 22.0, 22.1, 22.9, 24.1, 24.9), 22.4),
        CostRow("30-minute visit, two carers", (12.9, 13.1, 13.2, 13.9, 14.6)),
        CostRow("Sleep-in", ()),
    )
    return cost_spread(Caption("gallery-prices", "What providers ask for one hour"), rows)


def rates_on_a_map() -> Picture:
    areas = tuple(
        MapArea(
            name,
            None if place == 6 else 55 + place * 17 % 50,
            _block(place),
            is_focus=name == "Elmshire",
            is_named=name == "Lochend",
        )
        for place, name in enumerate(_AREAS)
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


def _sector_of(number: int) -> str:
    return "Publicly run" if number % 9 == 0 else "Voluntary" if number % 35 == 5 else "Private"


def _limit_at(size: float, centre: float, z: float) -> tuple[float, float, float]:
    reach = z * 8.9 * math.sqrt(12_000 / size)
    return size, centre - reach, centre + reach


def _around(value: float, years: int, wide: float) -> tuple[float, float]:
    reach = value * wide * math.sqrt(years)
    return value - 0.9 * reach, value + reach


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


_EXAMPLES: Final[tuple[Callable[[], Picture], ...]] = (
    services_by_kind,
    lowest_grades,
    graded_good,
    size_of_homes,
    homes_map,
    shares_by_group,
    good_by_sector,
    places_over_time,
    rates_beside_others,
    hours_to_come,
    vacancies,
    homes_good_by_area,
    what_moves_the_figure,
    prices,
    rates_on_a_map,
    councils_as_tiles,
)
