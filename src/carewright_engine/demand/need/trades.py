"""Moves that change no figure's fit: what a season or a dip gains, the levels beneath it lose.

Seasons and the levels that all areas share can hardly be told apart within a round: drawn one
after the other they would creep. Moved together, with every area's own steps left as they are,
only the shared steps and the beliefs about seasons and dips have a say (an interweaving move: Yu
and Meng 2011).
"""

from __future__ import annotations

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.levels import START_DOUBT
from carewright_engine.demand.need.shared import SEASON_DOUBT, shares_of_a_year
from carewright_engine.demand.need.state import USUAL_RATE, Given, State


def trade_seasons(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """Every season gains at once, by amounts that cancel out over the year."""
    if fixed.steps == 1:
        return
    of_season = np.eye(fixed.steps)[fixed.season]  # [period, season]
    falls = of_season[:-1] - of_season[1:]
    surely = 1 / _spread(state, fixed)
    left = state.shared[1:] - state.drift / fixed.steps
    precision = (falls * surely[:, None]).T @ falls + np.eye(fixed.steps) / SEASON_DOUBT**2
    precision[0, 0] += 1 / START_DOUBT**2
    pull = -(falls * surely[:, None]).T @ left - state.season / SEASON_DOUBT**2
    pull[0] += (state.start - np.log(USUAL_RATE)) / START_DOUBT**2
    cancels = np.eye(fixed.steps)[:, 1:] - np.eye(fixed.steps)[:, :1]
    reduced = cancels.T @ precision @ cancels
    normals = rng.standard_normal((fixed.steps - 1, pull.shape[1]))
    gain = cancels @ (
        np.linalg.solve(reduced, cancels.T @ pull)
        + np.linalg.solve(np.linalg.cholesky(reduced).T, normals)
    )
    state.season += gain
    state.level -= gain[fixed.season][:, None, :]
    state.start -= gain[0]
    state.shared[1:] += falls @ gain


def trade_dips(state: State, fixed: Given, rng: np.random.Generator) -> None:
    """Each passing dip gains what the level of its one period loses."""
    surely = 1 / _spread(state, fixed)
    doubt, usual = fixed.settings.passing**2, state.drift / fixed.steps
    for j in fixed.passing:
        if j == 0:
            continue
        precision = surely[j - 1] + 1 / doubt
        pull = (state.shared[j] - usual) * surely[j - 1] - state.passing[j] / doubt
        if j < len(surely):
            precision += surely[j]
            pull -= (state.shared[j + 1] - usual) * surely[j]
        gain = pull / precision + rng.standard_normal(len(pull)) / np.sqrt(precision)
        state.passing[j] += gain
        state.level[j] -= gain
        state.shared[j] -= gain
        if j < len(surely):
            state.shared[j + 1] += gain


def _spread(state: State, fixed: Given) -> Array:
    """[step]: variances of the shared steps."""
    return state.shared_variance * shares_of_a_year(fixed.opens, fixed.steps)[1:]
