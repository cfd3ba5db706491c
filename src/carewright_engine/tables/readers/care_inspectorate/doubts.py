"""Rows of the datastore that a person should look at, and rows that cannot be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from carewright_engine.tables.cells import is_not_applicable, number, whole
from carewright_engine.tables.issues import rows_where, together
from carewright_engine.tables.naming import COUNCIL_NOT_KNOWN, COUNCIL_NOT_SAID
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.readers.care_inspectorate.gradings import (
    ASKED,
    grade_of,
    questions_contradict_lowest,
)
from carewright_engine.tables.readers.care_inspectorate.soundness import SERVICE_NUMBER

NUMBERS: Final = ("places", "beds", "single_bedrooms")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a row that makes a figure uncertain; the row is kept."""

    holds: pl.Expr
    column: str
    reason: str
    mend: str


def doubts() -> tuple[Doubt, ...]:
    """Every reason to doubt a row, in the order in which a person would want to hear them."""
    return (
        Doubt(
            pl.col("status").is_null(),
            "status",
            "the status is blank, so whether the service runs is not known",
            "look the service up and enter its status",
        ),
        Doubt(
            questions_contradict_lowest(),
            "min_grade",
            "a graded question contradicts the file's lowest grade; the lowest grade was kept",
            "look up the service's latest grading",
        ),
        Doubt(
            pl.col("misnamed"),
            "council",
            COUNCIL_NOT_KNOWN,
            "enter the council's name",
        ),
        Doubt(
            pl.col("council").is_null() & pl.col("council_code").is_null() & ~pl.col("outside"),
            "council",
            COUNCIL_NOT_SAID,
            "enter the council's name",
        ),
        *(_not_a_count(column) for column in NUMBERS),
        Doubt(
            _unreadable("staff", number("staff") >= 0),
            "staff",
            "the number of staff cannot be read and was left out",
            "enter a number",
        ),
        *(_not_a_grade(column) for column in ("min_grade", *ASKED)),
        Doubt(
            pl.col("postcode").is_not_null() & postcode("postcode").is_null(),
            "postcode",
            "the postcode is not a whole postcode and was left out",
            "enter the postcode",
        ),
    )


def _unreadable(column: str, sound: pl.Expr) -> pl.Expr:
    given = pl.col(column).is_not_null() & ~is_not_applicable(column)
    return given & ~sound.fill_null(False)


def _not_a_count(column: str) -> Doubt:
    return Doubt(
        _unreadable(column, whole(column) >= 0),
        column,
        f"the number of {column.replace('_', ' ')} is not a whole number and was left out",
        "enter a whole number",
    )


def _not_a_grade(column: str) -> Doubt:
    return Doubt(
        _unreadable(column, grade_of(column).is_not_null()),
        column,
        "the grade is not between 1 and 6 and was left out",
        "enter the grade",
    )


def doubtful_rows(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with `doubt` in words, and one issue a doubt."""
    judged = rows.select(
        each.holds.fill_null(False).alias(str(place)) for place, each in enumerate(doubts())
    )
    found = [(judged[str(place)], each) for place, each in enumerate(doubts())]
    found = [(holds, each) for holds, each in found if holds.any()]
    if not found:
        return rows.with_columns(doubt=pl.lit(None, pl.String)), together(())
    told = [pl.when(holds).then(pl.lit(each.reason)) for holds, each in found]
    words = pl.concat_str(told, separator="; ", ignore_nulls=True)
    issues = together(
        rows_where(rows, pl.lit(holds), column=each.column, reason=each.reason, mend=each.mend)
        for holds, each in found
    )
    return rows.with_columns(doubt=pl.when(words != "").then(words)), issues


def refused_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows without a service number, and a service's second and later rows."""
    number_given = pl.col("service_id").is_not_null()
    sound = pl.col("service_id").str.contains(SERVICE_NUMBER).fill_null(False)
    again = ~pl.col("service_id").is_first_distinct() & sound
    wanted = "check the row: it may be a note below the table"
    return together(
        (
            rows_where(
                rows,
                ~number_given,
                column="service_id",
                reason="there is no service number",
                mend=wanted,
            ),
            rows_where(
                rows,
                number_given & ~sound,
                column="service_id",
                reason="this is not a service number",
                mend=wanted,
            ),
            rows_where(
                rows,
                again,
                column="service_id",
                reason="the service stands in the file twice; its first row was kept",
                mend="remove one of the rows",
            ),
            rows_where(
                rows,
                sound & ~again & pl.col("care_service").is_null(),
                column="care_service",
                reason="the row does not say what kind of service it is",
                mend="enter the kind of care service",
            ),
        )
    )
