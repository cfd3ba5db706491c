"""One area through one year, compiled: everything here is plain loops over plain numbers.

Every flow is kept in grains of 2 to the power of -24 of a person, so that sums of them are
exact in any order and accounts balance to the last bit.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numba import njit

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.compiled import kernel

OLDEST: Final = 90
GRAINS: Final = 2.0**24


@njit(nogil=True)
def _grains(number: float) -> float:
    whole: float = np.rint(number * GRAINS) / GRAINS
    return whole


@kernel(
    "void(float64[:, ::1], float64[:, ::1], float64[::1], float64[:, ::1], float64[:, ::1],"
    " float64[:, ::1], float64, float64[:, ::1], float64[::1], float64[:, ::1],"
    " float64[:, ::1], float64[:, ::1])"
)
def year_by_survivorship(
    before: Array,
    dying: Array,
    births: Array,
    arrivals: Array,
    leaving: Array,
    departures: Array,
    boys: float,
    after: Array,
    born: Array,
    died: Array,
    came: Array,
    left: Array,
) -> None:
    """From one mid-year to the next; [sex, age] but dying and leaving, which are [sex, cohort].

    Whoever dies cannot leave, and whoever left does not die here: each risk is taken of those
    whom half of the other has spared, so that (1 - dying)(1 - leaving) of a cohort stay. Writes
    `after` and the four flows, which add up: after = before aged on + born - died + came - left.
    """
    for sex in range(2):
        for age in range(OLDEST + 1):
            died[sex, age] = 0.0
            left[sex, age] = 0.0
            came[sex, age] = _grains(arrivals[sex, age])
            after[sex, age] = 0.0
        for cohort in range(1, OLDEST + 2):
            _pass_cohort(before[sex, cohort - 1], sex, cohort, dying, leaving, after, died, left)
        for age in range(1, OLDEST + 1):
            _move(sex, age, dying, departures, after, died, came, left)
    children = 0.0
    for age in range(1, OLDEST + 1):
        children += births[age] * (before[0, age] + after[0, age]) / 2
    born[0] = _grains(children * (1.0 - boys))
    born[1] = _grains(children * boys)
    for sex in range(2):
        _pass_cohort(born[sex], sex, 0, dying, leaving, after, died, left)
        _move(sex, 0, dying, departures, after, died, came, left)


@njit(nogil=True)
def _pass_cohort(
    there: float,
    sex: int,
    cohort: int,
    dying: Array,
    leaving: Array,
    after: Array,
    died: Array,
    left: Array,
) -> None:
    """Those of one cohort who die, leave, and stay."""
    age = min(cohort, OLDEST)
    risk, share = dying[sex, cohort], leaving[sex, cohort]
    deaths = min(_grains(there * risk * (1.0 - share / 2)), there)
    gone = min(_grains(there * share * (1.0 - risk / 2)), there - deaths)
    died[sex, age] += deaths
    left[sex, age] += gone
    after[sex, age] += there - deaths - gone


@njit(nogil=True)
def _move(
    sex: int,
    age: int,
    dying: Array,
    departures: Array,
    after: Array,
    died: Array,
    came: Array,
    left: Array,
) -> None:
    """Those who arrive, with half a year's chance of dying, and numbers of people who depart."""
    deaths = min(_grains(came[sex, age] * dying[sex, age] / 2), came[sex, age])
    there = after[sex, age] + came[sex, age] - deaths
    gone = min(_grains(departures[sex, age]), there)
    died[sex, age] += deaths
    left[sex, age] += gone
    after[sex, age] = there - gone


@kernel(
    "void(float64[:, ::1], float64[:, ::1], float64[::1], float64[:, ::1], float64[:, ::1],"
    " float64[:, ::1], float64, float64[:, ::1], float64[::1], float64[:, ::1],"
    " float64[:, ::1], float64[:, ::1])"
)
def year_by_rates_of_year_before(
    before: Array,
    dying: Array,
    births: Array,
    arrivals: Array,
    leaving: Array,
    departures: Array,
    boys: float,
    after: Array,
    born: Array,
    died: Array,
    came: Array,
    left: Array,
) -> None:
    """The year as published by regional offices: rates times last year's people of that age."""
    children = 0.0
    for age in range(OLDEST + 1):
        children += births[age] * before[0, age]
    born[0] = _grains(children * (1.0 - boys))
    born[1] = _grains(children * boys)
    for sex in range(2):
        for age in range(OLDEST + 1):
            there = born[sex] if age == 0 else before[sex, age - 1]
            if age == OLDEST:
                there += before[sex, OLDEST]
            came[sex, age] = _grains(arrivals[sex, age])
            died[sex, age] = min(_grains(before[sex, age] * dying[sex, age]), there)
            there += came[sex, age] - died[sex, age]
            left[sex, age] = min(_grains(departures[sex, age]), there)
            after[sex, age] = there - left[sex, age]


@kernel("void(float64[:, :, ::1], float64[:, ::1], float64[:, :, ::1])")
def fit_to_nation(people: Array, nation: Array, added: Array) -> None:
    """Scale people[area, sex, age] so that areas sum to nation[sex, age], and say what was added.

    The areas keep their shares. What rounding to grains leaves over goes to the largest area, so
    that the sum is the nation's figure to the last bit; an age that no area has is shared alike.
    """
    areas = people.shape[0]
    for sex in range(2):
        for age in range(OLDEST + 1):
            total = 0.0
            for area in range(areas):
                total += people[area, sex, age]
            wanted, given, largest = _grains(nation[sex, age]), 0.0, 0
            for area in range(areas):
                share = people[area, sex, age] / total if total > 0.0 else 1.0 / areas
                fitted = _grains(wanted * share)
                added[area, sex, age] = fitted - people[area, sex, age]
                people[area, sex, age] = fitted
                given += fitted
                if fitted > people[largest, sex, age]:
                    largest = area
            people[largest, sex, age] += wanted - given
            added[largest, sex, age] += wanted - given
