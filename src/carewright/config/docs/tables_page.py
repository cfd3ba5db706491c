"""The page of canonical tables: what every reader yields and every analysis takes."""

from __future__ import annotations

from carewright.config.docs.markdown import code, page, table, yes
from carewright_engine.tables.columns import Column, Table
from carewright_engine.tables.schemas import TABLES

INTRODUCTION = (
    "Every published file is turned into these tables; [kinds of file](kinds.md) says which kind "
    "fills which. The columns that together name one row are marked as its key. An empty cell "
    "always means not known: never nought, and never no. `dataset` and `source_row` lead any row "
    "back to its line of the file it came from."
)


def tables_page() -> str:
    """Each table with its columns, their types, units and keys."""
    return page("Canonical tables", INTRODUCTION, *map(_section, TABLES.values()))


def _section(found: Table) -> str:
    header = ("column", "type", "unit", "key", "required", "meaning")
    rows = map(_row, found.columns)
    return f"## `{found.name}`\n\n{found.meaning}\n\n{table(header, rows)}"


def _row(column: Column) -> tuple[str, ...]:
    return (
        code(column.name),
        str(column.dtype),
        column.unit,
        yes(column.key),
        yes(column.required),
        column.meaning,
    )
