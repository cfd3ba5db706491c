"""A cell's text as a number, a day or a yes: what cannot be read becomes null, never zero."""

from __future__ import annotations

from typing import Final

import polars as pl

NOT_APPLICABLE: Final = ("na", "n/a", "#n/a", "not applicable")
SPREADSHEET_DAY_ZERO: Final = pl.date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 15_000, 73_050  # 1941 to 2099
DAY_FORMATS: Final = (
    "%d/%m/%Y",
    "%Y-%m-%d",
    "%d-%b-%y",
    "%d-%b-%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%y",
)
YES: Final = ("y", "yes", "true", "t", "1")
NO: Final = ("n", "no", "false", "f", "0")


def number(column: str) -> pl.Expr:
    """A number, thousands commas and a pound sign allowed."""
    text = pl.col(column).str.replace_all(",", "", literal=True).str.strip_chars("£ ")
    found = text.cast(pl.Float64, strict=False)
    return pl.when(found.is_finite()).then(found)


def whole(column: str) -> pl.Expr:
    """A whole number, also when written 12.0; a fraction is not one."""
    found = number(column)
    fits = (found == found.round(0)) & (found.abs() < 1e15)
    return pl.when(fits).then(found).cast(pl.Int64)


def is_not_applicable(column: str) -> pl.Expr:
    """The publisher says that the question does not arise: neither zero nor unknown."""
    return pl.col(column).str.to_lowercase().is_in(NOT_APPLICABLE).fill_null(False)


def applicable(column: str) -> pl.Expr:
    """The text, or null where the publisher says that the question does not arise."""
    return pl.when(~is_not_applicable(column)).then(pl.col(column))


def day(column: str) -> pl.Expr:
    """A day in any spelling seen: 31/03/2022, 2022-03-31, 31-Mar-22, a spreadsheet's serial.

    A month alone, as 2016_11, is no day and becomes null: see `month`.
    """
    text = pl.col(column).str.replace(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$", "")
    written = [_plausible(text.str.to_date(way, strict=False)) for way in DAY_FORMATS]
    return pl.coalesce(*written, _serial(text))


def _plausible(found: pl.Expr) -> pl.Expr:
    return pl.when(found.dt.year().is_between(1800, 2200)).then(found)


def _serial(text: pl.Expr) -> pl.Expr:
    days = text.cast(pl.Float64, strict=False).floor()
    plausible = pl.when(days.is_between(FIRST_SERIAL, LAST_SERIAL)).then(days)
    return SPREADSHEET_DAY_ZERO + pl.duration(days=plausible.cast(pl.Int64))


def month(column: str) -> pl.Expr:
    """The first day of a month written as 2016_11 or 2016-11."""
    text = pl.col(column).str.extract(r"^(\d{4}[_-]\d{1,2})$").str.replace("-", "_")
    return (text + "_1").str.to_date("%Y_%m_%d", strict=False)


def flag(column: str) -> pl.Expr:
    """Yes or no in any usual spelling; anything else is not known."""
    text = pl.col(column).str.to_lowercase()
    return pl.when(text.is_in(YES)).then(True).when(text.is_in(NO)).then(False)
