"""The datastore's rows as canonical services."""

from __future__ import annotations

from datetime import date
from typing import Final

import polars as pl

from carewright_engine.tables.cells import day, flag, is_not_applicable, month, number, whole
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.readers.care_inspectorate.gradings import grade_of
from carewright_engine.tables.readers.care_inspectorate.kinds_of_care import (
    care_group,
    has_no_walls,
    kind,
)
from carewright_engine.tables.readers.care_inspectorate.standing import (
    sector,
    standing,
    with_combined,
    with_council,
    with_public_class,
)
from carewright_engine.tables.schemas import SERVICE

# Staff who are counted under the other half of a combined registration stand as one of these.
PLACEHOLDERS: Final = (0.1, 0.01)
REGISTER: Final = "care_inspectorate"


def placed_and_classed(rows: pl.DataFrame, as_at: date) -> pl.DataFrame:
    """Rows with what has to be worked out over the whole file."""
    known = rows.with_columns(
        sector=sector(),
        as_at=pl.lit(as_at),
        registered=pl.coalesce("registered", "registered_month"),
    )
    return with_combined(with_council(with_public_class(known, as_at)))


def services(rows: pl.DataFrame, complaints_year: str | None) -> pl.DataFrame:
    """One canonical service a row; `rows` are placed, classed and marked with doubts."""
    places = _count("places")
    complaints = _count("complaints")
    return SERVICE.conform(
        rows.with_columns(
            register=pl.lit(REGISTER),
            kind=kind(),
            care_group=care_group(),
            counting=counting(),
            registered_on=registered_on(),
            address=_address(),
            postcode=postcode("postcode"),
            data_zone=pl.col("data_zone").str.extract(r"^([SEW]0\d{7})$"),
            council_name="council",
            health_board_name="health_board",
            integration_authority_name="integration_authority",
            places=pl.when(~(has_no_walls() & (places == 0))).then(places),
            beds=_count("beds"),
            single_bedrooms=_count("single_bedrooms"),
            staff_wte=staff(),
            min_grade=grade_of("min_grade"),
            max_grade=grade_of("max_grade"),
            graded_on=day("graded"),
            inspected_on=day("inspected"),
            risk_score=pl.col("risk").str.to_titlecase(),
            complaints_upheld=complaints,
            complaints_year=pl.when(complaints.is_not_null()).then(pl.lit(complaints_year)),
            enforcements=_enforcements(),
            requirements_made=_requirements(),
        )
    )


def counting() -> pl.Expr:
    """Whether figures include the row: a doubt makes a counted row doubtful, no more."""
    doubted = (standing() == "counted") & pl.col("doubt").is_not_null()
    return pl.when(doubted).then(pl.lit("doubtful")).otherwise(standing())


def registered_on() -> pl.Expr:
    """The day of registration, or the first of its month when only the month is given."""
    return pl.coalesce(day("registered"), month("registered"), month("registered_month"))


def staff() -> pl.Expr:
    """Whole-time equivalents; a placeholder is missing, not a number."""
    found = number("staff")
    return pl.when((found >= 0) & ~found.is_in(PLACEHOLDERS)).then(found)


def _count(column: str) -> pl.Expr:
    found = whole(column)
    return pl.when((found >= 0) & ~is_not_applicable(column)).then(found)


def _address() -> pl.Expr:
    lines = [f"address_{place}" for place in range(1, 5)]
    joined = pl.concat_str(lines, separator=", ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def _enforcements() -> pl.Expr:
    """Enforcements issued; some years say only that there were any, which is at least one."""
    return pl.coalesce(_count("enforcements"), pl.when(flag("enforcements")).then(1))


def _requirements() -> pl.Expr:
    text = pl.col("requirements").str.to_lowercase()
    return (
        pl.when(text.str.starts_with("inspected but no"))
        .then(False)
        .otherwise(flag("requirements"))
    )
