"""Examples of figures over time and beside others, all invented."""

from __future__ import annotations

import math
from typing import Final

from carewright_engine.charts import (
    FOCUS,
    PRIVATE,
    PUBLIC,
    AgeGroup,
    Band,
    Break,
    Caption,
    Centre,
    FunnelPoint,
    Limit,
    LineSeries,
    Moment,
    Panel,
    Picture,
    Reference,
    Swing,
    Unit,
    Years,
    funnel,
    line_multiples,
    lines,
    pyramid,
    swings,
)
from carewright_engine.charts.gallery_maps import AREAS

_PERCENT: Final = Unit(after="%")


def graded_good() -> Picture:
    series = LineSeries(
        "Graded 4 or better", (Moment(2016, 73), Moment(2019, 76), Moment(2022, 46))
    )
    caption = Caption(
        "gallery-trend", "Graded 4 or better", how_to_read="Share of graded homes, 31 March"
    )
    return lines(caption, (series,), unit=_PERCENT, wide=480)


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
        Band(name, tuple((m.at, *_around(m, wide)) for m in as_now), tone)
        for name, wide, tone in (
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
        for place, name in enumerate(AREAS[:8])
    )
    nation = LineSeries("Whole country", tuple(Moment(2015 + year, 60 + year) for year in range(8)))
    return line_multiples(
        Caption("gallery-areas", "Homes graded 4 or better, by area"),
        panels,
        unit=_PERCENT,
        compared=nation,
        breaks=(Break(2020),),
    )


def rates_beside_others() -> Picture:
    points = [
        FunnelPoint(
            name,
            2200 + 2900 * place + place % 3 * 900,
            (85.3, 74.2, 108.7, 81.0, 56.3, 93.4, 70.1, 83.2, 66.5, 78.8, 90.2, 74.9)[place],
            is_named=name in ("Northmoor", "Isle of Harrow and Skerry"),
            is_focus=name == "Elmshire",
        )
        for place, name in enumerate(AREAS)
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


def _limit_at(size: float, centre: float, z: float) -> tuple[float, float, float]:
    reach = z * 8.9 * math.sqrt(12_000 / size)
    return size, centre - reach, centre + reach


def _around(moment: Moment, wide: float) -> tuple[float, float]:
    """A range that widens with the root of the years from now."""
    middle = float(moment.value or 0)
    reach = middle * wide * math.sqrt(moment.at - 2022)
    return middle - 0.9 * reach, middle + reach


def people_then_and_now() -> Picture:
    names = [f"{age}–{age + 4}" for age in range(0, 90, 5)] + ["90+"]
    groups = [
        AgeGroup(
            name,
            9_000 - abs(place - 9) * 420 - max(place - 12, 0) * 500,
            None if place == 3 else 8_800 - abs(place - 9) * 430 - max(place - 12, 0) * 560,
            8_200 - abs(place - 11) * 260 - max(place - 15, 0) * 700,
            8_000 - abs(place - 11) * 270 - max(place - 15, 0) * 800,
            is_marked=place >= 13,
        )
        for place, name in enumerate(names)
    ]
    years = Years("2020", "2045", "65 and over")
    return pyramid(Caption("gallery-ages", "People by age and sex"), groups, years)


def what_moves_the_figure() -> Picture:
    rows = (
        Swing("Hours per person", -4300, 4700),
        Swing("Who is helped (threshold)", -2600, 5400),
        Swing("Telecare and recovery", -4400, 0),
        Swing("Illness at each age", -3100, 3300),
        Swing("Migration", -700, 900),
        Swing("Unpaid carers who stop", None, None),
    )
    caption = Caption("gallery-swings", "What moves the 2045 figure most")
    return swings(caption, rows)
