"""What a canonical table is: named columns with a meaning, a unit and a type."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a canonical table.

    `meaning` is the domain fact in words an analyst would use; `unit` is empty for names,
    codes and flags. A column that is not `required` may hold null, and null always means
    "not known": never zero and never "no".
    """

    name: str
    dtype: pl.DataType
    meaning: str
    unit: str = ""
    required: bool = False
    key: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A canonical table, engine-neutral: its types map one to one to Arrow types."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pl.Schema:
        """Column names and types in their order, as Polars wants them."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that together name one row."""
        return tuple(column.name for column in self.columns if column.key)

    def empty(self) -> pl.DataFrame:
        """A frame of this table without rows."""
        return pl.DataFrame(schema=self.schema)

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The same rows with exactly this table's columns, in order; absent ones are null."""
        present = set(frame.columns)
        return frame.select(
            (pl.col(c.name) if c.name in present else pl.lit(None).alias(c.name)).cast(c.dtype)
            for c in self.columns
        )
