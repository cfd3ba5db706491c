"""Hours a week for each person: where they stand, how sure that is, and how they may wander.

Each council's hours a person of an age band follow a local level (Harvey 1989, section 2.3): a
level that walks, seen with noise. All councils tell how far it walks and how noisy it is; a
council that says little stands near the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.history import Drift, drift_of
from carewright_engine.demand.need.settings import Settings
from carewright_engine.demand.scenarios.facts.held_in import apart_of, held_in
from carewright_engine.demand.scenarios.known import Part

FEWEST: Final = 5.0  # people, below which hours a person say nothing
MANY: Final = 50.0  # people, from which chance hardly moves the mean
OF_ONE: Final = 1.0  # variance of the log of hours between people, about
LAGS: Final = (1, 2, 3, 4)
TO_SPREAD: Final = 1.4826  # from the median of absolute values to a standard deviation
LEAST: Final = 0.01
DAMPING: Final = Settings().damping  # a drift dies away as that of use does
LEAST_DOUBT: Final = 0.005  # left about a yearly drift, however well a series fits: a judgement
NO_DRIFT: Final = Drift(0.0, LEAST_DOUBT, 0)
ALIKE: Final = 0.5  # of a council's step, the share of variance that its age bands have in common


@dataclass(frozen=True, slots=True)
class Wander:
    """Standard deviations of logs: a year's own step, a figure's noise, a step of all councils."""

    step: float
    noise: float
    shared: float


@dataclass(frozen=True, slots=True)
class HoursEach:
    """Logs of hours a week for each person after the last year: [area, band]."""

    level: Array
    variance: Array
    wander: Wander
    drift: Drift = NO_DRIFT

    def part(self, years: int, draws: int, seed: int) -> Part:
        """Hours for each person in the years ahead, in every area."""
        shape = (draws, *self.level.shape)
        dice = stream(seed, "hours each", "level")
        now = self.level + np.sqrt(self.variance) * dice.standard_normal(shape)
        doubt = stream(seed, "hours each", "drift").standard_normal((draws, 1, 1))
        drift = self.drift.mean + self.drift.error * doubt
        walks = []
        for ahead in range(years):
            step = self._step(stream(seed, "hours each", "step", ahead), shape)
            now = now + step + drift * DAMPING**ahead
            walks.append(now)
        held = held_in(np.exp(np.stack(walks, axis=1)), apart_of(self.level))
        gone = np.cumsum(DAMPING ** np.arange(years)) * self.drift.mean
        return Part(held, np.exp(self.level + gone[:, None, None]))

    def _step(self, dice: np.random.Generator, shape: tuple[int, ...]) -> Array:
        draws, areas, _ = shape
        common = np.sqrt(ALIKE) * dice.standard_normal((draws, areas, 1))
        own = np.sqrt(1 - ALIKE) * dice.standard_normal(shape)
        of_all = self.wander.shared * dice.standard_normal((draws, 1, 1))
        step: Array = self.wander.step * (common + own) + of_all
        return step


def hours_each(
    hours: Array, people: Array, used: NDArray[np.bool_], drift: Drift = NO_DRIFT
) -> HoursEach:
    """Fits hours and people [year, area, band] where `used`; NaN where not known."""
    told = used & np.isfinite(hours) & (hours > 0) & (people >= FEWEST)
    logs = np.full(hours.shape, np.nan)
    logs[told] = np.log(hours[told] / people[told])
    wander = _wander(logs, hours, people, told)
    centre, spread = _usual(logs)
    level, variance = (
        np.broadcast_to(centre, logs.shape[1:]),
        np.broadcast_to(spread, logs.shape[1:]),
    )
    for year in range(len(logs)):
        variance = variance + (wander.step**2 if year else 0.0)
        noise = wander.noise**2 + OF_ONE / np.maximum(np.nan_to_num(people[year]), 1.0)
        gain = np.where(told[year], variance / (variance + noise), 0.0)
        level = level + gain * np.nan_to_num(logs[year] - level)
        variance = (1 - gain) * variance
    return HoursEach(level, variance, wander, drift)


def drift_of_totals(whole: pl.DataFrame, areas: int) -> Drift:
    """How fast hours a person of all councils together have moved, for all ages, where all gave.

    The series goes further back than figures by age. Fewer people with longer hours each is one
    movement: whoever carries on the one must carry on the other.
    """
    by_year = (
        whole.filter(pl.col("value") > 0)
        .group_by("year", "measure")
        .agg(n=pl.len(), value=pl.col("value").sum())
        .filter(n=areas)
    )
    totals = {
        measure: dict(by_year.filter(measure=measure).select("year", "value").iter_rows())
        for measure in ("people", "hours")
    }
    people = {year: np.array([value]) for year, value in totals["people"].items()}
    try:
        found = drift_of(totals["hours"], people, np.ones(1))
    except ValueError:
        return NO_DRIFT
    return replace(found, error=max(found.error, LEAST_DOUBT))


def _usual(logs: Array) -> tuple[Array, Array]:
    """[band]: where councils stand, and the variance between them."""
    by_band = [logs[..., band][np.isfinite(logs[..., band])] for band in range(logs.shape[-1])]
    everywhere = logs[np.isfinite(logs)]
    centre = [float(np.median(each if each.size else everywhere)) for each in by_band]
    spread = [_spread(each - at) ** 2 for each, at in zip(by_band, centre, strict=True)]
    return np.array(centre), np.maximum(np.array(spread), LEAST)


def _wander(logs: Array, hours: Array, people: Array, told: NDArray[np.bool_]) -> Wander:
    """Variance of changes over some years grows by a step's for each year, above the noise."""
    sure = np.where(people >= MANY, logs, np.nan)
    lags = [lag for lag in LAGS if lag < len(logs)]
    changes = [(lag, (sure[lag:] - sure[:-lag]).ravel()) for lag in lags]
    seen = [(lag, _spread(each) ** 2) for lag, each in changes if np.isfinite(each).sum() > 2]
    step, noise = _line(seen)
    return Wander(step, noise, _shared(hours, people, told))


def _line(seen: list[tuple[int, float]]) -> tuple[float, float]:
    if not seen:
        return 0.05, 0.05  # too few years to tell: as wide as Scotland's councils, about
    if len(seen) == 1:
        return float(np.sqrt(seen[0][1] / 2)) + LEAST, float(np.sqrt(seen[0][1] / 4)) + LEAST
    lags, variances = zip(*seen, strict=True)
    slope, start = np.polyfit(lags, variances, 1)
    return max(float(np.sqrt(max(slope, 0))), LEAST), max(float(np.sqrt(max(start, 0) / 2)), LEAST)


def _shared(hours: Array, people: Array, told: NDArray[np.bool_]) -> float:
    """How far the hours a person of all councils together move in a year."""
    both = told[1:] & told[:-1]
    each = [
        [np.where(both, part[years], 0).sum(axis=(1, 2)) for part in (hours, people)]
        for years in (slice(None, -1), slice(1, None))
    ]
    (hours_before, people_before), (hours_after, people_after) = each
    some = people_before > 0
    if not some.any():
        return LEAST
    ratio = (hours_after[some] / people_after[some]) / (hours_before[some] / people_before[some])
    return max(float(np.sqrt(np.mean(np.log(ratio) ** 2))), LEAST)


def _spread(values: Array) -> float:
    known = values[np.isfinite(values)]
    return TO_SPREAD * float(np.median(np.abs(known))) if known.size else LEAST
