"""From figures to pixels, and from figures to the words that stand beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

Number = int | float | None
"""A figure, or None where it is not known. Not known is never drawn as zero."""

NOT_KNOWN: Final = "not known"
_LARGEST: Final = 1e200  # beyond this, sums of figures overflow
_SHORT: Final = ((1e12, 1e12, "tn"), (1e9, 1e9, "bn"), (1e6, 1e6, "m"), (1e4, 1e3, "k"))
"""From which size, counted in what, said how."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What figures are counted in: Unit("£", places=2) says £22.05; Unit(after="%") says 46%."""

    before: str = ""
    after: str = ""
    places: int | None = None
    """Decimals always shown. None shows one where a small figure needs it, and none otherwise."""

    def say(self, value: Number) -> str:
        """The figure in full: 1,250 or £22.05 or not known."""
        known = finite(value)
        return NOT_KNOWN if known is None else self._signed(known, _in_full(known, self.places))

    def short(self, value: float, step: float = 0.0, largest: float = 0.0) -> str:
        """The figure as an axis says it: 20k, £10m; as many decimals as the step needs."""
        largest = max(abs(value), abs(step), abs(largest))
        if largest >= 1e15 or 0 < largest < 1e-4:
            return self._signed(value, _in_full(value, None))
        for least, size, letter in _SHORT:
            if largest >= least and value:
                figure = f"{abs(value) / size:,.{_decimals(step / size)}f}"
                return self._signed(value, figure + letter)
        places = _decimals(step) if value else 0
        places = 2 if self.places == 2 and places == 1 else places  # £12.50, not £12.5
        return self._signed(value, f"{abs(value):,.{places}f}")

    def _signed(self, value: float, figure: str) -> str:
        is_nothing = not any(digit in "123456789" for digit in figure)
        sign = "−" if value < 0 and not is_nothing else ""
        return f"{sign}{self.before}{figure}{self.after}"


@dataclass(frozen=True, slots=True)
class Linear:
    """A straight scale: equal differences are equal lengths."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return self.start
        share = (value - self.low) / (self.high - self.low)
        return self.start + min(max(share, -4.0), 5.0) * (self.end - self.start)

    def within(self, value: float) -> float:
        """The place of a figure, held at the ends of the scale."""
        return self(min(max(value, self.low), self.high))


def finite(value: Number) -> float | None:
    """The figure as a float, or None for what cannot be drawn: absent, not a number, endless."""
    if value is None:
        return None
    try:
        known = float(value)
    except (OverflowError, TypeError, ValueError):
        return None
    return known if math.isfinite(known) and abs(known) <= _LARGEST else None


def known(values: Iterable[Number]) -> list[float]:
    return [figure for figure in map(finite, values) if figure is not None]


def ticks(low: float, high: float, *, most: int = 6) -> list[float]:
    """Round figures from at or below the lowest to at or above the highest."""
    if high <= low:
        high = low + (abs(low) * 0.1 or 1.0)
    step = round_step((high - low) / max(most - 1, 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [_tidy(index * step) for index in range(first, last + 1)][: most * 3]


def round_step(rough: float) -> float:
    """The next of 1, 2, 2.5, 5 times a power of ten."""
    if rough <= 0 or not math.isfinite(rough):
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    if power == 0:
        return rough
    for factor in (1.0, 2.0, 2.5, 5.0):
        if factor * power >= rough * (1 - 1e-9):
            return factor * power
    return 10.0 * power


def quantile(ordered: Sequence[float], share: float) -> float:
    """The figure below which this share lies, straight lines between the figures (type 7)."""
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _in_full(value: float, places: int | None) -> str:
    size = abs(value)
    if size >= 1e15 or 0 < size < 0.5 * 10.0 ** -(places if places is not None else 4):
        return f"{size:.2g}" if 1e-4 <= size < 1 else f"{size:.1e}"
    if places is not None:
        return f"{size:,.{places}f}"
    if size >= 1000 or size == int(size):
        return f"{size:,.0f}"
    decimals = 1 if size >= 1 else 4
    return f"{size:,.{decimals}f}".rstrip("0").rstrip(".")


def _decimals(step: float) -> int:
    """How many decimals tell one step from the next."""
    for places in range(5):
        if abs(step * 10**places - round(step * 10**places)) < 1e-6:
            return places
    return 5


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")
