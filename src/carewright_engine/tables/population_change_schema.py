"""Canonical tables of what changes a population: births, deaths and moves, and assumed rates."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.columns import Column, Table

TEXT: Final = pl.String()
WHOLE: Final = pl.Int64()
NUMBER: Final = pl.Float64()

SOURCE: Final = (
    Column("dataset", TEXT, "SHA-256 of the file that the row was read from", required=True),
    Column("source_row", WHOLE, "row in that file; the header is row 1", required=True),
)

POPULATION_CHANGE: Final = Table(
    "population_change",
    "Births, deaths and moves of an area in the twelve months that end in the middle of a year.",
    (
        Column("area_code", TEXT, "code of the area", required=True, key=True),
        Column("area_kind", TEXT, "kind of the area, as in `area`", required=True),
        Column(
            "component",
            TEXT,
            "births (by sex of the child, age 0), births_by_mother (by age of the mother), deaths, "
            "domestic_in, domestic_out, international_in or international_out",
            required=True,
            key=True,
        ),
        Column("year", WHOLE, "the year in whose middle the twelve months end", "year", True, True),
        Column("sex", TEXT, "all, female or male", required=True, key=True),
        Column(
            "age", WHOLE, "age last birthday at the end; 90 is 90 and over", "years", True, True
        ),
        Column("people", NUMBER, "how many", "people", required=True),
        *SOURCE,
    ),
)

POPULATION_RATE: Final = Table(
    "population_rate",
    "Chances of dying and of giving birth, as measured or as a national projection assumes them.",
    (
        Column("measure", TEXT, "death or birth", required=True, key=True),
        Column("variant", TEXT, "principal, low, high, principal_2012", required=True, key=True),
        Column("year", WHOLE, "the year the rate is for", "year", required=True, key=True),
        Column("sex", TEXT, "female or male, of the mother for births", required=True, key=True),
        Column(
            "age",
            WHOLE,
            "age last birthday; -1 is those who are born during the year",
            "years",
            required=True,
            key=True,
        ),
        Column(
            "rate",
            NUMBER,
            "chance of dying within the year, or births a woman a year",
            "",
            required=True,
        ),
        *SOURCE,
    ),
)
