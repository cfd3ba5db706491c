"""Quantiles of what was drawn, each with its level named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array

#: The middle, and the ends of the intervals that hold 50, 80 and 95 chances in 100.
LEVELS: Final = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
INTERVALS: Final = {50: (0.25, 0.75), 80: (0.1, 0.9), 95: (0.025, 0.975)}
FEWEST_DRAWS: Final = 40  # below this the ends of the widest interval are not in the draws


@dataclass(frozen=True, slots=True)
class Fan:
    """A figure by year: for each of `LEVELS` the value below which that share of draws lies."""

    years: tuple[int, ...]
    values: tuple[tuple[float, ...], ...]

    @property
    def middle(self) -> tuple[float, ...]:
        """The value that half of the draws lie below, by year."""
        return self.level(0.5)

    def level(self, level: float) -> tuple[float, ...]:
        """The value by year below which this share of the draws lies."""
        return self.values[LEVELS.index(level)]

    def interval(self, chances: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """The ends, by year, between which it lies with 50, 80 or 95 chances in 100."""
        low, high = INTERVALS[chances]
        return self.level(low), self.level(high)

    def at(self, year: int, level: float = 0.5) -> float:
        """The value of one year at one level."""
        return self.level(level)[self.years.index(year)]


def fan(years: Sequence[int], drawn: Array) -> Fan:
    """The fan of draws with axes draw and year; raises ValueError where draws are too few.

    Values are kept to three decimals, so that a rerun gives the same bytes.
    """
    if drawn.shape[0] < FEWEST_DRAWS:
        raise ValueError(f"{drawn.shape[0]} draws are too few: {FEWEST_DRAWS} at least")
    quantiles = np.quantile(drawn, LEVELS, axis=0)
    return Fan(tuple(years), tuple(tuple(map(kept, row)) for row in quantiles))


def kept(value: float) -> float:
    """A number to three decimals, never minus nought."""
    return round(float(value), 3) + 0.0
