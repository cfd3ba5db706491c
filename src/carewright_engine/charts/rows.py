"""Rows with a name each: the name stands beside its marks, or above them on a telephone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.scales import Number, Unit, finite
from carewright_engine.charts.svg import paragraph
from carewright_engine.charts.text import LINE, fits, plain, shortened, widest, wrapped

_NARROWEST_BESIDE: Final = 420.0
_NAMES_AT_MOST: Final = 0.36
_BETWEEN: Final = 11.0
_TO_NAME: Final = 12.0
_OTHER_FACES: Final = 1.025  # Arial, in a saved file, sets some names a little wider
NO_NAME: Final = "(no name)"


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the marks of each row go."""

    left: float
    tops: tuple[float, ...]
    bottom: float
    marks: tuple[str, ...]
    """The names, drawn."""


def laid_out(
    names: Sequence[str],
    width: float,
    *,
    top: float,
    thick: float | Sequence[float],
    quiet: Sequence[bool] = (),
    to_right: bool = True,
    first: float = 20.0,
) -> Rows:
    """The names placed, and the top of each row's marks; a row is as high as it needs.

    High marks are named at the middle of their first line, a single bar at its own middle.
    """
    heights = [thick] * len(names) if isinstance(thick, int | float) else list(thick)
    looks = ["quiet" if flag else "" for flag in quiet] or [""] * len(names)
    clean = [plain(name) or NO_NAME for name in names]
    if is_narrow(width):
        return _names_above(clean, width, top, heights, looks)
    return _names_beside(clean, width, top, heights, looks, to_right, first)


def told(unit: Unit, value: Number, room: float) -> str:
    """The figure as fully as the room allows."""
    known = finite(value)
    if known is None:
        return shortened(unit.say(value), room)
    short = Unit(unit.before, unit.after).short(known, abs(known) / 10)
    tries = (unit.say(known), short, f"{known:.1e}")
    fitting = (said for said in tries if fits(said, room, bold=True))
    return next(fitting, shortened(tries[-1], room, bold=True))


def is_narrow(width: float) -> bool:
    return width < _NARROWEST_BESIDE


def left_of_marks(names: Sequence[str], width: float) -> float:
    """Where marks begin: after the longest name, or at the edge where names stand above."""
    if is_narrow(width):
        return 0.0
    lines = [line for name in names for line in _beside(plain(name) or NO_NAME, width)]
    return widest(lines) * _OTHER_FACES + _TO_NAME


def _beside(name: str, width: float) -> tuple[str, ...]:
    return wrapped(name, width * _NAMES_AT_MOST)


def _names_beside(
    names: list[str],
    width: float,
    top: float,
    heights: list[float],
    looks: list[str],
    to_right: bool,
    first: float,
) -> Rows:
    left = left_of_marks(names, width)
    tops: list[float] = []
    marks: list[str] = []
    y = top
    for name, high, look in zip(names, heights, looks, strict=True):
        lines = _beside(name, width)
        room = max(high, LINE * len(lines) if len(lines) > 1 else high)
        anchor = y + first / 2 if high > 24 else y + room / 2
        baseline = anchor + 5 - LINE * (len(lines) - 1) / 2
        x = left - _TO_NAME if to_right else 0.0
        marks += paragraph(x, max(baseline, y + 12), lines, look, "end" if to_right else "start")
        tops.append(y if high > 24 else y + (room - high) / 2)
        y += room + _BETWEEN
    return Rows(left, tuple(tops), max(y - _BETWEEN, top), tuple(marks))


def _names_above(
    names: list[str], width: float, top: float, heights: list[float], looks: list[str]
) -> Rows:
    tops: list[float] = []
    marks: list[str] = []
    y = top
    for name, high, look in zip(names, heights, looks, strict=True):
        lines = wrapped(name, width)
        marks += paragraph(0, y + 13, lines, look)
        y += LINE * len(lines) + 2
        tops.append(y)
        y += high + _BETWEEN
    return Rows(0.0, tuple(tops), max(y - _BETWEEN, top), tuple(marks))
