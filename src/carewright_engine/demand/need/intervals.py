"""A published figure as the interval of whole numbers that it may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.arrays import Array

POINTS: Final = 5  # a figure rounded to five stands for one of five whole numbers
LEAST: Final = 0.5  # people, so that nobody has a logarithm too


@dataclass(frozen=True, slots=True)
class Figures:
    """Lowest and highest number of people that each figure may mean; NaN where none is known.

    Arrays are [period, area, band].
    """

    low: Array
    high: Array

    @property
    def known(self) -> NDArray[np.bool_]:
        """Where anything at all is known."""
        return np.isfinite(self.low)

    @property
    def middle(self) -> Array:
        """The figure as published, or the middle of what is possible."""
        return (self.low + self.high) / 2

    def until(self, periods: int) -> Figures:
        """The first so many periods."""
        return Figures(self.low[:periods], self.high[:periods])

    def without(self, gone: NDArray[np.bool_]) -> Figures:
        """The same, with some figures taken for unknown."""
        return Figures(np.where(gone, np.nan, self.low), np.where(gone, np.nan, self.high))

    def candidates(self) -> Array:
        """Numbers that each figure may stand for, evenly over its interval: [point, ...]."""
        share = np.arange(POINTS).reshape(-1, *(1,) * self.low.ndim) / (POINTS - 1)
        spread = self.low + share * (self.high - self.low)
        return np.maximum(np.where(self.known, spread, 1.0), LEAST)


def reach_of(rounded_to: int) -> int:
    """How far a whole number may lie from its figure: 2 when rounded to 5, 0 when exact."""
    return max(rounded_to - 1, 0) // 2


def as_published(people: Array, to: int) -> Array:
    """Numbers of people as the publisher would round them."""
    return np.round(people / to) * to if to > 1 else np.round(people)
