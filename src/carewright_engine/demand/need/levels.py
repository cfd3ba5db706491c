"""Figures within their intervals, and the paths of levels behind them."""

from __future__ import annotations

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.paths import draw_paths
from carewright_engine.demand.need.spread import inverse_wishart
from carewright_engine.demand.need.state import USUAL_RATE, Given, State

START_DOUBT = 2.0  # of the log of the usual rate: next to nothing is known beforehand
START_WEIGHT = 0.1


def variances(state: State, fixed: Given) -> tuple[Array, Array]:
    """Noise of each period's figure and of each year's: larger where people are few."""
    large = fixed.size**2
    return (
        state.part_noise * state.part_tails * large,
        state.year_noise * state.year_tails * large,
    )


def draw_figures(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """A published 25 is one of 23 to 27: each as likely as the level says."""
    of_part, of_year = variances(state, fixed)
    expected = state.level + state.effects(fixed)
    state.part_log = _one_of(fixed.parts, expected, of_part, rng)
    state.year_log = _one_of(fixed.years, fixed.yearly(expected) + state.ratio, of_year, rng)


def _one_of(points: Array, mean: Array, variance: Array, rng: np.random.Generator) -> Array:
    weight = -0.5 * (points - mean) ** 2 / variance
    summed = np.exp(weight - weight.max(axis=0)).cumsum(axis=0)
    at = (summed < rng.random(mean.shape) * summed[-1]).sum(axis=0)
    drawn: Array = np.take_along_axis(points, at[None], axis=0)[0]
    return drawn


def step_precisions(state: State, fixed: Given) -> Array:
    """[period, area, band, band]: how surely each step is near the shared one."""
    by_kind = np.stack([np.linalg.inv(state.quarter_steps), np.linalg.inv(state.year_steps)])
    small = 1 / (fixed.size[:, :, None] * fixed.size[:, None, :])
    scale = (state.restless * state.leaps)[:, :, None, None]
    precisions: Array = by_kind[fixed.opens.astype(np.intp)][:, None] * small / scale
    return precisions


def draw_levels(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """Every area's whole path at once, all bands together."""
    periods, areas, bands = state.level.shape
    steps = step_precisions(state, fixed)
    precision = np.zeros((areas, periods, bands, periods, bands))
    pull = np.zeros((periods, areas, bands))
    _add_steps(precision, pull, state, steps)
    _add_figures(precision, pull, state, fixed)
    places = periods * bands
    drawn = draw_paths(
        precision.reshape(areas, places, places),
        np.ascontiguousarray(pull.swapaxes(0, 1)).reshape(areas, places),
        rng.standard_normal((areas, places)),
        max(fixed.steps, 2) * bands,
    )
    state.level = np.ascontiguousarray(drawn.reshape(areas, periods, bands).swapaxes(0, 1))


def _add_steps(precision: Array, pull: Array, state: State, steps: Array) -> None:
    start = np.linalg.inv(state.start_spread)
    precision[:, 0, :, 0, :] += start
    pull[0] += start @ state.start
    for j in range(1, len(steps)):
        precision[:, j, :, j, :] += steps[j]
        precision[:, j - 1, :, j - 1, :] += steps[j]
        precision[:, j, :, j - 1, :] -= steps[j]
        precision[:, j - 1, :, j, :] -= steps[j]
        pulled = steps[j] @ state.shared[j]
        pull[j] += pulled
        pull[j - 1] -= pulled


def _add_figures(precision: Array, pull: Array, state: State, fixed: Given) -> None:
    of_part, of_year = variances(state, fixed)
    effects = state.effects(fixed)
    part = np.where(fixed.part_known, 1 / of_part, 0.0)
    year = np.where(fixed.year_known, 1 / of_year, 0.0)
    pull += part * (state.part_log - effects)
    rest = year * (state.year_log - state.ratio - fixed.yearly(effects))
    pull += np.repeat(rest / fixed.steps, fixed.steps, axis=0)
    same_band = np.einsum("cjbkb->jkcb", precision)  # a view: writing to it writes to precision
    for j in range(len(part)):
        opens = j - j % fixed.steps
        same_band[j, j] += part[j]
        for k in range(opens, opens + fixed.steps):
            same_band[j, k] += year[j // fixed.steps] / fixed.steps**2


def draw_start(state: State, rng: np.random.Generator) -> None:
    """Where areas' first levels lie, and how far apart and how alike by band."""
    areas, bands = state.level[0].shape
    inverse = np.linalg.inv(state.start_spread)
    one = np.eye(bands)
    spread = np.linalg.inv(inverse * areas + one / START_DOUBT**2)
    mean = spread @ (inverse @ state.level[0].sum(axis=0) + np.log(USUAL_RATE) / START_DOUBT**2)
    state.start = mean + np.linalg.cholesky(spread) @ rng.standard_normal(bands)
    apart = state.level[0] - state.start
    state.start_spread = inverse_wishart(
        bands + 2 + areas, np.einsum("cb,cd->bd", apart, apart) + START_WEIGHT * one, rng
    )
