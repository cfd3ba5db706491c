"""Canonical tables of what care costs: a unit of it, and all of it with what came in for it."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.columns import Column, Table
from carewright_engine.tables.population_change_schema import SOURCE

TEXT: Final = pl.String()
WHOLE: Final = pl.Int64()
DAY: Final = pl.Date()

UNIT_COST: Final = Table(
    "unit_cost",
    "What a unit of care costs in an area and a year, in-house beside bought.",
    (
        Column("area_name", TEXT, "council as published", required=True, key=True),
        Column("area_code", TEXT, "its code where it could be resolved"),
        Column("kind", TEXT, "kind of care as published", required=True, key=True),
        Column("care_group", TEXT, "as in `service`", required=True, key=True),
        Column("provision", TEXT, "in_house, external or all", required=True, key=True),
        Column("unit", TEXT, "week, hour, meal or other", required=True, key=True),
        Column("starts_on", DAY, "first day of the year", required=True, key=True),
        Column("ends_before", DAY, "first day after the year", required=True),
        Column("pence", WHOLE, "cost of one unit; null when not published", "pence"),
        *SOURCE,
    ),
)

EXPENDITURE: Final = Table(
    "expenditure",
    "What a council spent on care in a year and what it received for it, by service.",
    (
        Column("area_name", TEXT, "council as published", required=True, key=True),
        Column("area_code", TEXT, "its code where it could be resolved"),
        Column(
            "part",
            TEXT,
            "part of the return; parts may repeat a figure, so they are never added together",
            required=True,
            key=True,
        ),
        Column("kind", TEXT, "service or source of income as published", required=True, key=True),
        Column("age_band", TEXT, "as in `activity`", required=True, key=True),
        Column("flow", TEXT, "spent or received", required=True, key=True),
        Column("starts_on", DAY, "first day of the year", required=True, key=True),
        Column("ends_before", DAY, "first day after the year", required=True),
        Column("pence", WHOLE, "the amount; null when not given", "pence"),
        *SOURCE,
    ),
)
