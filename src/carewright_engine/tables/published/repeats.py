"""A figure given twice is counted once."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from carewright_engine.tables.issues import rows_where


def repeated(rows: pl.DataFrame, key: Sequence[str], words: str) -> pl.DataFrame:
    """An issue for each row that gives again what an earlier row gave."""
    again = ~pl.struct(key).is_first_distinct()
    column = key[0]
    return rows_where(
        rows,
        again,
        column=column,
        reason=f"an earlier row already gives this {words}",
        mend="Keep the row that is right and remove the other.",
    )
