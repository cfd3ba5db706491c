"""The two tables that leave with every report: provision, and concentration of the market."""

from __future__ import annotations

import polars as pl

from carewright_engine.provision.answers import Grid, GridColumn, RowsBehind, Value
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.concentration import Basis, Weight, hhi, shares, weight_of

BY = ("kind", "care_group")
PROVISION_COLUMNS = (
    GridColumn("area", "area"),
    GridColumn("kind", "kind of service as the register calls it"),
    GridColumn("care_group", "whom it supports"),
    GridColumn("publicly_run", "council, council-owned company or health board: yes or no"),
    GridColumn("services", "registrations; a combined pair is two", "services"),
    GridColumn("places", "registered places; empty when none are stated", "places"),
    GridColumn("beds", "beds; empty when none are stated", "beds"),
    GridColumn(
        "staff_wte",
        "staff, those of a combined pair once; empty when none are stated",
        "whole-time equivalents",
        2,
    ),
    *(
        GridColumn(f"grade_{grade}", f"services whose lowest grade is {grade}", "services")
        for grade in range(1, 7)
    ),
    GridColumn("grade_unknown", "services with no grade", "services"),
)
MARKET_COLUMNS = (
    GridColumn("area", "area"),
    GridColumn("kind", "kind of service as the register calls it"),
    GridColumn("care_group", "whom it supports"),
    GridColumn("basis", "entity (legal provider) or group"),
    GridColumn("weight", "services, or places where every supplier states them"),
    GridColumn("suppliers", "suppliers", "suppliers"),
    GridColumn("hhi", "Herfindahl-Hirschman index, 0 to 10,000", "HHI", 1),
    GridColumn("largest_share", "share of the largest supplier, 0 to 1", "", 4),
)


def provision_table(area: AreaRef, rows: pl.DataFrame) -> Grid:
    """One row a kind, care group and publicly run or not: registrations, places, staff, grades."""
    publicly = pl.when("publicly_run").then(pl.lit("yes")).otherwise(pl.lit("no"))
    summed = (
        rows.with_columns(public=publicly)
        .group_by(*BY, "public")
        .agg(
            pl.len().alias("services"),
            _known_sum("places"),
            _known_sum("beds"),
            _known_sum("staff_once").alias("staff_wte"),
            *(
                (pl.col("min_grade") == grade).sum().alias(f"grade_{grade}")
                for grade in range(1, 7)
            ),
            pl.col("min_grade").is_null().sum().alias("grade_unknown"),
        )
        .sort(*BY, "public")
    )
    behind = tuple(
        RowsBehind.of(rows.filter(_same(kind, group) & (publicly == public)))
        for kind, group, public in summed.select(*BY, "public").iter_rows()
    )
    return Grid(
        "provision",
        f"Provision in {area.name}",
        PROVISION_COLUMNS,
        tuple((area.name, *line) for line in summed.iter_rows()),
        "provision_table",
        RowsBehind.of(rows),
        behind,
    )


def market_table(area: AreaRef, rows: pl.DataFrame) -> Grid:
    """One row a kind, care group, basis and weight: suppliers, concentration, largest share."""
    lines: list[tuple[Value, ...]] = []
    behind: list[RowsBehind] = []
    for kind, group in rows.select(*BY).unique().sort(*BY).iter_rows():
        part = rows.filter(_same(kind, group))
        found = _concentrations(part)
        lines += [(area.name, kind, group, *line) for line in found]
        behind += [RowsBehind.of(part)] * len(found)
    return Grid(
        "market",
        f"Concentration of the market in {area.name}",
        MARKET_COLUMNS,
        tuple(lines),
        "hhi",
        RowsBehind.of(rows),
        tuple(behind),
    )


def _concentrations(part: pl.DataFrame) -> list[tuple[Value, ...]]:
    """By legal provider and by group, over registrations and, where all are known, places."""
    weights: list[Weight] = ["services"]
    if weight_of(part) == "places":
        weights.append("places")
    bases: tuple[Basis, ...] = ("entity", "group")
    found: list[tuple[Value, ...]] = []
    for basis in bases:
        for weight in weights:
            suppliers = shares(part, basis, weight)
            largest = float(suppliers["share"][0])
            found.append((basis, weight, suppliers.height, hhi(suppliers), largest))
    return found


def stacked(tables: list[Grid], title: str) -> Grid:
    """The same table of many areas as one."""
    first = tables[0]
    return Grid(
        first.name,
        title,
        first.columns,
        tuple(row for table in tables for row in table.rows),
        first.method,
        behind=tuple(rows for table in tables for rows in table.behind),
    )


def _known_sum(column: str) -> pl.Expr:
    """The sum of what is stated; null, never 0, when nothing is."""
    return pl.when(pl.col(column).count() > 0).then(pl.col(column).sum()).alias(column)


def _same(kind: str, care_group: str) -> pl.Expr:
    return (pl.col("kind") == kind) & (pl.col("care_group") == care_group)
