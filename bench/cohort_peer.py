"""The cohort model as one writes it in NumPy: every draw and area at once, a loop over years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
OLDEST = 90


def numpy_futures(
    base: Array,
    dying: Array,
    births: Array,
    arrivals: Array,
    leaving: Array,
    departures: Array,
    boys: float,
    fitting: Array,
    mortality: Array,
    fertility: Array,
    growth: Array,
    mistaken: Array,
    group: Array,
    movers: Array,
    bands: Sequence[tuple[int, int]],
) -> Array:
    """people[draw, year, area, band], from the same arrays as the compiled kernel takes."""
    draws, years, areas = growth.shape
    found = np.empty((draws, years + 1, areas, len(bands)))
    people = base * np.exp(mistaken)[:, :, np.newaxis, group.astype(int)]
    found[:, 0] = in_bands(people, bands)
    for year in range(years):
        risk = np.minimum(dying[year] * mortality[:, year, np.newaxis, np.newaxis, np.newaxis], 1)
        stay = people * (1 - risk[..., 1:]) * (1 - leaving[year, :, :, 1:])
        came = arrivals[year] * (1 - risk[..., :-1] / 2)
        after = np.zeros_like(people)
        after[..., 1:] = stay[..., :-1] + came[..., 1:] - departures[year, :, :, 1:]
        after = np.maximum(after, 0)
        after[..., OLDEST] += stay[..., OLDEST]
        women = (people[:, :, 0, 1:] + after[:, :, 0, 1:]) / 2
        children = (births[year, :, 1:] * women).sum(axis=-1) * fertility[:, year, np.newaxis]
        born = np.stack([children * (1 - boys), children * boys], axis=-1)
        left = born * (1 - risk[..., 0]) * (1 - leaving[year, :, :, 0])
        after[..., 0] = np.maximum(left + came[..., 0] - departures[year, :, :, 0], 0)
        factor = np.maximum(1 + growth[:, year, :, np.newaxis] * movers, 0)
        people = after * fitting[year] * factor[:, :, np.newaxis]
        found[:, year + 1] = in_bands(people, bands)
    return found


def in_bands(people: Array, bands: Sequence[tuple[int, int]]) -> Array:
    """Both sexes together: [..., sex, age] becomes [..., band]."""
    both = people.sum(axis=-2)
    return np.stack([both[..., young : old + 1].sum(axis=-1) for young, old in bands], axis=-1)
