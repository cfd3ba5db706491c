"""Naive forecasts that any spreadsheet makes, each with the interval that its own past earns it.

A peer's interval at one year ahead holds as many of its own errors within the window as its
level says; it widens with the square root of the years ahead, as errors that add up do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.backtest.scores import LEVELS, ROUNDED_TO, Forecast
from carewright_engine.demand.need.intervals import as_published

#: From figures [year, area, band], their population and that of the years ahead.
Naive = Callable[[Array, Array, Array], Array]


def last_value(figures: Array, people: Array, ahead: Array) -> Array:
    """As many people as last year."""
    return np.broadcast_to(figures[-1], ahead.shape).copy()


def fixed_rate(figures: Array, people: Array, ahead: Array) -> Array:
    """Last year's rate for every person of the age: what most needs tools do."""
    forecast: Array = figures[-1] / people[-1] * ahead
    return forecast


def linear_trend(figures: Array, people: Array, ahead: Array) -> Array:
    """A straight line through each area's and band's own years."""
    years = np.arange(len(figures)) - (len(figures) - 1) / 2
    slope = np.einsum("t,tcb->cb", years, figures) / (years**2).sum()
    steps = (len(figures) - 1) / 2 + 1 + np.arange(len(ahead))
    forecast: Array = figures.mean(axis=0) + slope * steps[:, None, None]
    return np.maximum(forecast, 0.0)


PEERS: Final[dict[str, tuple[Naive, int]]] = {  # and how many years each needs
    "last value": (last_value, 1),
    "fixed rate x population": (fixed_rate, 1),
    "linear trend": (linear_trend, 2),
}


def peer_forecasts(figures: Array, people: Array, ahead: Array) -> list[Forecast]:
    """Each peer's forecast, with intervals from its errors one year ahead within the window.

    A peer for which the window is too short to have erred in is left out.
    """
    able = [name for name, (_, needs) in PEERS.items() if needs < len(figures)]
    return [_forecast(name, figures, people, ahead) for name in able]


def _forecast(name: str, figures: Array, people: Array, ahead: Array) -> Forecast:
    naive, needs = PEERS[name]
    middle = np.maximum(naive(figures, people, ahead), 1.0)
    errors = np.concatenate(
        [
            np.log(np.maximum(naive(figures[:t], people[:t], people[t : t + 1]), 1.0))
            - np.log(figures[t])
            for t in range(needs, len(figures))
        ]
    )
    widening = np.sqrt(1 + np.arange(len(ahead)))[:, None, None]
    reach = {level: np.quantile(np.abs(errors), level / 100) * widening for level in LEVELS}
    return Forecast(
        name,
        as_published(middle, ROUNDED_TO),
        as_published(middle, ROUNDED_TO),
        {level: as_published(middle * np.exp(-reach[level]), ROUNDED_TO) for level in LEVELS},
        {level: as_published(middle * np.exp(reach[level]), ROUNDED_TO) for level in LEVELS},
    )
