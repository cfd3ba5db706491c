"""The rules that files of events are checked by, in the words of the people who send them.

All of them read a table as text, the way it came: a value that is not a date or a number
must be found, not lost on the way in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import polars as pl

from carewright_engine.tables.checks import Rule

EARLIEST: Final = date(1900, 1, 1)  # nobody who receives care today was born before
LATEST: Final = date(2199, 12, 31)
MOST_NAMED: Final = 12  # allowed codes that a message spells out


def day(column: str) -> pl.Expr:
    """The day that a text names as year-month-day; null where it names none."""
    return pl.col(column).str.to_date("%Y-%m-%d", strict=False, cache=False)


def number(column: str) -> pl.Expr:
    """The number that a text gives; null where it gives none."""
    return pl.col(column).cast(pl.Float64, strict=False)


def whole_number(column: str) -> pl.Expr:
    """The whole number that a text gives; null where it gives none."""
    return pl.col(column).cast(pl.Int64, strict=False)


def required(column: str) -> Rule:
    """A value must stand here; spaces are not a value."""
    blank = pl.col(column).is_null() | (pl.col(column).str.strip_chars() == "")
    return Rule(
        code=f"{column}:required",
        column=column,
        says=f"{column} is blank",
        mend=f"Give {column}, or leave the row out.",
        broken=blank,
    )


def one_of(column: str, allowed: Sequence[str], *, blank: bool = True) -> Rule:
    """The value must be on a list of codes; `blank` says that it may be missing."""
    named = ", ".join(allowed[:MOST_NAMED])
    more = f" or {len(allowed) - MOST_NAMED} more" if len(allowed) > MOST_NAMED else ""
    unknown = "; leave it blank where it is not known" if blank else ""
    return Rule(
        code=f"{column}:code",
        column=column,
        says=f"{column} is not on its list of codes",
        mend=f"Use one of {named}{more}{unknown}.",
        broken=(~pl.col(column).is_in(list(allowed))).fill_null(not blank),
    )


def matching(column: str, pattern: str, *, like: str, blank: bool = False) -> Rule:
    """The value must have the form of an identifier, of which `like` is an example."""
    return Rule(
        code=f"{column}:form",
        column=column,
        says=f"{column} does not have its form",
        mend=f"Write it as in {like}.",
        broken=(~pl.col(column).str.contains(pattern)).fill_null(not blank),
    )


def between(
    column: str, lowest: float, highest: float, *, whole: bool = False, blank: bool = False
) -> Rule:
    """A number must stand here and lie in a range; `blank` says that it may be missing."""
    value = whole_number(column) if whole else number(column)
    no_number = value.is_null() & pl.col(column).is_not_null() if blank else value.is_null()
    outside = no_number | ~value.is_between(lowest, highest)
    kind = "whole number" if whole else "number"
    return Rule(
        code=f"{column}:range",
        column=column,
        says=f"{column} is not a {kind} from {lowest:,} to {highest:,}",
        mend=f"Give a {kind} from {lowest:,} to {highest:,}, without unit or thousands comma.",
        broken=outside,
    )


def a_date(column: str, *, earliest: date = EARLIEST, latest: date = LATEST) -> Rule:
    """A day of the calendar written year-month-day; a blank is allowed."""
    text = pl.col(column)
    # Ten characters from a digit on: a database must read the same day from the same text.
    written_so = (text.str.len_bytes() == 10) & (text >= "0")
    a_day = day(column).is_between(earliest, latest).fill_null(False)
    return Rule(
        code=f"{column}:date",
        column=column,
        says=f"{column} is not a date of the calendar from {earliest} to {latest}",
        mend="Write the date as year-month-day, as in 2024-04-01.",
        broken=~(written_so & a_day) & text.is_not_null(),
    )


def not_before(column: str, earlier: str) -> Rule:
    """Something cannot end before it began; either date may be blank."""
    return Rule(
        code=f"{column}:order",
        column=column,
        says=f"{column} is before {earlier}",
        mend=f"Correct {column} or {earlier}, whichever is wrong.",
        broken=day(column) < day(earlier),
    )


def unique(*columns: str) -> Rule:
    """What names a row is there, and stands once: the first row is kept, later ones refused."""
    name = " with ".join(columns)
    return Rule(
        code=f"{'+'.join(columns)}:unique",
        column=columns[0],
        says=f"{name} is blank or stands in an earlier row already",
        mend=f"Leave one row for each {name}, or give this row its own.",
        broken=pl.any_horizontal(pl.col(column).is_null() for column in columns),
        once=columns,
    )
