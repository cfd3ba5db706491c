"""The parts that a section of an analysis is laid out from, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from carewright.ui import rows as ui

Layout = Literal["g21", "g2", "g1"]
"""Two thirds and one, two halves, or the whole width."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its table, source and file."""

    kind: ClassVar = "chart"
    figure: ui.Figure


@dataclass(frozen=True, slots=True)
class Table:
    """A table with what must be known to read it; a folded one is closed until asked for."""

    kind: ClassVar = "table"
    grid: ui.Grid
    note: str = ""
    source: ui.Link | None = None
    csv: ui.Link | None = None
    folded: bool = False
    narrow: bool = False  # in a third of the page, where figures must not be broken


@dataclass(frozen=True, slots=True)
class Facts:
    """Small headings with what is so."""

    kind: ClassVar = "facts"
    facts: tuple[ui.Fact, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A few sentences under a heading of their own; `strong` is what they come to."""

    kind: ClassVar = "prose"
    words: str
    heading: str = ""
    strong: str = ""
    after: str = ""
    links: tuple[ui.Link, ...] = ()
    source: ui.Link | None = None


@dataclass(frozen=True, slots=True)
class CallOut:
    """How to read figures with care, or what is out of the ordinary."""

    kind: ClassVar = "call"
    heading: str
    words: tuple[str, ...]
    source: ui.Link | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not known, as large as it would be."""

    kind: ClassVar = "missing"
    unknown: ui.Unknown


@dataclass(frozen=True, slots=True)
class Filling:
    """What would fill a gap, each with the way to give it."""

    kind: ClassVar = "filling"
    ways: tuple[tuple[str, ui.Link], ...]


Block = Chart | Table | Facts | Prose | CallOut | Missing | Filling


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks side by side; on a telephone one beneath the other."""

    cells: tuple[tuple[Block, ...], ...]
    layout: Layout = "g21"


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One dimension as the page shows it. Its heading is the finding."""

    name: str
    caption: str
    heading: str
    rows: tuple[Row, ...]


def row(*cells: tuple[Block | None, ...], layout: Layout = "g21") -> tuple[Row, ...]:
    """A row of the blocks that there are; an empty cell leaves its room to the others."""
    filled = tuple(
        tuple(block for block in cell if block is not None)
        for cell in cells
        if any(block is not None for block in cell)
    )
    if not filled:
        return ()
    return (Row(filled, layout if len(filled) > 1 else "g1"),)
