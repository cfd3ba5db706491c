"""Every kind of care in an area side by side."""

from __future__ import annotations

import polars as pl

from carewright_engine.provision.answers import Grid, GridColumn, RowsBehind, Section, Value
from carewright_engine.provision.concentration import hhi, shares, weight_of
from carewright_engine.provision.figures import (
    Dimension,
    figure,
    gaps,
    not_known,
    share,
    total,
)
from carewright_engine.provision.groundwork import NO_LIST, Groundwork, Scope, people_of
from carewright_engine.provision.kinds_of_care import KIND_BY_KEY, ages_for, name_of
from carewright_engine.provision.quality_tables import GOOD

COLUMNS = (
    GridColumn("kind", "key of the kind of care"),
    GridColumn("care_group", "whom it supports"),
    GridColumn("name", "kind of care in words"),
    GridColumn("services", "registrations", "services"),
    GridColumn("publicly_run", "of which publicly run", "services"),
    GridColumn("places", "registered places, where stated", "places"),
    GridColumn("staff_wte", "staff, combined pairs once", "whole-time equivalents"),
    GridColumn("graded", "services with a grade", "services"),
    GridColumn("good_share", "share of them with lowest grade 4 or better", "share"),
    GridColumn("hhi_group", "concentration by group (HHI)", "HHI"),
    GridColumn("weight", "concentration over places or services"),
    GridColumn("age", "age of people divided by"),
    GridColumn("rate", "places for 1,000 people of that age", "per 1,000", 1),
)


def kinds_present(rows: pl.DataFrame) -> list[tuple[str, str | None]]:
    """Kinds with a service in the area; care homes apart by whom they support."""
    found: list[tuple[str, str | None]] = []
    for key in KIND_BY_KEY:
        part = rows.filter(pl.col("kind_key") == key)
        if part.height == 0:
            continue
        groups = part["care_group"].unique().sort().to_list()
        homes = key in ("care_homes", "short_breaks")
        found += [(key, group) for group in groups] if homes else [(key, None)]
    return found


def overview(scope: Scope) -> Dimension:
    """All services of the area, kind by kind."""
    rows = scope.services
    lines, behind = [], []
    for key, group in kinds_present(rows):
        part = rows.filter(_of(key, group))
        lines.append(_line(scope.ground, scope, key, group, part))
        behind.append(RowsBehind.of(part))
    table = Grid(
        "kinds_side_by_side",
        f"Kinds of care in {scope.area.name}",
        COLUMNS,
        tuple(lines),
        "counted",
        RowsBehind.of(rows),
        tuple(behind),
    )
    if not scope.has_list:
        heading = f"The services of {scope.area.name} cannot be shown: no list was given"
        missing = not_known("overview.services", "services", "counted", NO_LIST)
        return Section("overview", heading, (missing,), (), (table,)), gaps((missing,))
    figures = (
        figure("overview.services", rows.height, "services", "on the given lists", "counted", rows),
        figure("overview.kinds", len(lines), "kinds of care", "side by side", "counted", rows),
    )
    heading = f"{scope.area.name} has {rows.height:,} services of {len(lines)} kinds"
    return Section("overview", heading, figures, (), (table,)), gaps(figures)


def _of(key: str, group: str | None) -> pl.Expr:
    of_kind = pl.col("kind_key") == key
    return of_kind & (pl.col("care_group") == group) if group else of_kind


def _line(
    ground: Groundwork, scope: Scope, key: str, group: str | None, part: pl.DataFrame
) -> tuple[Value, ...]:
    kind = KIND_BY_KEY[key]
    graded = part["min_grade"].drop_nulls()
    good = share(int((graded >= GOOD).sum()), graded.len())
    weight = weight_of(part)
    age = ages_for(kind, group)[0]
    places = total(part, "places")
    people = people_of(ground, scope.area)
    rate = share(places, people[age]) if people and kind.measure == "places" else None
    return (
        key,
        group,
        name_of(kind, group),
        part.height,
        part.filter("publicly_run").height,
        places,
        total(part, "staff_once"),
        graded.len(),
        good,
        hhi(shares(part, "group", weight)),
        weight,
        age,
        rate * 1000 if rate is not None else None,
    )
