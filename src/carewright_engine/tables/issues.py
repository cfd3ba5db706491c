"""Rows that a person should look at: which, where, why, and how to mend them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import polars as pl

from carewright_engine.tables.cells import is_not_applicable
from carewright_engine.tables.reading import ROW_ISSUES, UnreadableFile

MOST: Final = 0.5  # when more than this share of a key column is nonsense, the file is refused
EXAMPLES: Final = 3
ENOUGH: Final = 3_000  # rows that show what a column holds


def rows_where(
    rows: pl.DataFrame, wrong: pl.Expr, *, column: str, reason: str, mend: str
) -> pl.DataFrame:
    """One issue for each row for which `wrong` holds; `column` is the file's own header."""
    value = pl.col(column) if column in rows.columns else pl.lit(None, pl.String)
    judged = rows.select("source_row", value.cast(pl.String).alias("value"), wrong=wrong)
    return judged.filter("wrong").select(
        pl.col("source_row").cast(pl.Int64),
        pl.lit(column).alias("column"),
        "value",
        pl.lit(reason).alias("reason"),
        pl.lit(mend).alias("mend"),
    )


def together(found: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """All issues in the order of the file; a row may have several."""
    frames = [ROW_ISSUES.to_frame(), *found]
    return pl.concat(frames).sort("source_row", "column", maintain_order=True)


def rows_with_issues(issues: pl.DataFrame) -> int:
    """How many rows the issues are about, each counted once."""
    return issues["source_row"].n_unique()


def refuse_nonsense(rows: pl.DataFrame, column: str, sound: pl.Expr, words: str) -> None:
    """Refuse the whole file when most of a key column cannot be what its name says.

    Two columns whose names were swapped are noticed here and nowhere else. A few thousand rows
    from all over the file are looked at first, and all of them only when most of those are odd.
    """
    some = rows.select(column, "source_row").gather_every(rows.height // ENOUGH + 1)
    if not _mostly_strange(*_filled_and_strange(some, column, sound)):
        return
    filled, strange = _filled_and_strange(rows, column, sound)
    if not _mostly_strange(filled, strange):
        return
    examples = ", ".join(f'"{value}"' for value in strange[column].head(EXAMPLES))
    raise UnreadableFile(
        f'The column "{column}" should hold {words}, but {strange.height:,} of '
        f"{filled.height:,} rows hold something else, such as {examples} (row "
        f"{strange['source_row'][0]}). Perhaps two columns are swapped: check the column names, "
        "or choose the right column."
    )


def _filled_and_strange(
    rows: pl.DataFrame, column: str, sound: pl.Expr
) -> tuple[pl.DataFrame, pl.DataFrame]:
    judged = rows.select(column, "source_row", sound=sound.fill_null(False))
    filled = judged.filter(pl.col(column).is_not_null() & ~is_not_applicable(column))
    return filled, filled.filter(~pl.col("sound"))


def _mostly_strange(filled: pl.DataFrame, strange: pl.DataFrame) -> bool:
    return strange.height > filled.height * MOST
