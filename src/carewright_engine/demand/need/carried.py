"""Figures carried forward: a period that repeats another in every age band tells nothing new.

A publisher fills in for a council that sent nothing with what it sent before. Taken for
evidence, such a figure would say that nothing ever changes there.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.arrays import Array

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
