"""A chart as the product hands it over: drawn twice, described, and with the table behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from carewright_engine.charts.scales import Number, Unit, finite
from carewright_engine.charts.svg import Drawing, rect, words, written
from carewright_engine.charts.text import LINE, plain, wrapped

Cell = str | int | float | None
Width = Literal[480, 680, 1000]
"""Half a page, two thirds, the whole."""

NARROW: Final = 328
"""What a telephone 360 px wide leaves between its margins."""

Tone = str
"""A class that gives a colour: cat-1 to 6, seq-1 to 5, grade-0 to 6, muted, hollow."""

PUBLIC: Final[Tone] = "cat-1"
FOCUS: Final[Tone] = "cat-2"  # the one that you are looking at
VOLUNTARY: Final[Tone] = "cat-3"
PRIVATE: Final[Tone] = "cat-6"
OTHERS: Final[Tone] = "muted"
UNKNOWN: Final[Tone] = "hollow"

_SAID_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a figure: what is drawn, and how to read it."""

    name: str
    """Names the figure within a page or report; ids inside the SVG come from it."""
    title: str
    description: str = ""
    """For those who do not see the picture. Left empty, the figures are said one by one."""
    how_to_read: str = ""


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One line of a key: a mark, its tone and what it stands for."""

    mark: Literal["square", "circle", "line", "dashes", "level", "diamond"]
    tone: Tone
    words: str


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The same figures as the picture, for those who read or reckon rather than look."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    units: tuple[Unit, ...] = ()
    """One for each column, or none at all."""

    def in_words(self) -> tuple[tuple[str, ...], ...]:
        """Each cell as a reader sees it: 1,250, £22.05, not known."""
        return tuple(
            tuple(self._said(column, cell) for column, cell in enumerate(row)) for row in self.rows
        )

    def counts(self) -> tuple[bool, ...]:
        """Which columns hold figures, and so are set to the right."""
        return tuple(
            any(isinstance(row[column], int | float) for row in self.rows)
            or (bool(self.rows) and all(row[column] is None for row in self.rows))
            for column in range(len(self.columns))
        )

    def _said(self, column: int, cell: Cell) -> str:
        unit = self.units[column] if column < len(self.units) else Unit()
        return cell if isinstance(cell, str) else unit.say(cell)


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: two drawings to choose from by width, words for those who do not see, a table."""

    name: str
    title: str
    description: str
    wide: str
    narrow: str
    table: ChartTable
    how_to_read: str = ""
    key: tuple[KeyItem, ...] = ()
    """The key is drawn in both pictures already; here it is once more for other renderings."""


def picture(
    caption: Caption,
    table: ChartTable,
    draw: Callable[[float], Drawing],
    *,
    wide: Width,
    key: Sequence[KeyItem] = (),
    is_empty: bool = False,
) -> Picture:
    """Draws a figure at both widths, or says in words that there is nothing to draw."""
    drawn = _nothing_to_draw if is_empty else draw
    title = plain(caption.title) or plain(caption.name) or "Figure"
    description = plain(caption.description) or ("Nothing to draw." if is_empty else said(table))

    def form(size: float, kind: str) -> str:
        return written(
            drawn(size), name=caption.name, form=kind, title=title, description=description
        )

    return Picture(
        name=caption.name,
        title=title,
        description=description,
        wide=form(wide, "wide"),
        narrow=form(NARROW, "narrow"),
        table=table,
        how_to_read=caption.how_to_read,
        key=() if is_empty else tuple(key),
    )


def said(table: ChartTable) -> str:
    """The table as sentences, the first dozen rows of it."""
    lines = [_row_said(table, row) for row in table.in_words()[:_SAID_AT_MOST]]
    left = len(table.rows) - len(lines)
    more = f" And {left} more, in the table." if left > 0 else ""
    return f"{'; '.join(lines)}.{more}" if lines else "No figures."


def _row_said(table: ChartTable, row: tuple[str, ...]) -> str:
    if len(row) == 2:
        return f"{plain(row[0])}: {plain(row[1])}"
    pairs = zip(table.columns[1:], row[1:], strict=True)
    figures = ", ".join(f"{plain(column)} {plain(cell)}" for column, cell in pairs if cell)
    return f"{plain(row[0])}: {figures}"


def cell(value: Number) -> Cell:
    """A figure for the table: what could not be drawn is not known there either."""
    return value if finite(value) is not None else None


def _nothing_to_draw(width: float) -> Drawing:
    explained = wrapped("No figures were given for this chart.", width - 48)
    lines = tuple(
        words(24, 52 + LINE * index, line, "quiet") for index, line in enumerate(explained)
    )
    height = 52 + LINE * len(lines)
    box = rect(1, 1, width - 2, height - 2, "unknown")
    return Drawing(width, height, (box, words(24, 34, "Nothing to draw", "strong"), *lines))
