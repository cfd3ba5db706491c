"""How large areas' steps are, how alike between bands, in which areas, and when one leapt."""

from __future__ import annotations

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.state import Given, State


def inverse_wishart(freedom: float, scale: Array, rng: np.random.Generator) -> Array:
    """A covariance drawn by Bartlett's decomposition (Bartlett 1933)."""
    size = len(scale)
    root = np.zeros((size, size))
    root[np.tril_indices(size, -1)] = rng.standard_normal(size * (size - 1) // 2)
    root[np.diag_indices(size)] = np.sqrt(rng.chisquare(freedom - np.arange(size)))
    product: Array = np.linalg.cholesky(np.linalg.inv(scale)) @ root
    return np.asarray(np.linalg.inv(product @ product.T), dtype=np.float64)


def inverse_gamma(weight: Array | float, squares: Array | float, rng: np.random.Generator) -> Array:
    """A variance from its own weight in figures and the sum of squares beside it."""
    drawn: Array = np.asarray(squares) / 2 / rng.gamma(np.asarray(weight) / 2)
    return drawn


def draw_steps(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """Covariances of steps within a year and over its end, then leaps and restlessness."""
    by = fixed.settings
    moved = state.level[1:] - state.level[:-1] - state.shared[1:, None, :]
    moved /= fixed.size
    alike = moved / np.sqrt(state.restless * state.leaps[1:])[:, :, None]
    opens = fixed.opens[1:]
    state.quarter_steps = _covariance(alike[~opens], by.within_year, by.weight, rng)
    state.year_steps = _covariance(alike[opens], by.between_years, by.weight, rng)
    _draw_scales(state, fixed, moved, rng)


def _covariance(steps: Array, scale: float, weight: float, rng: np.random.Generator) -> Array:
    bands = steps.shape[-1]
    rows = steps.reshape(-1, bands)
    squares = np.einsum("nb,nd->bd", rows, rows) + np.eye(bands) * weight * scale**2
    return inverse_wishart(bands + 1 + weight + len(rows), squares, rng)


def _draw_scales(state: State, fixed: Given, moved: Array, rng: np.random.Generator) -> None:
    """An area's variances are scaled by how restless it is, and a single step by its leap."""
    by = fixed.settings
    steps, areas, bands = moved.shape
    kinds = np.stack([np.linalg.inv(state.quarter_steps), np.linalg.inv(state.year_steps)])
    which = kinds[fixed.opens[1:].astype(np.intp)]
    squares = np.einsum("jcb,jbd,jcd->jc", moved, which, moved)
    state.leaps[1:] = inverse_gamma(
        np.full((steps, areas), by.tails + bands), by.tails + squares / state.restless, rng
    )
    state.restless = inverse_gamma(
        np.full(areas, by.area_tails + bands * steps),
        by.area_tails + (squares / state.leaps[1:]).sum(axis=0),
        rng,
    )
