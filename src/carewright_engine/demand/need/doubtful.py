"""Figures that tell nothing, or cannot be.

A publisher fills in for a council that sent nothing with what it sent before. Taken for
evidence, such a figure would say that nothing ever changes there. And where more people of an
age were helped in a quarter than in its whole year, ages were recorded otherwise in that quarter.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.intervals import Figures

#: A small area may well have the same few people twice; with this many in all, rounded to five
#: in several bands, that is less likely than one in a thousand.
ENOUGH: Final = 500.0


def carried_forward(figures: Array) -> NDArray[np.bool_]:
    """Which [period, area, band] repeat an earlier period of their area in every band."""
    periods, bands = len(figures), figures.shape[2]
    found = np.zeros(figures.shape, dtype=np.bool_)
    if bands < 2:
        return found
    for later in range(1, periods):
        for earlier in range(later):
            same = (figures[later] == figures[earlier]).all(axis=1)
            found[later, same & (figures[later].sum(axis=1) > ENOUGH)] = True
    return found


def more_than_in_the_year(parts: Figures, years: Figures) -> NDArray[np.bool_]:
    """Which [period, area, band] belong to an area's year with a quarter above the year itself."""
    steps = len(parts.low) // len(years.low)
    by_year = parts.low.reshape(len(years.low), steps, *parts.low.shape[1:])
    most: Array = np.nan_to_num(years.high, nan=np.inf)
    above: NDArray[np.bool_] = np.greater(np.nan_to_num(by_year), most[:, None])
    wrong = np.broadcast_to(np.asarray(above.any(axis=(1, 3)))[:, None, :, None], by_year.shape)
    return wrong.reshape(parts.low.shape)
