"""Half way to "as many people as last year": two forecasts are better than one.

A model of rates knows how many older people there will be; that the number of people helped hardly
moves in a year, because a council's budget and its workers hardly do, it does not know. The mean
of the two forecasts (in logarithms) erred less than either within the back-test's window, as
means of unlike forecasts mostly do (Bates and Granger 1969). The pull is to last year's number
and dies away: for the far future, population and rates alone speak.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.ahead import middle_ahead
from carewright_engine.demand.need.model import UseModel
from carewright_engine.demand.refusing import a_share


def steadied(model: UseModel, population: Array, weight: float | None = None) -> UseModel:
    """The same model, pulled towards the last year's figures.

    `population` [year, area, band] is the middle of the projection for the years after the last
    seen. Areas whose last figure is not known are left as they are. Only the middle moves: the
    spread of draws stays, and a scenario with other people moves as it would have.
    """
    weight = a_share("weight", model.settings.steady if weight is None else weight)
    years = np.arange(len(population), dtype=np.float64)
    middle = middle_ahead(model, len(population)) + np.log(population)
    apart = np.where(np.isfinite(model.last), np.log(np.maximum(model.last, 1.0)) - middle, 0.0)
    pull: Array = weight * model.settings.damping**years
    return replace(model, tilt=pull[:, None, None] * apart)
