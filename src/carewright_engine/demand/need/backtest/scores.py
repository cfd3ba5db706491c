"""How good forecasts were: coverage, width and interval score, and error of the middle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.intervals import as_published

LEVELS: Final = (50, 80, 95)  # per cent
ROUNDED_TO: Final = 5


@dataclass(frozen=True, slots=True)
class Forecast:
    """What one method said of figures [year, area, band], rounded as the publisher rounds.

    `for_shares` is the point to name when errors are judged as shares of the figure: being too
    high then costs more than being too low, so that point lies below the median. Gneiting (2011),
    "Making and evaluating point forecasts", section 2.2. Methods that name one number name it.
    """

    name: str
    middle: Array
    for_shares: Array
    low: Mapping[int, Array]  # by level
    high: Mapping[int, Array]

    @classmethod
    def of_draws(cls, name: str, people: Array) -> Forecast:
        """The median and central intervals of draws [draw, year, area, band]."""
        low, high = {}, {}
        for level in LEVELS:
            outside = (1 - level / 100) / 2
            ends = np.quantile(people, [outside, 1 - outside], axis=0)
            low[level], high[level] = as_published(ends, ROUNDED_TO)
        middle = as_published(np.median(people, axis=0), ROUNDED_TO)
        return cls(name, middle, as_published(median_for_shares(people), ROUNDED_TO), low, high)


def median_for_shares(people: Array) -> Array:
    """The median of draws [draw, ...], each weighing one over its number of people."""
    draws = np.sort(people, axis=0)
    weight = (1 / np.maximum(draws, 1.0)).cumsum(axis=0)
    at = (weight < weight[-1] / 2).sum(axis=0)
    point: Array = np.take_along_axis(draws, at[None], axis=0)[0]
    return point


@dataclass(frozen=True, slots=True)
class LevelScore:
    """One level's share of figures covered, mean width and mean interval score, in people."""

    covered: float
    width: float
    score: float


@dataclass(frozen=True, slots=True)
class Score:
    """How one method did over some figures; errors are shares of the figure."""

    name: str
    figures: int
    levels: Mapping[int, LevelScore]
    error: float  # mean absolute percentage error of the middle, each figure alike
    error_for_shares: float  # the same of the point named for that measure
    weighted: float  # of the middle, each person alike


def score(forecast: Forecast, actual: Array, years: slice = slice(None)) -> Score:
    """The method's scores over figures known [year, area, band] and above nought."""
    known = actual[years] > 0
    truth, middle = actual[years][known], forecast.middle[years][known]
    levels = {
        level: level_score(
            forecast.low[level][years][known], forecast.high[level][years][known], truth, level
        )
        for level in LEVELS
    }
    missed = np.abs(middle - truth)
    missed_shares = np.abs(forecast.for_shares[years][known] - truth)
    return Score(
        forecast.name,
        truth.size,
        levels,
        float((missed / truth).mean()),
        float((missed_shares / truth).mean()),
        float(missed.sum() / truth.sum()),
    )


def level_score(low: Array, high: Array, truth: Array, level: int) -> LevelScore:
    """Gneiting and Raftery (2007), section 6.2: width, and a fine for each figure missed."""
    fine = 2 / (1 - level / 100)
    below, above = np.maximum(low - truth, 0), np.maximum(truth - high, 0)
    width = high - low
    return LevelScore(
        float(((truth >= low) & (truth <= high)).mean()),
        float(width.mean()),
        float((width + fine * (below + above)).mean()),
    )
