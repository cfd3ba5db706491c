"""Whole paths of levels drawn at once, from a banded precision matrix.

Rue (2001), "Fast sampling of Gaussian Markov random fields": with Q = L L', the solution of
L' x = L^-1 b + z has mean Q^-1 b and variance Q^-1. Cost is linear in the length of the path.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from carewright_engine.demand.compiled import kernel

Numbers = npt.NDArray[np.float64]


@kernel("float64[:,::1](float64[:,:,::1], float64[:,::1], float64[:,::1], int64)")
def draw_paths(precision: Numbers, pull: Numbers, normals: Numbers, width: int) -> Numbers:
    """One draw [area, place] for each area; `width` is how far from the diagonal anything lies.

    `precision` is [area, place, place], `pull` its product with the mean, `normals` standard.
    """
    areas, places = pull.shape
    drawn = np.empty((areas, places))
    root = np.zeros((places, places))
    half = np.empty(places)
    for area in range(areas):
        for row in range(places):
            first = max(0, row - width)
            for column in range(first, row + 1):
                left = precision[area, row, column]
                for k in range(first, column):
                    left -= root[row, k] * root[column, k]
                root[row, column] = np.sqrt(left) if row == column else left / root[column, column]
        for row in range(places):
            left = pull[area, row]
            for k in range(max(0, row - width), row):
                left -= root[row, k] * half[k]
            half[row] = left / root[row, row]
        for row in range(places - 1, -1, -1):
            left = half[row] + normals[area, row]
            for k in range(row + 1, min(places, row + width + 1)):
                left -= root[k, row] * drawn[area, k]
            drawn[area, row] = left / root[row, row]
    return drawn
