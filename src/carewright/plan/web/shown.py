"""A part of a decision under its own heading, for the page and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carewright.govern.api import Part, Table
from carewright.ui.rows import Grid, GridCell


@dataclass(frozen=True, slots=True)
class Shown:
    """One part under its own heading; a table's cells may lead somewhere."""

    anchor: str
    heading: str
    facts: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()


def printed(parts: tuple[Shown, ...]) -> tuple[Part, ...]:
    """The same parts for paper: cells without links, a further table under its own heading."""
    return tuple(each for shown in parts for each in _on_paper(shown))


def _on_paper(shown: Shown) -> Iterator[Part]:
    tables = [_table(each) for each in shown.grids if each.rows]
    first = tables[0] if tables else None
    yield Part(shown.anchor, shown.heading, shown.facts, shown.paragraphs, first)
    for number, table in enumerate(tables[1:], start=2):
        yield Part(f"{shown.anchor}-{number}", table.caption, table=table)


def _table(grid: Grid) -> Table:
    rows = tuple(tuple(map(_plain, row)) for row in grid.rows)
    return Table(grid.caption, tuple(each.heading for each in grid.columns), rows)


def _plain(cell: str | GridCell) -> str:
    if isinstance(cell, str):
        return cell
    said = (cell.tag.text if cell.tag else "", cell.text, cell.beneath)
    return ". ".join(filter(None, said))
