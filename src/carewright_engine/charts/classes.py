"""A figure's class on a map: at most five, with round limits, from pale (less) to deep (more)."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from carewright_engine.charts.picture import KeyItem, Tone
from carewright_engine.charts.scales import NOT_KNOWN, Number, Unit, finite, known, ticks

AT_MOST: Final = 5
_TONES: Final[dict[int, tuple[Tone, ...]]] = {
    1: ("seq-3",),
    2: ("seq-2", "seq-4"),
    3: ("seq-1", "seq-3", "seq-5"),
    4: ("seq-1", "seq-2", "seq-4", "seq-5"),
    5: ("seq-1", "seq-2", "seq-3", "seq-4", "seq-5"),
}


@dataclass(frozen=True, slots=True)
class Classes:
    """Limits between classes; a figure at a limit belongs to the class above it."""

    limits: tuple[float, ...]
    unit: Unit

    def tone(self, value: Number) -> Tone:
        figure = finite(value)
        if figure is None:
            return "unknown"
        return _TONES[len(self.limits) + 1][bisect.bisect_right(self.limits, figure)]

    def key(self, values: Iterable[Number]) -> tuple[KeyItem, ...]:
        """Each class in words, and not known where that occurs."""
        figures = list(values)
        tones = _TONES[len(self.limits) + 1]
        items = [
            KeyItem("square", f"{tone} border", text)
            for tone, text in zip(tones, self._in_words(), strict=True)
        ]
        if any(finite(value) is None for value in figures):
            items.append(KeyItem("square", "unknown", NOT_KNOWN))
        return tuple(items)

    def _in_words(self) -> list[str]:
        if not self.limits:
            return ["known"]
        said = [self.unit.say(limit) for limit in self.limits]
        between = [f"{low} to under {high}" for low, high in pairwise(said)]
        return [f"under {said[0]}", *between, f"{said[-1]} and over"]


def classed(values: Iterable[Number], unit: Unit, limits: Sequence[float] | None = None) -> Classes:
    """Classes with the limits given, or with round ones of equal width."""
    if limits is not None:
        given = sorted(set(known(limits)))[: AT_MOST - 1]
        return Classes(tuple(given), unit)
    figures = known(values)
    if not figures or min(figures) == max(figures):
        return Classes((), unit)
    for most in (6, 5, 4, 3):
        steps = ticks(min(figures), max(figures), most=most)
        if len(steps) - 2 < AT_MOST:
            return Classes(tuple(steps[1:-1]), unit)
    return Classes((), unit)
