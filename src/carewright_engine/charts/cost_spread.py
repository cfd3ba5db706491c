"""How costs spread: from the lowest to the highest, with the middle half as a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.axes import Tick, axis_note, foot
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.picture import (
    FOCUS,
    Caption,
    Cell,
    ChartTable,
    KeyItem,
    Picture,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import Rows, is_narrow, laid_out
from carewright_engine.charts.scales import (
    NOT_KNOWN,
    Linear,
    Number,
    Unit,
    finite,
    known,
    quantile,
    ticks,
)
from carewright_engine.charts.svg import Drawing, circle, diamond, line, rect, words
from carewright_engine.charts.text import LINE, width

_HIGH: Final = 22.0
_WORDS: Final = 17.0
_DOTS_AT_MOST: Final = 40
_FROM_NOUGHT_BELOW: Final = 0.3


@dataclass(frozen=True, slots=True)
class CostRow:
    """One row: what each provider asks, and the figure to set against it, such as our own rate."""

    name: str
    values: tuple[Number, ...]
    marked: Number = None


@dataclass(frozen=True, slots=True)
class FiveFigures:
    """Lowest, lower quarter, middle, upper quarter, highest."""

    low: float
    lower: float
    middle: float
    upper: float
    high: float


def five_figures(values: Sequence[Number]) -> FiveFigures | None:
    """The spread of what is known; None where nothing is."""
    ordered = sorted(known(values))
    if not ordered:
        return None
    return FiveFigures(*(quantile(ordered, share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)))


def cost_spread(
    caption: Caption,
    rows: Sequence[CostRow],
    *,
    unit: Unit | None = None,
    marked_is: str = "Our rate",
    rows_are: str = "Service",
    wide: Width = 680,
) -> Picture:
    """A strip for each row: a line over all, a bar over the middle half, a tick at the middle."""
    unit = unit or Unit("£", places=2)
    key = _key(rows, marked_is)
    return picture(
        caption,
        _table(rows, unit, rows_are, marked_is),
        lambda size: _drawn(rows, unit, size, key),
        wide=wide,
        key=key,
        is_empty=not rows,
    )


def _key(rows: Sequence[CostRow], marked_is: str) -> tuple[KeyItem, ...]:
    items = (
        KeyItem("square", "seq-2", "middle half"),
        KeyItem("circle", "hollow", "one price"),
        KeyItem("diamond", FOCUS, marked_is),
    )
    return items if any(finite(row.marked) is not None for row in rows) else items[:2]


def _drawn(rows: Sequence[CostRow], unit: Unit, size: float, key: Sequence[KeyItem]) -> Drawing:
    heading = drawn_key(key, size)
    names = [row.name for row in rows]
    high = _WORDS + _HIGH + (_WORDS if len(key) == 3 else 0)
    named_at = 2 * _WORDS + _HIGH
    body = laid_out(names, size, top=heading.height, thick=high, first=named_at)
    low, top, steps = _range(rows)
    scale = Linear(low, top, body.left + 8, size - 14)
    bottom = body.bottom + 4
    marks = [*heading.marks, *_grid(steps, scale, body, high, size)]
    marks += body.marks
    for row, y in zip(rows, body.tops, strict=True):
        marks += _strip(row, unit, scale, y, size)
    feet = [Tick(scale(step), unit.short(step, steps[1] - steps[0], top)) for step in steps]
    marks += foot(feet, bottom + 18, width_of_figure=size)
    bottom += 26
    for note in _notes(rows, axis_note(low, unit)):
        bottom += LINE
        marks.append(words(0, bottom - 4, note, "quiet"))
    return Drawing(size, bottom, tuple(marks))


def _notes(rows: Sequence[CostRow], axis: str) -> list[str]:
    unknown = sum(finite(value) is None for row in rows for value in row.values)
    return [note for note in (axis, f"Prices not known: {unknown}." if unknown else "") if note]


def _grid(steps: Sequence[float], scale: Linear, body: Rows, high: float, size: float) -> list[str]:
    """Upright lines from top to bottom; on a telephone they leave the names clear."""
    spans = [(top, top + high) for top in body.tops]
    if not is_narrow(size):
        spans = [(spans[0][0], spans[-1][1])]
    return [
        line(scale(step), start, scale(step), end, "grid") for start, end in spans for step in steps
    ]


def _strip(row: CostRow, unit: Unit, scale: Linear, top: float, size: float) -> list[str]:
    """The strip, the middle figure above it and the marked one below."""
    spread = five_figures(row.values)
    middle = top + _WORDS + _HIGH / 2
    marks: list[str] = []
    if spread is None:
        marks.append(rect(scale.start, middle - 11, width(NOT_KNOWN) + 16, 22, "unknown"))
        marks.append(words(scale.start + 8, middle + 5, NOT_KNOWN, "quiet"))
    else:
        marks += _box(spread, row, scale, middle)
        said = unit.say(spread.middle)
        marks.append(_figure(scale, spread.middle, top + 13, said, "strong halo", size))
    marked = finite(row.marked)
    if marked is not None:
        marks.append(diamond(scale(marked), middle, 7, f"{FOCUS} rim"))
        y = middle + _HIGH / 2 + 13
        marks.append(_figure(scale, marked, y, unit.say(marked), "word-2 halo", size))
    return marks


def _figure(scale: Linear, value: float, y: float, text: str, look: str, size: float) -> str:
    """A figure centred over its mark, held between the names and the edge of the picture."""
    half = width(text, bold=True) / 2
    x = min(max(scale(value), scale.start - 8 + half), size - half)
    return words(x, y, text, look, "middle")


def _box(spread: FiveFigures, row: CostRow, scale: Linear, middle: float) -> list[str]:
    marks = [line(scale(spread.low), middle, scale(spread.high), middle, "whisker")]
    lower, upper = scale(spread.lower), scale(spread.upper)
    marks.append(rect(lower, middle - _HIGH / 2 + 3, max(upper - lower, 1), _HIGH - 6, "seq-2"))
    figures = known(row.values)
    if len(figures) <= _DOTS_AT_MOST:
        marks += [circle(scale(value), middle, 3.2, "hollow") for value in sorted(figures)]
    x = scale(spread.middle)
    marks.append(line(x, middle - _HIGH / 2, x, middle + _HIGH / 2, "middle"))
    return marks


def _range(rows: Sequence[CostRow]) -> tuple[float, float, list[float]]:
    figures = known(value for row in rows for value in (*row.values, row.marked))
    low, high = min(figures, default=0.0), max(figures, default=1.0)
    start = low if low > high * _FROM_NOUGHT_BELOW else min(low, 0.0)
    steps = ticks(start, high, most=6)
    return steps[0], steps[-1], steps


def _table(rows: Sequence[CostRow], unit: Unit, rows_are: str, marked_is: str) -> ChartTable:
    columns = (rows_are, "Prices", "Lowest", "Lower quarter", "Middle", "Upper quarter", "Highest")
    has_marked = any(row.marked is not None for row in rows)
    body: list[tuple[Cell, ...]] = []
    for row in rows:
        spread = five_figures(row.values)
        figures: tuple[Cell, ...] = (None,) * 5
        if spread:
            figures = (spread.low, spread.lower, spread.middle, spread.upper, spread.high)
        marked = (cell(row.marked),) if has_marked else ()
        body.append((row.name, len(known(row.values)), *figures, *marked))
    heads = (*columns, marked_is) if has_marked else columns
    return ChartTable(heads, tuple(body), (Unit(), Unit(), *(unit for _ in heads[2:])))
