"""Tables of accessibility: who is within reach, where services lie, and zone by zone."""

from __future__ import annotations

import polars as pl

from carewright_engine.provision.answers import FileRows, Grid, GridColumn, RowsBehind, Value
from carewright_engine.provision.distances import half_within_km, share_within
from carewright_engine.provision.groundwork import Scope
from carewright_engine.provision.kinds_of_care import AGES_IN_WORDS
from carewright_engine.provision.locating import NOT_LOCATED, ROUTES
from carewright_engine.provision.reach import Reach
from carewright_engine.tables.ferries import ferry_councils


def within_reach_table(scope: Scope, reach: Reach) -> Grid:
    """Share of people within each distance of the nearest service of each sort."""
    limits = scope.ground.parameters.distances_km
    return Grid(
        "within_reach",
        f"People {AGES_IN_WORDS[reach.age]} within reach",
        (
            GridColumn("nearest", f"which {scope.one} is looked for"),
            *(
                GridColumn(f"within_{limit:g}_km", f"share of people within {limit:g} km", "share")
                for limit in limits
            ),
            GridColumn("half_within_km", "half of the people are this near", "km", 1),
        ),
        tuple(
            (
                sought.words,
                *(share_within(sought.distance, reach.people, limit) for limit in limits),
                half_within_km(sought.distance, reach.people),
            )
            for sought in reach.sought
        ),
        "nearest",
        RowsBehind.of(reach.placed),
        tuple(RowsBehind.of(sought.services) for sought in reach.sought),
        note=f"Straight line from the centre of {reach.zones.height} data zones "
        f"to the nearest {scope.one} in the nation.",
    )


def map_table(scope: Scope) -> Grid:
    """Each service of the area with its place on the map, its places and its lowest grade."""
    columns = (
        GridColumn("service_id", "the register's number"),
        GridColumn("name", "name of the service"),
        GridColumn("provider", "legal provider"),
        GridColumn("group", "group, as proposed or confirmed"),
        GridColumn("run_by", "publicly_run, private, voluntary or not_said"),
        GridColumn("town", "post town"),
        GridColumn("places", "registered places", "places"),
        GridColumn("grade", "lowest grade", "1 to 6"),
        GridColumn("latitude", "WGS 84", "degrees", 5),
        GridColumn("longitude", "WGS 84", "degrees", 5),
        GridColumn("route", "how it was placed"),
    )
    rows = scope.services.sort("service_id")
    lines = rows.select(
        *("service_id", "name", "entity_name", "group_name", "run_by", "town", "places"),
        *("min_grade", "latitude", "longitude", "route"),
    )
    each = tuple(
        RowsBehind((FileRows(dataset, ((row, row, 1),)),))
        for dataset, row in rows["dataset", "source_row"].iter_rows()
    )
    title = f"Where the {scope.many} are"
    return Grid("map", title, columns, tuple(lines.iter_rows()), "location", behind=each)


def routes_table(scope: Scope) -> Grid:
    """By which route how many services were placed on the map."""
    words = {**ROUTES, NOT_LOCATED: "not placed"}
    parts = [(name, scope.services.filter(pl.col("route") == name)) for name in words]
    parts = [(name, part) for name, part in parts if part.height]
    return Grid(
        "location_routes",
        f"How {scope.many} were placed on the map",
        (GridColumn("route", "found by"), GridColumn("services", "services", "services")),
        tuple((words[name], part.height) for name, part in parts),
        "location",
        RowsBehind.of(scope.services),
        tuple(RowsBehind.of(part) for _, part in parts),
    )


def zones_table(scope: Scope, reach: Reach) -> Grid:
    """Zone by zone: people, the nearest service, and what can be reached."""
    nearest = {sought.key: sought.distance for sought in reach.sought}
    access = reach.access
    across_water = ferry_councils()
    lines: list[tuple[Value, ...]] = []
    for place, (code, council) in enumerate(reach.zones["code", "council_code"].iter_rows()):
        lines.append(
            (
                code,
                float(reach.people[place]),
                float(nearest["any"][place]),
                float(nearest["good"][place]) if "good" in nearest else None,
                float(access[place] * 1000) if access is not None else None,
                "yes" if council in across_water else "no",
            )
        )
    return Grid(
        "zones",
        "Reach zone by zone",
        (
            GridColumn("data_zone", "code of the data zone"),
            GridColumn("people", f"people {AGES_IN_WORDS[reach.age]}", "people"),
            GridColumn("nearest_km", f"to the nearest {scope.one}", "km", 1),
            GridColumn(
                "nearest_good_km", f"to the nearest {scope.one} graded 4 or better", "km", 1
            ),
            GridColumn("reachable", "places within the catchment", "places per 1,000 people", 1),
            GridColumn("ferry", "straight lines here may cross water: yes or no"),
        ),
        tuple(lines),
        "catchment",
        RowsBehind.of(reach.placed),
    )
