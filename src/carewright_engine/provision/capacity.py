"""Capacity: places, beds and staff, how large services are, and how that has changed."""

from __future__ import annotations

import polars as pl

from carewright_engine.provision.answers import (
    Figure,
    Grid,
    GridColumn,
    NotAssessed,
    RowsBehind,
    Section,
)
from carewright_engine.provision.counting import RUN_BY
from carewright_engine.provision.figures import Dimension, figure, gaps, middle, not_known, total
from carewright_engine.provision.groundwork import Scope
from carewright_engine.provision.occupancy import occupancy
from carewright_engine.provision.type_of_care import RUN_BY_COLUMNS
from carewright_engine.provision.use import use_of, use_table
from carewright_engine.provision.words import counted

BAND = 10
RETURN = "The provider's yearly return"
REGISTER_SAYS_NONE = "the register states none for any of these services"


def capacity(scope: Scope) -> Dimension:
    """How many people services are registered for, and who works there."""
    rows = scope.services
    over_time = over_time_table(scope)
    figures = (
        _sum(scope, "capacity.places", "places", "places", "places", "registered places"),
        *_beds(scope),
        _staff(scope),
        _median_size(scope),
        *_change(scope, over_time),
        occupancy(scope),
        *use_of(scope),
    )
    tables = (sizes_table(scope), over_time, use_table(scope))
    section = Section("capacity", _heading(scope, over_time), figures, (), tables)
    return section, gaps(figures, _staff_gap(rows, scope))


def _sum(
    scope: Scope, figure_id: str, column: str, unit: str, method: str, words: str, decimals: int = 0
) -> Figure:
    stated = scope.services.filter(pl.col(column).is_not_null())
    if stated.height == 0:
        gap = NotAssessed(words.capitalize(), REGISTER_SAYS_NONE, RETURN)
        return not_known(figure_id, unit, method, gap, decimals)
    said = words
    if stated.height < scope.services.height:
        said = f"{words} in the {counted(stated.height, scope.one, scope.many)} that stated them"
    value = total(stated, column)
    return figure(figure_id, value, unit, said, method, stated, decimals=decimals)


def _beds(scope: Scope) -> list[Figure]:
    if scope.kind is None or scope.kind.key not in ("care_homes", "short_breaks", "children_homes"):
        return []
    return [
        _sum(scope, "capacity.beds", "beds", "beds", "beds", "beds"),
        _sum(scope, "capacity.single", "single_bedrooms", "rooms", "beds", "single bedrooms"),
    ]


def _staff(scope: Scope) -> Figure:
    words = "staff in whole-time equivalents"
    return _sum(scope, "capacity.staff", "staff_once", words, "staff", words)


def _staff_gap(rows: pl.DataFrame, scope: Scope) -> list[NotAssessed]:
    """Services whose staff nobody states, themselves or through their combined partner."""
    unknown = rows.filter(pl.col("staff_once").is_null() & ~pl.col("staff_with_partner"))
    if unknown.height in (0, rows.height):
        return []
    who = counted(unknown.height, scope.one, scope.many)
    return [NotAssessed(f"Staff at {who}", "placeholder or blank in the file", RETURN)]


def _median_size(scope: Scope) -> Figure:
    words = f"places in the middle {scope.one}"
    stated = scope.services.filter(pl.col("places").is_not_null())
    size = middle(stated, "places")
    if size is None:
        gap = NotAssessed(f"Size of {scope.many}", REGISTER_SAYS_NONE, RETURN)
        return not_known("capacity.median_size", "places", "sizes", gap)
    return figure("capacity.median_size", size, "places", words, "sizes", stated)


def _change(scope: Scope, over_time: Grid) -> list[Figure]:
    lines = over_time.records()
    if len(lines) < 2:
        gap = NotAssessed(
            "Change over time",
            "only one list of services was given",
            "The register's lists of earlier years",
        )
        return [not_known("capacity.change_in_places", "places", "over_time", gap)]
    first, last = lines[0], lines[-1]
    found = []
    for name, column in (("places", "places"), ("services", "services")):
        before, after = first[column], last[column]
        words = f"{name} more (or fewer) than on {first['as_at']}"
        if isinstance(before, int | float) and isinstance(after, int | float):
            made = figure(
                f"capacity.change_in_{name}",
                after - before,
                name,
                words,
                "over_time",
                scope.earlier,
            )
            found.append(made)
    return found


def _heading(scope: Scope, over_time: Grid) -> str:
    """'2,950 places, 49 fewer than in 2016, in homes of about 40'."""
    places, size = total(scope.services, "places"), middle(scope.services, "places")
    if scope.kind is None or scope.kind.measure != "places" or places is None or size is None:
        return _staff_heading(scope)
    first = over_time.records()[0]
    before, since = first["places"], str(first["as_at"])[:4]
    change = ""
    if len(over_time.rows) > 1 and isinstance(before, int | float):
        difference = places - before
        more = "more" if difference > 0 else "fewer"
        change = f" {abs(difference):,} {more} than in {since}," if difference else ""
    return f"{places:,} places,{change} in {scope.many} of about {size:.0f}"


def _staff_heading(scope: Scope) -> str:
    """Home care has no places to count: it has people who work in it."""
    stated = scope.services.filter(pl.col("staff_once").is_not_null())
    staff = total(stated, "staff_once")
    if staff is None:
        return "Capacity is not known: no places and no staff are stated"
    said = counted(stated.height, scope.one, scope.many)
    return f"{staff:,.0f} staff in the {said} that stated them"


def sizes_table(scope: Scope) -> Grid:
    """Services by registered places in bands of ten, and by who runs them."""
    stated = scope.services.filter(pl.col("places").is_not_null())
    bands = stated.with_columns(band=pl.col("places") // BAND * BAND)
    parts = [(band, bands.filter(pl.col("band") == band)) for band in bands["band"].unique().sort()]
    return Grid(
        "sizes",
        f"Size of {scope.many}",
        (
            GridColumn("from_places", "fewest places of the band", "places"),
            GridColumn("to_places", "most places of the band", "places"),
            *RUN_BY_COLUMNS,
            GridColumn("all", "all services", "services"),
        ),
        tuple(
            (
                band,
                band + BAND - 1,
                *(part.filter(pl.col("run_by") == key).height for key in RUN_BY),
                part.height,
            )
            for band, part in parts
        ),
        "sizes",
        RowsBehind.of(stated),
        tuple(RowsBehind.of(part) for _, part in parts),
    )


def over_time_table(scope: Scope) -> Grid:
    """Services, places and staff in every list that was given."""
    rows = scope.earlier
    parts = [(day, rows.filter(pl.col("as_at") == day)) for day in rows["as_at"].unique().sort()]
    return Grid(
        "places_over_time",
        "Places over time",
        (
            GridColumn("as_at", "day of the list"),
            GridColumn("services", "registrations", scope.many),
            GridColumn("places", "registered places", "places"),
            GridColumn("publicly_run_places", "of which publicly run", "places"),
            GridColumn("staff_wte", "staff, combined pairs once", "whole-time equivalents"),
            GridColumn("staff_known", "services that state their staff", "services"),
        ),
        tuple(
            (
                day.isoformat(),
                part.height,
                total(part, "places"),
                total(part.filter("publicly_run"), "places"),
                total(part, "staff_once"),
                part.height - part["staff_once"].null_count(),
            )
            for day, part in parts
        ),
        "over_time",
        RowsBehind.of(rows),
        tuple(RowsBehind.of(part) for _, part in parts),
    )
