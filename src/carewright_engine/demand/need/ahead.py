"""Years ahead: levels walk on from where the figures left them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.shared import shares_of_a_year

if TYPE_CHECKING:
    from carewright_engine.demand.need.model import UseModel


@dataclass(frozen=True, slots=True)
class Kept:
    """Draws of what was fitted, [round, ...]: enough to walk on from."""

    level: Array  # [round, area, band], at the last period seen
    ratio: Array  # [round, area, band]
    quarter_steps: Array  # [round, band, band], root of the covariance
    year_steps: Array  # [round, band, band]
    restless: Array  # [round, area]
    drift: Array  # [round, band]
    drift_of_all: Array  # [round]
    shared: Array  # [round], standard deviation of a year's shared step
    noise: Array  # [round, band], standard deviation of a year's figure
    steps: Array  # [round], periods a year

    @classmethod
    def of(cls, each: Sequence[dict[str, Array]]) -> Kept:
        """Rounds put together."""
        return cls(**{f.name: np.stack([one[f.name] for one in each]) for f in fields(cls)})

    def spread_over(self, draws: int) -> Kept:
        """As many draws as asked for, evenly from all rounds."""
        at = (np.arange(draws) * len(self.level)) // max(draws, len(self.level))
        if draws > len(self.level):
            at = np.arange(draws) % len(self.level)
        return Kept(**{f.name: getattr(self, f.name)[at] for f in fields(self)})


@dataclass(frozen=True, slots=True)
class Rates:
    """Rates [draw, year, area, band] and the draws of the fit that each came from."""

    rates: Array
    drawn: Kept

    @property
    def ratio(self) -> Array:
        """[draw, 1, area, band]: logs of people in a year over people in one period of it."""
        return self.drawn.ratio[:, None]


def rates_ahead(model: UseModel, years: int, draws: int, seed: int) -> Rates:
    """Rates expected in each year, before the chance of the single year's figure."""
    drawn = model.kept.spread_over(draws)
    level = drawn.level
    logs = []
    for ahead in range(years):
        level, mean = _a_year_on(model, drawn, level, ahead, seed)
        logs.append(mean + drawn.ratio + tilt_of(model, ahead))
    return Rates(np.exp(np.stack(logs, axis=1)), drawn)


def _a_year_on(
    model: UseModel, drawn: Kept, level: Array, ahead: int, seed: int
) -> tuple[Array, Array]:
    """The level at the year's end and its mean over the year."""
    rng = stream(seed, "need", model.kind, "steps", model.last_year + 1 + ahead)
    steps = int(drawn.steps[0])
    shares = shares_of_a_year(np.arange(steps) == 0, steps)
    drift = _drift(model, drawn, ahead) / steps
    total = np.zeros_like(level)
    for part in range(steps):
        shared = drift + np.sqrt(shares[part]) * drawn.shared[:, None] * rng.standard_normal(
            drift.shape
        )
        root = drawn.year_steps if part == 0 else drawn.quarter_steps
        level = level + shared[:, None, :] + _own_steps(model, drawn, root, rng)
        total += level
    return level, total / steps


def tilt_of(model: UseModel, ahead: int) -> Array:
    """[area, band]: the pull on the log of that year's rates."""
    if ahead < len(model.tilt):
        pull: Array = model.tilt[ahead]
        return pull
    return np.zeros(model.last.shape)


def middle_ahead(model: UseModel, years: int) -> Array:
    """[year, area, band]: the mean log of rates without any chance and without the pull."""
    kept = model.kept
    steps = int(kept.steps[0])
    level, found = kept.level, []
    for ahead in range(years):
        drift = _drift(model, kept, ahead)[:, None, :]
        # A year's mean lies half of its steps, and half a step, on from where it began.
        found.append((level + drift * (steps + 1) / (2 * steps) + kept.ratio).mean(axis=0))
        level = level + drift
    return np.stack(found)


def _drift(model: UseModel, drawn: Kept, ahead: int) -> Array:
    """[draw, band]: this year's drift; both parts die away, a band's own part sooner."""
    by = model.settings
    of_all = drawn.drift_of_all[:, None]
    return by.damping**ahead * of_all + by.band_damping**ahead * (drawn.drift - of_all)


def _own_steps(model: UseModel, drawn: Kept, root: Array, rng: np.random.Generator) -> Array:
    """[draw, area, band]: areas' own steps, with rare leaps and alike between bands."""
    freedom = model.settings.tails
    draws, areas, bands = drawn.level.shape
    scale = np.sqrt(drawn.restless * freedom / rng.chisquare(freedom, (draws, areas)))
    normals = rng.standard_normal((draws, areas, bands))
    alike = np.einsum("dab,dxb->dxa", root, normals)
    steps: Array = alike * scale[:, :, None] * model.size
    return steps


def chance(rates: Rates, model: UseModel, seed: int) -> Array:
    """[draw, year, area, band]: the single year's own departure from what was expected."""
    draws, years, areas, bands = rates.rates.shape
    found = np.empty(rates.rates.shape)
    for ahead in range(years):
        rng = stream(seed, "need", model.kind, "chance", model.last_year + 1 + ahead)
        shock = rng.standard_t(model.settings.tails, (draws, areas, bands))
        found[:, ahead] = np.exp(rates.drawn.noise[:, None, :] * model.size * shock)
    return found
