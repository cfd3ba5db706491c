"""What the figures give, and all that is unknown at one round of the chain.

The model, on logarithms of rates (people over population), for area c, band b and period j:

    figure of a period  = level[j, c, b] + season + passing dip + noise
    figure of a year    = mean level of its periods (with season and dip) + ratio[c, b] + noise
    level[j] - level[j-1] = shared[j, b] + a step of the area, correlated between its bands

Steps of areas are larger over a year's end than within it, larger where few people are, larger in
restless areas, and now and then leap (Student's t). Steps that all areas share follow a drift
that is shared too. Everything that differs by area is drawn towards what areas have in common, as
far as its own figures leave room: that is how a small island borrows strength.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.intervals import Figures
from carewright_engine.demand.need.observations import YEAR_BEGINS, Observations
from carewright_engine.demand.need.settings import PASSING, Settings

Flags = NDArray[np.bool_]
USUAL_RATE = 0.02  # people per head: where the search for a level begins


@dataclass(frozen=True, slots=True)
class Given:
    """What does not change from round to round."""

    settings: Settings
    steps: int  # periods a year
    parts: Array  # [point, period, area, band] logs of the rates that a figure may mean
    part_known: Flags
    years: Array  # [point, year, area, band]
    year_known: Flags
    size: Array  # [area, band]: how much more than a large area's its figures scatter
    season: NDArray[np.intp]  # [period]: 0 is the year's first
    passing: tuple[int, ...]  # periods that may have dipped and come back

    @property
    def opens(self) -> Flags:
        """[period]: the year's first, reached by the step over the year's end."""
        opens: Flags = self.season == 0
        return opens

    def yearly(self, parts: Array) -> Array:
        """Means over the periods of each year."""
        years = len(parts) // self.steps
        mean: Array = parts.reshape(years, self.steps, *parts.shape[1:]).mean(axis=1)
        return mean


def given(seen: Observations, people: Array, settings: Settings) -> Given:
    """Figures as logs of rates of the year's population [year, area, band]."""
    by_part = np.repeat(people, seen.steps, axis=0)
    typical = _mean(seen.years if seen.years.known.any() else seen.parts)
    periods = len(by_part)
    return Given(
        settings,
        seen.steps,
        np.log(seen.parts.candidates()) - np.log(by_part),
        seen.parts.known,
        np.log(seen.years.candidates()) - np.log(people),
        seen.years.known,
        np.sqrt(1 + settings.small / np.maximum(typical, 1.0)),
        np.arange(periods) % seen.steps,
        tuple(j for j in range(periods) if _is_passing(seen, j)),
    )


def _mean(figures: Figures) -> Array:
    known = figures.known
    total = np.where(known, figures.middle, 0.0).sum(axis=0)
    mean: Array = total / np.maximum(known.sum(axis=0), 1)
    return mean


def _is_passing(seen: Observations, period: int) -> bool:
    month = YEAR_BEGINS - 1 + period * 12 // seen.steps
    starts = date(seen.first_year + month // 12, month % 12 + 1, 1)
    return any(first <= starts < last for first, last in PASSING)


@dataclass(slots=True)
class State:
    """One round's draw of everything unknown; each function of the chain renews a part of it."""

    level: Array  # [period, area, band]
    start: Array  # [band]: where areas' levels lie at first
    start_spread: Array  # [band, band]
    shared: Array  # [period, band]
    shared_variance: float  # of a year's shared step
    drift: Array  # [band], a year
    drift_of_all: float
    quarter_steps: Array  # [band, band]
    year_steps: Array  # [band, band]
    restless: Array  # [area]
    leaps: Array  # [period, area]
    season: Array  # [season, band]
    passing: Array  # [period, band]
    ratio: Array  # [area, band]
    ratio_of_all: Array  # [band]
    ratio_variance: float
    part_noise: Array  # [band] variance
    year_noise: Array  # [band] variance
    part_tails: Array  # [period, area, band]
    year_tails: Array  # [year, area, band]
    part_log: Array = field(init=False)  # the logs of rates drawn within their intervals
    year_log: Array = field(init=False)

    def effects(self, fixed: Given) -> Array:
        """[period, 1, band]: what season and passing dips add to the level."""
        return (self.season[fixed.season] + self.passing)[:, None, :]


def first_state(fixed: Given) -> State:
    """Where the chain begins: levels at the figures, scales where the settings put them."""
    by = fixed.settings
    periods, areas, bands = fixed.part_known.shape
    level = _filled(fixed)
    one = np.eye(bands)
    return State(
        level=level,
        start=level[0].mean(axis=0),
        start_spread=one * by.level**2,
        shared=np.zeros((periods, bands)),
        shared_variance=by.shared_year**2,
        drift=np.full(bands, by.drift),
        drift_of_all=by.drift,
        quarter_steps=one * by.within_year**2,
        year_steps=one * by.between_years**2,
        restless=np.ones(areas),
        leaps=np.ones((periods, areas)),
        season=np.zeros((fixed.steps, bands)),
        passing=np.zeros((periods, bands)),
        ratio=_first_ratio(fixed, level),
        ratio_of_all=_first_ratio(fixed, level).mean(axis=0),
        ratio_variance=by.ratio**2,
        part_noise=np.full(bands, by.quarter_noise**2),
        year_noise=np.full(bands, by.year_noise**2),
        part_tails=np.ones((periods, areas, bands)),
        year_tails=np.ones((periods // fixed.steps, areas, bands)),
    )


def _filled(fixed: Given) -> Array:
    """Each figure's middle; where nothing is known the area's mean, else the band's."""
    middle = fixed.parts[len(fixed.parts) // 2]
    known = fixed.part_known
    of_band = np.where(known, middle, 0.0).sum((0, 1)) / np.maximum(known.sum((0, 1)), 1)
    of_band = np.where(known.any((0, 1)), of_band, np.log(USUAL_RATE))
    of_area = np.where(known, middle, 0.0).sum(0) / np.maximum(known.sum(0), 1)
    of_area = np.where(known.any(0), of_area, of_band)
    filled: Array = np.where(known, middle, of_area)
    return filled


def _first_ratio(fixed: Given, level: Array) -> Array:
    """The mean difference of a year's figure from its periods'; 0 where no year is known."""
    known = fixed.year_known
    apart = np.where(known, fixed.years[len(fixed.years) // 2] - fixed.yearly(level), 0.0)
    of_band = apart.sum((0, 1)) / np.maximum(known.sum((0, 1)), 1)
    ratio: Array = np.where(known.any(0), apart.sum(0) / np.maximum(known.sum(0), 1), of_band)
    return ratio
