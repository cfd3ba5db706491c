"""What wanders is held in by how far councils stand apart.

A level that walks freely for 25 years would end further from other councils' than any council
ever stood. Councils watch each other and answer to the same ministers, so that a walk is held as
an Ornstein-Uhlenbeck process is: with free variance v and B the variance between councils today,
what is left is B (1 - exp(-v / B)). For the first years that is v; in the end it is B.
"""

from __future__ import annotations

import numpy as np

from carewright_engine.demand.arrays import Array


def held_in(drawn: Array, apart: Array) -> Array:
    """Draws [draw, year, area, band] held in; `apart` [band] is the variance of logs of councils.

    What moves all areas together is left as it is; so is every middle.
    """
    logs = np.log(drawn)
    middle = np.median(logs, axis=0)
    away = logs - middle
    together = away.mean(axis=2, keepdims=True)
    own = away - together
    free = np.maximum(own.var(axis=0), 1e-12)
    left = apart * -np.expm1(-free / apart)
    held: Array = np.exp(middle + together + own * np.sqrt(left / free))
    return held


def apart_of(logs: Array) -> Array:
    """[band]: variance of the logs of areas [area, band] about the middle one; NaN left out."""
    away = logs - np.nanmedian(logs, axis=0)
    found: Array = np.maximum(np.nanmean(away**2, axis=0), 0.01)
    return found
