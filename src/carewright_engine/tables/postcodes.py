"""Postcodes as published, in one spelling."""

from __future__ import annotations

from typing import Final

import polars as pl

FULL: Final = r"^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$"


def postcode(column: str) -> pl.Expr:
    """Upper case with one space; null when it is not a whole postcode."""
    squashed = pl.col(column).str.to_uppercase().str.replace_all(r"[^A-Z0-9]", "")
    spaced = squashed.str.replace(r"^(.{2,4})(.{3})$", "${1} ${2}")
    return pl.when(spaced.str.contains(FULL)).then(spaced)
