"""Steps from one level to another: what adds to it, what takes away, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from carewright_engine.charts.axes import axis_note, upright
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.line_plot import Reference
from carewright_engine.charts.picture import (
    FOCUS,
    OTHERS,
    PUBLIC,
    Caption,
    ChartTable,
    KeyItem,
    Picture,
    Tone,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import NO_NAME, laid_out, told
from carewright_engine.charts.scales import Linear, Number, Unit, finite, known, ticks
from carewright_engine.charts.svg import Drawing, line, paragraph, rect, words
from carewright_engine.charts.text import LINE, plain, width, wrapped

THICK: Final = 20.0
_PLOT: Final = 200.0
_TO_FIGURE: Final = 7.0
_WORDS_AT_MOST: Final = 120.0
_FILLED: Final = 0.82
_UNKNOWN: Final = 26.0
_FROM_NOUGHT_BELOW: Final = 0.6
_LESS: Final[Tone] = "cat-4"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a level to start from, a change, the level reached, or one to set beside it.

    The level reached is reckoned from the steps before it; its own figure is left out.
    """

    name: str
    value: Number = None
    kind: Literal["level", "change", "reached", "beside"] = "change"
    tone: Tone = ""
    """Left empty: changes up and down, levels reached and levels beside have a tone each."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A step with the two figures between which it is drawn; none: not known."""

    name: str
    value: float | None
    span: tuple[float, float] | None
    tone: Tone
    is_change: bool
    is_signed: bool
    """A change of a level that stood before says + or −; a part of a whole does not."""


def waterfall(
    caption: Caption,
    steps: Sequence[Step],
    *,
    unit: Unit | None = None,
    level: Reference | None = None,
    lying: bool = False,
    rows_are: str = "Step",
    figures_are: str = "Figure",
    wide: Width = 1000,
) -> Picture:
    """Columns that begin where the last one ended; lying down, or where they do not fit, bars."""
    unit = unit or Unit()
    drawn = _placed(steps)
    level = level if level and finite(level.value) is not None else None
    key = (KeyItem("level", "ref", level.words),) if level else ()

    def draw(size: float) -> Drawing:
        if lying or not _fits(drawn, unit, size):
            return _lying(drawn, unit, level, size, key)
        return _standing(drawn, unit, level, size, key)

    table = ChartTable(
        (rows_are, figures_are), tuple((each.name, cell(each.value)) for each in drawn),
        (Unit(), unit),
    )  # fmt: skip
    return picture(caption, table, draw, wide=wide, key=key, is_empty=not drawn)


def _placed(steps: Sequence[Step]) -> tuple[_Drawn, ...]:
    """Each step between two figures. After a change that is not known, no level is known."""
    is_from_level = bool(steps) and steps[0].kind == "level"
    at: float | None = 0.0
    found = []
    for step in steps:
        value = finite(at if step.kind == "reached" else step.value)
        start = at if step.kind == "change" else 0.0
        end = finite(value + start) if value is not None and start is not None else None
        span = (start, end) if start is not None and end is not None else None
        tone, is_change = _tone(step, value), step.kind == "change"
        is_signed = is_change and is_from_level
        found.append(_Drawn(step.name, value, span, tone, is_change, is_signed))
        if step.kind != "beside":
            at = end
    return tuple(found)


def _tone(step: Step, value: float | None) -> Tone:
    if step.tone or step.kind != "change":
        return step.tone or (OTHERS if step.kind == "beside" else PUBLIC)
    return _LESS if value is not None and value < 0 else FOCUS


def _said(step: _Drawn, unit: Unit) -> str:
    figure = told(unit, step.value, _WORDS_AT_MOST)
    return f"+{figure}" if step.is_signed and step.value is not None and step.value > 0 else figure


def _range(steps: Sequence[_Drawn], level: Reference | None) -> tuple[float, float]:
    """From nought, unless everything happens far above it and would look alike."""
    ends = [step.span[1] for step in steps if step.span]
    ends += [step.span[0] for step in steps if step.span and step.is_change]
    ends += known([level.value]) if level else []
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    if low > high * _FROM_NOUGHT_BELOW and low < high:
        return max(low - (high - low) * 0.3, 0.0), high
    return min(low, 0.0), max(high, 0.0)


def _lying(
    steps: Sequence[_Drawn],
    unit: Unit,
    level: Reference | None,
    size: float,
    key: Sequence[KeyItem],
) -> Drawing:
    heading = drawn_key(key, size)
    body = laid_out([step.name for step in steps], size, top=heading.height, thick=THICK)
    room = max(width(_said(step, unit), bold=True) for step in steps) + _TO_FIGURE + 1
    low, high = _range(steps, level)
    low = ticks(low, high)[0] if low > 0 else low
    scale = Linear(low, high if high > low else low + 1.0, body.left, size - room)
    marks = [*heading.marks, *body.marks]
    for step, top in zip(steps, body.tops, strict=True):
        marks += [line(x, top - 3, x, top + THICK + 3, "ref") for x in _level_at(level, scale)]
        marks += _bar(step, unit, scale, top)
    note = axis_note(low, unit) if low > 0 else ""
    bottom = body.bottom + (LINE + 4 if note else 4)
    if note:
        marks.append(words(0, bottom - 4, note, "quiet"))
    return Drawing(size, bottom, tuple(marks))


def _bar(step: _Drawn, unit: Unit, scale: Linear, top: float) -> tuple[str, str]:
    said = _said(step, unit)
    if step.span is None:
        x = scale.start
        box = rect(x + 0.6, top + 0.6, _UNKNOWN, THICK - 1.2, "unknown")
        return box, words(x + _UNKNOWN + _TO_FIGURE, top + 15, said, "quiet")
    left, right = sorted(scale.within(figure) for figure in step.span)
    drawn = rect(left, top, max(right - left, 1), THICK, step.tone)
    return drawn, words(max(right, left + 1) + _TO_FIGURE, top + 15, said, "strong halo")


def _standing(
    steps: Sequence[_Drawn],
    unit: Unit,
    level: Reference | None,
    size: float,
    key: Sequence[KeyItem],
) -> Drawing:
    heading = drawn_key(key, size)
    top = heading.height + LINE + 4
    low, high = _range(steps, level)
    axis = upright(low, high, unit, top=top, bottom=top + _PLOT, right=size, most=5)
    slot = (size - axis.left) / len(steps)
    marks = [*heading.marks, *axis.marks]
    marks += [line(axis.left, y, size, y, "ref") for y in _level_at(level, axis.scale)]
    for place, step in enumerate(steps):
        marks += _column(step, unit, axis.scale, axis.left + slot * place, slot)
    deepest = 1
    for place, step in enumerate(steps):
        lines = _name_lines(step, slot)
        deepest = max(deepest, len(lines))
        middle = axis.left + slot * (place + 0.5)
        marks += paragraph(middle, top + _PLOT + 19, lines, "", "middle")
    bottom = top + _PLOT + 8 + LINE * deepest
    note = axis_note(axis.scale.low, unit) if axis.scale.low > 0 else ""
    if note:
        bottom += LINE
        marks.append(words(0, bottom - 4, note, "quiet"))
    return Drawing(size, bottom, tuple(marks))


def _column(step: _Drawn, unit: Unit, scale: Linear, left: float, slot: float) -> list[str]:
    wide = slot * _FILLED
    start, middle = left + (slot - wide) / 2, left + slot / 2
    if step.span is None:
        high = scale.start - _UNKNOWN
        box = rect(start + 0.6, high, max(wide - 1.2, 2), _UNKNOWN - 1, "unknown")
        return [box, words(middle, high - 6, _said(step, unit), "quiet", "middle")]
    top, bottom = sorted(scale.within(figure) for figure in step.span)
    drawn = rect(start, top, wide, max(bottom - top, 1), step.tone)
    joined = scale.within(step.span[1])
    return [
        drawn,
        line(start + wide, joined, start + slot, joined, "axis") if step.is_change else "",
        words(middle, top - 6, _said(step, unit), "strong halo", "middle"),
    ]


def _level_at(level: Reference | None, scale: Linear) -> list[float]:
    return [scale.within(level.value)] if level else []


def _fits(steps: Sequence[_Drawn], unit: Unit, size: float) -> bool:
    """Every name whole in two lines and every figure within its slot, with an axis beside."""
    slot = (size - 90) / max(len(steps), 1)
    below = any(figure < 0 for step in steps if step.span for figure in step.span)
    figures = all(width(_said(step, unit), bold=True) + 6 <= slot for step in steps)
    return not below and figures and all(_is_whole(step, slot) for step in steps)


def _is_whole(step: _Drawn, slot: float) -> bool:
    return " ".join(_name_lines(step, slot)) == (plain(step.name) or NO_NAME)


def _name_lines(step: _Drawn, slot: float) -> tuple[str, ...]:
    return wrapped(plain(step.name) or NO_NAME, slot - 8, lines=2)
