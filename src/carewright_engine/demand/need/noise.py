"""People in a year to people in a period, and the noise of both kinds of figure."""

from __future__ import annotations

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.levels import variances
from carewright_engine.demand.need.spread import inverse_gamma
from carewright_engine.demand.need.state import Flags, Given, State

RATIO_WEIGHT = 4.0  # figures' worth that the setting counts for
NOISE_WEIGHT = 8.0


def draw_ratios(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """More people are helped in a year than in a quarter; by how much is each area's own."""
    if not fixed.year_known.any():
        return
    surely = np.where(fixed.year_known, 1 / variances(state, fixed)[1], 0.0)
    left = state.year_log - fixed.yearly(state.level + state.effects(fixed))
    precision = surely.sum(axis=0) + 1 / state.ratio_variance
    pull = (surely * left).sum(axis=0) + state.ratio_of_all / state.ratio_variance
    state.ratio = pull / precision + rng.standard_normal(pull.shape) / np.sqrt(precision)
    areas, bands = pull.shape
    doubt = np.sqrt(state.ratio_variance / areas)
    state.ratio_of_all = state.ratio.mean(axis=0) + rng.standard_normal(bands) * doubt
    squares = RATIO_WEIGHT * fixed.settings.ratio**2
    squares += ((state.ratio - state.ratio_of_all) ** 2).sum()
    state.ratio_variance = float(inverse_gamma(RATIO_WEIGHT + pull.size, squares, rng))


def draw_noise(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """What is left of each figure beside its level: by band, with rare large misses."""
    by = fixed.settings
    expected = state.level + state.effects(fixed)
    left = (state.part_log - expected) / fixed.size
    state.part_noise, state.part_tails = _noise(
        left, fixed.part_known, state.part_tails, by.quarter_noise, by.tails, rng
    )
    left = (state.year_log - fixed.yearly(expected) - state.ratio) / fixed.size
    state.year_noise, state.year_tails = _noise(
        left, fixed.year_known, state.year_tails, by.year_noise, by.tails, rng
    )


def _noise(
    left: Array, known: Flags, tails: Array, scale: float, freedom: float,
    rng: np.random.Generator,
) -> tuple[Array, Array]:  # fmt: skip
    squares: Array = np.where(known, left**2, 0.0)
    weight = NOISE_WEIGHT + np.asarray(known.sum(axis=(0, 1)), dtype=np.float64)
    summed: Array = np.asarray((squares / tails).sum(axis=(0, 1)), dtype=np.float64)
    variance = inverse_gamma(weight, NOISE_WEIGHT * scale**2 + summed, rng)
    known_too: Array = freedom + known.astype(np.float64)
    return variance, inverse_gamma(known_too, freedom + squares / variance, rng)
