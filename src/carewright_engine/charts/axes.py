"""Axes with as little on them as reading needs: a muted grid, round figures, no frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from carewright_engine.charts.labels import Box, text_box
from carewright_engine.charts.scales import Linear, Unit, ticks
from carewright_engine.charts.svg import Anchor, line, words
from carewright_engine.charts.text import plain, shortened, width

_TO_GRID: Final = 7.0
_BETWEEN_WORDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Upright:
    """The upright axis of a plot: its scale, its grid, and the words to the left of it."""

    scale: Linear
    left: float
    marks: tuple[str, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place along the foot of a plot, and the words under it."""

    x: float
    text: str


def upright(
    low: float, high: float, unit: Unit, *, top: float, bottom: float, right: float, most: int = 6
) -> Upright:
    """A grid from round figures at or below the lowest to at or above the highest."""
    steps = ticks(low, high, most=most)
    step = steps[1] - steps[0] if len(steps) > 1 else 0.0
    largest = max(abs(steps[0]), abs(steps[-1]))
    said = [_said(value, step, unit, largest, is_last=value == steps[-1]) for value in steps]
    scale = Linear(steps[0], steps[-1], bottom, top)
    left = max(width(text) for text in said) + _TO_GRID
    marks: list[str] = []
    boxes: list[Box] = []
    for value, text in zip(steps, said, strict=True):
        y = scale(value)
        marks.append(line(left, y, right, y, "axis" if value == 0 else "grid"))
        marks.append(words(left - _TO_GRID, y + 5, text, "quiet", "end"))
        boxes.append(text_box(left - _TO_GRID, y + 5, text, "end"))
    return Upright(scale, left, tuple(marks), tuple(boxes))


def axis_note(low: float, unit: Unit) -> str:
    """An axis that does not start at nought says so."""
    return "" if low == 0 else f"The axis starts at {unit.say(low)}."


def foot(
    places: Sequence[Tick], y: float, *, width_of_figure: float, keep_last: bool = True
) -> tuple[str, ...]:
    """Words under a plot, as many as stand clear of each other; the first and last if they can."""
    drawn: list[str] = []
    taken: list[Box] = []
    for tick in _in_turn(places, keep_last):
        text = shortened(plain(tick.text), width_of_figure * 0.5)
        x, anchor = _held_inside(tick.x, text, width_of_figure)
        box = text_box(x, y, text, anchor)
        if text and not any(box.grown(_BETWEEN_WORDS / 2).overlaps(other) for other in taken):
            taken.append(box.grown(_BETWEEN_WORDS / 2 - 1))
            drawn.append(words(x, y, text, "quiet", anchor))
    return tuple(drawn)


def _in_turn(places: Sequence[Tick], keep_last: bool) -> list[Tick]:
    """Every tick; where they crowd, every second, third ... so that what is left is even."""
    if len(places) < 3:
        return list(places)
    gaps = [abs(b.x - a.x) for a, b in pairwise(places)]
    gap = min(gaps) or 1.0
    needed = max(width(plain(tick.text)) for tick in places) + _BETWEEN_WORDS
    every = max(int(-(-needed // gap)), 1)
    # Few and uneven ticks are tried one by one; an even run is thinned evenly.
    if every == 1 or (len(places) <= 8 and max(gaps) - gap > 1):
        ends = [places[0], places[-1]] if keep_last else [places[0]]
        return [*ends, *(tick for tick in places if tick not in ends)]
    return list(places[::every])


def _held_inside(x: float, text: str, room: float) -> tuple[float, Anchor]:
    half = width(text) / 2
    if x - half < 0:
        return 0.0, "start"
    if x + half > room:
        return room, "end"
    return x, "middle"


def _said(value: float, step: float, unit: Unit, largest: float, *, is_last: bool) -> str:
    """What comes after the figure stands at the top one only; money keeps its sign on each."""
    return (unit if is_last else Unit(unit.before)).short(value, step, largest)


def round_years(years: Sequence[float], pixels_a_year: float) -> list[float]:
    """Years to name: all where they fit, or every second, fifth, tenth and so on."""
    needed = width("2000") + _BETWEEN_WORDS
    steps = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
    step = next((step for step in steps if step * pixels_a_year >= needed), 1000)
    return [year for year in years if year % step == 0] or list(years[:1])
