"""Figures as publishers write them: thousands commas, marks for suppressed and for missing."""

from __future__ import annotations

from typing import Final

import polars as pl

# Marks that stand for a figure the publisher holds back, so that nobody can be recognised.
SUPPRESSED: Final = (
    "*",
    "**",
    "c",
    "[c]",
    "s",
    "[s]",
    "x*",
    "<5",
    "<10",
    "#",
    "supp",
    "suppressed",
)
# Marks that say there is no figure: not collected, not applicable, cannot be worked out.
ABSENT: Final = ("na", "n/a", "[x]", "[z]", "x", "z", ".", "..", "...", ":", "-", "–", "[low]", "")


def _bare(column: str) -> pl.Expr:
    return pl.col(column).str.strip_chars()


def figure(column: str) -> pl.Expr:
    """The figure as a number; null where the publisher gives a mark instead of one."""
    plain = _bare(column).str.replace_all(r"[,£%\s]", "")
    value = plain.cast(pl.Float64(), strict=False)
    return pl.when(value.is_finite()).then(value)


def pence_of(pounds: pl.Expr) -> pl.Expr:
    """A published figure in pounds as whole pence: half a penny goes up, as all money does."""
    return (pounds * 100).round(mode="half_away_from_zero").cast(pl.Int64())


def is_suppressed(column: str) -> pl.Expr:
    """The publisher holds this figure back."""
    return _bare(column).str.to_lowercase().is_in(list(SUPPRESSED)).fill_null(False)


def is_absent(column: str) -> pl.Expr:
    """The publisher says that there is no figure, or leaves the cell blank."""
    marked = _bare(column).str.to_lowercase().is_in(list(ABSENT))
    return pl.col(column).is_null() | marked.fill_null(False)


def is_unreadable(column: str) -> pl.Expr:
    """Something stands there that is neither a figure nor a known mark."""
    known = figure(column).is_not_null() | is_suppressed(column) | is_absent(column)
    return ~known
