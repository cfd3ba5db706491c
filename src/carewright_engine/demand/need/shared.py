"""What all areas share: steps taken together and their drift, seasons, and passing dips."""

from __future__ import annotations

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.levels import step_precisions, variances
from carewright_engine.demand.need.settings import AT_QUARTER, AT_YEAR_END
from carewright_engine.demand.need.spread import inverse_gamma
from carewright_engine.demand.need.state import Flags, Given, State

SEASON_DOUBT = 0.3
SHARED_WEIGHT = 10.0  # figures' worth that the setting of the shared step counts for


def shares_of_a_year(opens: Flags, steps: int) -> Array:
    """[period]: the part of a year's variance of shared steps that falls on each step."""
    if steps == 1:
        return np.ones(len(opens))
    return np.where(opens, AT_YEAR_END, AT_QUARTER)


def draw_shared(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """Each shared step given all areas' steps and the drift; then the drift and its variance."""
    moved = state.level[1:] - state.level[:-1]
    surely = step_precisions(state, fixed)[1:]
    spread = state.shared_variance * shares_of_a_year(fixed.opens, fixed.steps)[1:]
    usual = state.drift / fixed.steps
    bands = moved.shape[-1]
    for j in range(len(moved)):
        precision = surely[j].sum(axis=0) + np.eye(bands) / spread[j]
        pull = np.einsum("cbd,cd->b", surely[j], moved[j]) + usual / spread[j]
        noise = np.linalg.solve(np.linalg.cholesky(precision).T, rng.standard_normal(bands))
        state.shared[j + 1] = np.linalg.solve(precision, pull) + noise
    _draw_drift(state, fixed, spread, rng)


def _draw_drift(state: State, fixed: Given, spread: Array, rng: np.random.Generator) -> None:
    """Bands' drifts are drawn towards that of all, and that towards what longer series tell."""
    by, step = fixed.settings, 1 / fixed.steps
    shared = state.shared[1:]
    doubt, bands = by.band_drift_doubt**2, shared.shape[-1]
    surely = (step**2 / spread).sum() + 1 / doubt
    pull = (shared * step / spread[:, None]).sum(axis=0) + state.drift_of_all / doubt
    state.drift = pull / surely + rng.standard_normal(bands) / np.sqrt(surely)
    surely_all = bands / doubt + 1 / by.drift_doubt**2
    pull_all = state.drift.sum() / doubt + by.drift / by.drift_doubt**2
    state.drift_of_all = pull_all / surely_all + rng.standard_normal() / np.sqrt(surely_all)
    apart = (shared - state.drift * step) ** 2 / (spread / state.shared_variance)[:, None]
    squares = SHARED_WEIGHT * by.shared_year**2 + apart.sum()
    state.shared_variance = float(inverse_gamma(SHARED_WEIGHT + apart.size, squares, rng))


def draw_seasons(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """Quarters differ alike in all areas; over a year the seasons cancel out."""
    if fixed.steps == 1:
        return
    surely = np.where(fixed.part_known, 1 / variances(state, fixed)[0], 0.0)
    left = state.part_log - state.level - state.passing[:, None, :]
    for season in range(fixed.steps):
        here = fixed.season == season
        state.season[season] = _effect(surely[here], left[here], SEASON_DOUBT, rng)
    state.season -= state.season.mean(axis=0)


def draw_passing(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """Dips of the periods that may have dipped; they end, and leave the level where it was."""
    surely = np.where(fixed.part_known, 1 / variances(state, fixed)[0], 0.0)
    left = state.part_log - state.level - state.season[fixed.season][:, None, :]
    for j in fixed.passing:
        state.passing[j] = _effect(surely[j : j + 1], left[j : j + 1], fixed.settings.passing, rng)


def _effect(surely: Array, left: Array, doubt: float, rng: np.random.Generator) -> Array:
    precision = surely.sum(axis=(0, 1)) + 1 / doubt**2
    mean = (surely * left).sum(axis=(0, 1)) / precision
    drawn: Array = mean + rng.standard_normal(len(mean)) / np.sqrt(precision)
    return drawn
