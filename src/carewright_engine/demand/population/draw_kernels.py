"""Thousands of futures of many areas, compiled.

The loop over areas is outside that over draws, so that one area's components stay in the
processor's cache while all its futures pass. A draw writes only its own results, so any split of
the draws over threads gives the same bits.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numba import njit

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.compiled import kernel

OLDEST: Final = 90
AGES: Final = 91


@kernel(
    "void(float64[:, :, ::1], float64[:, :, :, ::1], float64[:, :, ::1], float64[:, :, :, ::1],"
    " float64[:, :, :, ::1], float64[:, :, :, ::1], float64, float64[:, :, ::1],"
    " float64[:, ::1], float64[:, ::1], float64[:, :, ::1], float64[:, :, ::1], float64[::1],"
    " float64[::1], float64[::1], float64[::1], float64[:, :, :, ::1])"
)
def draw_futures(
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
    youngest: Array,
    oldest: Array,
    people: Array,
) -> None:
    """Writes people[draw, year, area, band]; year 0 is the base, as mistaken as it may be.

    base is [area, sex, age]; components are [year, area, ...] as in `Components`; fitting[year,
    sex, age] is by what the areas were fitted to the nation in the central projection, held in
    every draw. mortality and fertility are factors [draw, year], growth[draw, year, area] and
    mistaken[draw, area, group] logarithms.
    """
    draws, years, areas = growth.shape
    before, after = np.empty((2, AGES)), np.empty((2, AGES))
    factor = np.empty(AGES)
    for area in range(areas):
        for draw in range(draws):
            for age in range(AGES):
                factor[age] = np.exp(mistaken[draw, area, int(group[age])])
            for sex in range(2):
                for age in range(AGES):
                    before[sex, age] = base[area, sex, age] * factor[age]
            _write_bands(before, youngest, oldest, people[draw, 0, area])
            for year in range(years):
                for age in range(AGES):
                    factor[age] = max(1.0 + growth[draw, year, area] * movers[age], 0.0)
                _pass_year(
                    before,
                    after,
                    dying[year, area],
                    births[year, area],
                    arrivals[year, area],
                    leaving[year, area],
                    departures[year, area],
                    boys,
                    fitting[year],
                    mortality[draw, year],
                    fertility[draw, year],
                    factor,
                )
                _write_bands(after, youngest, oldest, people[draw, year + 1, area])
                before, after = after, before


@njit(nogil=True)
def _pass_year(
    before: Array,
    after: Array,
    dying: Array,
    births: Array,
    arrivals: Array,
    leaving: Array,
    departures: Array,
    boys: float,
    fitting: Array,
    mortality: float,
    fertility: float,
    factor: Array,
) -> None:
    """One year by survivorship, as `year_by_survivorship` does it, without the accounts."""
    for sex in range(2):
        there, older = before[sex], after[sex, 1:]
        chance, share = dying[sex, 1:], leaving[sex, 1:]
        coming, going = arrivals[sex, 1:], departures[sex, 1:]
        for age in range(OLDEST):
            risk = min(chance[age] * mortality, 1.0)
            stay = there[age] * (1.0 - risk) * (1.0 - share[age])
            older[age] = max(stay + coming[age] * (1.0 - risk / 2) - going[age], 0.0)
        risk = min(dying[sex, AGES] * mortality, 1.0)
        after[sex, OLDEST] += before[sex, OLDEST] * (1.0 - risk) * (1.0 - leaving[sex, AGES])
    children = 0.0
    for age in range(1, AGES):
        children += births[age] * (before[0, age] + after[0, age])
    children *= fertility / 2
    for sex in range(2):
        born = children * (boys if sex == 1 else 1.0 - boys)
        risk = min(dying[sex, 0] * mortality, 1.0)
        stay = born * (1.0 - risk) * (1.0 - leaving[sex, 0])
        came = arrivals[sex, 0] * (1.0 - risk / 2)
        after[sex, 0] = max(stay + came - departures[sex, 0], 0.0)
        for age in range(AGES):
            after[sex, age] *= fitting[sex, age] * factor[age]


@njit(nogil=True)
def _write_bands(people: Array, youngest: Array, oldest: Array, bands: Array) -> None:
    """Both sexes together by age band; four sums side by side, as one would wait for itself."""
    for band in range(youngest.size):
        first, stop = int(youngest[band]), int(oldest[band]) + 1
        whole = stop - (stop - first) % 4
        a, b, c, d = 0.0, 0.0, 0.0, 0.0
        for age in range(first, whole, 4):
            a += people[0, age] + people[1, age]
            b += people[0, age + 1] + people[1, age + 1]
            c += people[0, age + 2] + people[1, age + 2]
            d += people[0, age + 3] + people[1, age + 3]
        for age in range(whole, stop):
            a += people[0, age] + people[1, age]
        bands[band] = (a + b) + (c + d)
