"""One example of every figure, with invented names, for the component gallery and for tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from carewright_engine.charts import (
    OTHERS,
    PRIVATE,
    PUBLIC,
    SECTORS,
    Bar,
    Caption,
    Column,
    CostRow,
    Dot,
    KeyItem,
    Picture,
    Share,
    Stack,
    UnitRow,
    bars,
    columns,
    cost_spread,
    dot_histogram,
    share_bars,
    stacked_bars,
    unit_squares,
)
from carewright_engine.charts.gallery_costs import (
    budget_in_steps,
    hour_built_up,
    price_over_time,
    spend_against_value,
)
from carewright_engine.charts.gallery_maps import councils_as_tiles, homes_map, rates_on_a_map
from carewright_engine.charts.gallery_trends import (
    graded_good,
    homes_good_by_area,
    hours_to_come,
    people_then_and_now,
    rates_beside_others,
    vacancies,
    what_moves_the_figure,
)

_SECTOR_KEY: Final = (
    KeyItem("square", PUBLIC, "Publicly run"),
    KeyItem("square", PRIVATE, "Private"),
    KeyItem("square", OTHERS, "All others"),
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


def size_of_homes() -> Picture:
    dots = [
        Dot(8 + (number * 37 % 61) + (number * 11 % 17), _sector_of(number)) for number in range(71)
    ]
    caption = Caption("gallery-sizes", "Size of homes")
    return dot_histogram(caption, SECTORS, dots, band=10, axis="Registered places in the home")


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


def posts_by_area() -> Picture:
    rows = (Bar("Elmshire", 470), Bar("Oakshire", -26, "seq-3"), Bar("Strathalder", None))
    caption = Caption("gallery-effects", "Posts more or fewer than a year ago")
    return bars(caption, rows, rows_are="Area", figures_are="Posts")


def prices() -> Picture:
    rows = (
        CostRow("Weekday hour", (19.2, 20.1, 20.9, 21.0, 21.4, 21.8, 22.3, 22.4, 23.9), 22.05),
        CostRow("Weekend hour", (20.4, 21.2, 22.0, 22.1, 22.9, 24.1, 24.9), 22.4),
        CostRow("30-minute visit, two carers", (12.9, 13.1, 13.2, 13.9, 14.6)),
        CostRow("Sleep-in", ()),
    )
    return cost_spread(Caption("gallery-prices", "What providers ask for one hour"), rows)


def _sector_of(number: int) -> str:
    return "Publicly run" if number % 9 == 0 else "Voluntary" if number % 35 == 5 else "Private"


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
    posts_by_area,
    what_moves_the_figure,
    people_then_and_now,
    prices,
    hour_built_up,
    price_over_time,
    budget_in_steps,
    spend_against_value,
    rates_on_a_map,
    councils_as_tiles,
)
