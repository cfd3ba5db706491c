"""The chain: a Gibbs sampler, each part of the state drawn given the rest, round by round."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from carewright_engine.demand.need.levels import draw_figures, draw_levels, draw_start
from carewright_engine.demand.need.noise import draw_noise, draw_ratios
from carewright_engine.demand.need.shared import draw_passing, draw_seasons, draw_shared
from carewright_engine.demand.need.spread import draw_steps
from carewright_engine.demand.need.state import Given, State, first_state
from carewright_engine.demand.need.trades import trade_dips, trade_seasons


def rounds(fixed: Given, rng: np.random.Generator) -> Iterator[State]:
    """The state after each round that is kept; it is the same object, renewed."""
    state = first_state(fixed)
    for done in range(fixed.settings.settling + fixed.settings.kept):
        draw_figures(state, fixed, rng)
        draw_levels(state, fixed, rng)
        draw_start(state, rng)
        draw_steps(state, fixed, rng)
        draw_shared(state, fixed, rng)
        draw_seasons(state, fixed, rng)
        draw_passing(state, fixed, rng)
        trade_seasons(state, fixed, rng)
        trade_dips(state, fixed, rng)
        draw_ratios(state, fixed, rng)
        draw_noise(state, fixed, rng)
        if done >= fixed.settings.settling:
            yield state
