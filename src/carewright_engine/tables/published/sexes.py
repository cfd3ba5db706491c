"""How publishers write sex, and how the canonical tables do."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where

SEXES: Final = {
    "female": "female",
    "females": "female",
    "f": "female",
    "women": "female",
    "male": "male",
    "males": "male",
    "m": "male",
    "men": "male",
    "all": "all",
    "all sexes": "all",
    "all people": "all",
    "persons": "all",
    "person": "all",
    "people": "all",
    "both": "all",
    "both sexes": "all",
    "total": "all",
    "p": "all",
    "not known / unspecified": "not_known",
    "not known": "not_known",
    "unknown": "not_known",
    "unspecified": "not_known",
}


def with_sex(rows: pl.DataFrame, header: str | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with `sex` (all when the file does not divide), and an issue for each odd one."""
    if header is None:
        return rows.with_columns(sex=pl.lit("all")), rows_where(
            rows, pl.lit(False), column="", reason="", mend=""
        )
    written = pl.col(header).str.strip_chars().str.to_lowercase()
    known = written.replace_strict(SEXES, default=None, return_dtype=pl.String())
    placed = rows.with_columns(sex=known)
    issues = rows_where(
        placed,
        pl.col("sex").is_null(),
        column=header,
        reason="this is not a sex that is known",
        mend="Write female, male or all.",
    )
    return placed, issues


def together(population: pl.DataFrame) -> pl.DataFrame:
    """Rows for both sexes together where a kind of area has them on a day, else every row."""
    both = population.filter(pl.col("sex") == "all")
    days = both.select("area_kind", "on").unique()
    apart = population.filter(pl.col("sex") != "all").join(days, on=["area_kind", "on"], how="anti")
    return pl.concat([both, apart])
