"""Figures that try to break a chart: long names, none, one, huge, absent, all nought."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date

from carewright_engine.charts import (
    SCOTTISH_COUNCILS,
    SECTORS,
    AgeGroup,
    Band,
    Bar,
    Break,
    Caption,
    Centre,
    Column,
    CostRow,
    DayMark,
    Dot,
    FunnelPoint,
    Home,
    Limit,
    LineSeries,
    MapArea,
    Moment,
    Panel,
    Picture,
    Reference,
    Share,
    Stack,
    Step,
    Stretch,
    Swing,
    TermRow,
    TileArea,
    Town,
    Unit,
    UnitRow,
    Years,
    bars,
    choropleth,
    columns,
    cost_spread,
    dot_histogram,
    dot_map,
    funnel,
    line_multiples,
    lines,
    pyramid,
    share_bars,
    stacked_bars,
    swings,
    terms,
    tile_map,
    unit_squares,
    waterfall,
)

Figure = int | float | None
Named = Sequence[tuple[str, Figure]]

CAPTION = Caption("odd", "Odd figures")
TONES = ("cat-1", "cat-2", "cat-3", "cat-4", "cat-5", "cat-6")

NAMES: dict[str, Named] = {
    "none": (),
    "one": (("Elmshire", 12),),
    "one_not_known": (("Elmshire", None),),
    "all_nought": tuple((f"Area {place}", 0) for place in range(5)),
    "below_nought": (("Up", 5), ("Down", -7.5), ("Flat", 0), ("Lost", None)),
    "all_below_nought": (("Down", -7.5), ("Farther down", -1200)),
    "marks_in_names": (
        ('Briar & Rowan <"Care">', 3),
        ("It’s 'quoted' & <b>bold</b>", None),
        ("]]>", 9),
    ),
    "long_names": tuple(
        (
            f"{place} A home with a name so long that no column of any table would hold it",
            place,
        )
        for place in range(9)
    ),
    "long_words": (("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2, 7), ("b", 2)),
    "no_names": (("", 4), ("   ", 5), ("\n\t", None)),
    "controls": (("bell\x07 and null\x00", 4), ("\ud800 alone", 5), ("emoji 🏠 and 家", 6)),
    "huge": (("Huge", 10**18), ("Huger", 1e150), ("Hugest", 10**400), ("Small", 1e-9)),
    "not_numbers": (("Not a number", math.nan), ("Endless", math.inf), ("Sound", 3)),
    "long_both_ways": (("", -1), ("", 1_000_005), ("0" * 19, None)),
    "many": tuple((f"Area {place}", (place * 7919) % 1000) for place in range(60)),
    "same": tuple((f"Area {place}", 42) for place in range(12)),
    "near": tuple((f"Area {place}", 1000 + place / 1000) for place in range(12)),
}


def _square(place: int) -> dict[str, object]:
    x, y = place % 8 - 4, 50 + place // 8
    ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}


def _bars(rows: Named) -> Picture:
    return bars(CAPTION, [Bar(name, value, note="a note to it") for name, value in rows])


def _shares(rows: Named) -> Picture:
    return share_bars(CAPTION, [Share(name, value, 100) for name, value in rows])


def _small_shares(rows: Named) -> Picture:
    of_largest = [Share(name, value, 100, note=name) for name, value in rows]
    return share_bars(CAPTION, of_largest, of_the_whole=False)


def _stacks(rows: Named) -> Picture:
    return stacked_bars(CAPTION, SECTORS, [Stack(name, (value, 3, None)) for name, value in rows])


def _squares(rows: Named) -> Picture:
    return unit_squares(CAPTION, SECTORS, [UnitRow(name, (value, 2)) for name, value in rows])


def _columns(rows: Named) -> Picture:
    return columns(CAPTION, [Column(name, value) for name, value in rows])


def _columns_in_time(rows: Named) -> Picture:
    items = [Column(name, value) for name, value in rows]
    return columns(CAPTION, items, in_time=True, unit=Unit("£", " million"), wide=480)


def _dots(rows: Named) -> Picture:
    return dot_histogram(
        CAPTION, SECTORS, [Dot(value, name) for name, value in rows], axis="Places"
    )


def _line(rows: Named) -> Picture:
    moments = tuple(Moment(2000 + place, value) for place, (_, value) in enumerate(rows))
    return lines(CAPTION, [LineSeries("Elmshire", moments)], breaks=[Break(2003), Break(2004)])


def _said_times(rows: Named) -> Picture:
    moments = tuple(Moment(place * place, value, name) for place, (name, value) in enumerate(rows))
    level = Reference(50, "A level to compare with, of a long name")
    series = [LineSeries("Elmshire", moments)]
    return lines(CAPTION, series, reference=level, is_from_nought=False, wide=480)


def _many_lines(rows: Named) -> Picture:
    series = [
        LineSeries(name, (Moment(1, 5), Moment(2, value), Moment(9, value)), TONES[place % 6])
        for place, (name, value) in enumerate(rows)
    ]
    band = Band("95 in 100", ((1, 0, 9), (2, 1, 8), (9, math.nan, 3)))
    return lines(CAPTION, series, bands=[band], wide=1000)


def _panels(rows: Named) -> Picture:
    panels = [
        Panel(name, (Moment(2019, 3), Moment(2020, value), Moment(2022, value)))
        for name, value in rows
    ]
    nation = LineSeries("The nation", (Moment(2019, 4), Moment(2022, None)))
    return line_multiples(CAPTION, panels, compared=nation, breaks=[Break(2020)])


def _funnel(rows: Named) -> Picture:
    points = [
        FunnelPoint(name, 500 * place, value, is_named=True, is_focus=place == 0)
        for place, (name, value) in enumerate(rows)
    ]
    limits = [
        Limit(
            said, tuple((n * 500, 40 - z * 90 / n**0.5, 40 + z * 90 / n**0.5) for n in range(1, 60))
        )
        for said, z in (("99.8% limits", 3.09), ("95% limits", 1.96))
    ]
    return funnel(CAPTION, points, Centre(40, "Whole country 40"), limits)


def _dot_map(rows: Named) -> Picture:
    spots = [(-3 + 0.02 * (place % 7), 56 + 0.01 * place) for place in range(len(rows))]
    homes = [
        Home(name, *spot, value, (None, 1, 4, 6, 99)[place % 5])
        for place, ((name, value), spot) in enumerate(zip(rows, spots, strict=True))
    ]
    homes.append(Home("Nowhere", None, 91, 4, 3))
    towns = [Town(name, *spot) for (name, _), spot in zip(rows, spots, strict=True)]
    return dot_map(CAPTION, _square(50) if len(rows) % 2 else None, homes, towns=towns)


def _choropleth(rows: Named) -> Picture:
    areas = [
        MapArea(name, value, _square(place) if place % 5 != 4 else None, is_named=True)
        for place, (name, value) in enumerate(rows)
    ]
    return choropleth(CAPTION, areas)


def _tiles(rows: Named) -> Picture:
    return tile_map(CAPTION, [TileArea(name, name, value) for name, value in rows], unit=Unit(" £"))


def _ages(rows: Named) -> Picture:
    groups = [
        AgeGroup(name, value, 5, value, None, place > 3) for place, (name, value) in enumerate(rows)
    ]
    return pyramid(CAPTION, groups, Years("2020", "2045", "65 and over"))


def _swings(rows: Named) -> Picture:
    return swings(CAPTION, [Swing(name, -4, value) for name, value in rows])


def _councils(rows: Named) -> Picture:
    codes = list(SCOTTISH_COUNCILS)
    areas = [
        TileArea(codes[place] if place < len(codes) else name, name, value, is_focus=place == 2)
        for place, (name, value) in enumerate(rows)
    ]
    return tile_map(CAPTION, areas, layout=SCOTTISH_COUNCILS)


def _costs(rows: Named) -> Picture:
    spread = [CostRow(name, (value, 12.5, 19, None, 14), value) for name, value in rows]
    return cost_spread(CAPTION, spread)


def _steps(rows: Named) -> Picture:
    prices = tuple(Moment(2000 + place, value) for place, (_, value) in enumerate(rows))
    series = [LineSeries("Weekday", prices, is_stepped=True)]
    return lines(CAPTION, series, unit=Unit("£", places=2), is_from_nought=False)


def _waterfall(rows: Named) -> Picture:
    kinds = ("level", "change", "change", "change", "reached", "beside")
    steps = [
        Step(name, value, kinds[min(place, 5)])  # type: ignore[arg-type]
        for place, (name, value) in enumerate(rows)
    ]
    return waterfall(CAPTION, steps, unit=Unit("£", "m", 2), level=Reference(50, "A budget"))


def _build_up(rows: Named) -> Picture:
    steps = [Step(name, value, tone="seq-4") for name, value in rows]
    steps += [Step("All", kind="reached"), Step("Paid", 12, "beside")] if rows else []
    return waterfall(CAPTION, steps, lying=True, wide=480)


def _terms(rows: Named) -> Picture:
    drawn = [
        TermRow(
            name,
            (Stretch(date(2023, 4, 1), date(2024 + place, 3, 31), f"term {name}", place == 2),),
            (DayMark(date(2024, 9, 30), f"decide {name}", is_late=place == 1),),
        )
        for place, (name, _) in enumerate(rows)
    ]
    return terms(CAPTION, drawn, today=date(2026, 6, 3))


CHARTS: dict[str, Callable[[Named], Picture]] = {
    "bars": _bars,
    "shares": _shares,
    "small shares": _small_shares,
    "stacks": _stacks,
    "squares": _squares,
    "columns": _columns,
    "columns in time": _columns_in_time,
    "dots": _dots,
    "line": _line,
    "line with said times": _said_times,
    "many lines": _many_lines,
    "panels": _panels,
    "funnel": _funnel,
    "dot map": _dot_map,
    "choropleth": _choropleth,
    "tiles": _tiles,
    "councils": _councils,
    "costs": _costs,
    "ages": _ages,
    "swings": _swings,
    "waterfall": _waterfall,
    "build-up": _build_up,
    "steps": _steps,
    "terms": _terms,
}
