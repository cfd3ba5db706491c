"""From a projected population to the people that the full model follows.

The model has its own yearly chances of dying, leaving and coming. They are read off the projection,
so that the people followed grow old and few as the projection says: where a cohort shrinks, people
die, or leave if they are young; where it grows, people come.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals.practice_model import Moves
from carewright_engine.demand.refusing import BadParameter, require_not_negative

Table = NDArray[np.float64]

#: From this age on whoever is gone has died. Below, the logarithm of the chance of dying lies on
#: the line of the ages above (Gompertz 1825), and the rest have left.
SETTLED: Final = 60
BEARING: Final = slice(15, 45)
MOST_DYING: Final = 0.9
LEAST_DYING: Final = 1e-5


def moves_in(projected: Table) -> Moves:
    """The mean year of `projected[year, sex, age]`: two years or more, the last age open."""
    if projected.ndim != 3 or len(projected) < 2:
        raise BadParameter("years projected", len(projected), "2 or more")
    require_not_negative("people", projected)
    start, end = _cohorts(projected)
    left_over = np.divide(end, start, out=np.ones_like(end), where=start > 0)
    death = _dying(left_over)
    away = 1 - death - left_over
    young = np.arange(start.shape[1]) < SETTLED
    years = len(projected) - 1
    came = np.where(young, np.maximum(-away, 0) * start / years, 0.0)
    return Moves(
        death=death,
        leaving=np.where(young, np.clip(away, 0, 1), 0.0),
        arrivals=_a_year_older(came),
        fertility=_births(projected),
    )


def _cohorts(projected: Table) -> tuple[Table, Table]:
    """[sex, age] over all years: people of each age, and how many of them there are a year on.

    The two oldest ages end up together, and are taken as one.
    """
    start = projected[:-1].sum(axis=0)
    end = np.roll(projected[1:].sum(axis=0), -1, axis=-1)
    oldest = projected[1:, :, -1].sum(axis=0)
    both = start[:, -2:].sum(axis=-1)
    end[:, -2:] = start[:, -2:] * np.divide(oldest, both, out=np.ones(2), where=both > 0)[:, None]
    return start, end


def _dying(left_over: Table) -> Table:
    """[sex, age] chance of dying."""
    ages = np.arange(left_over.shape[1])
    seen = np.clip(1 - left_over, LEAST_DYING, MOST_DYING)
    death = seen.copy()
    for sex in range(len(seen)):
        slope, level = np.polyfit(ages[SETTLED:-1], np.log(seen[sex, SETTLED:-1]), 1)
        death[sex, :SETTLED] = np.exp(level + slope * ages[:SETTLED])
    return np.clip(death, LEAST_DYING, MOST_DYING)


def _a_year_older(by_age_before: Table) -> Table:
    """By the age at the year's end."""
    older = np.roll(by_age_before, 1, axis=-1)
    older[:, 0] = 0
    older[:, -1] += by_age_before[:, -1]
    return older


def _births(projected: Table) -> Table:
    """[age] children alive at the year's end for each woman, alike at all ages of bearing."""
    women = projected[:-1, 0, BEARING].sum()
    children = projected[1:, :, 0].sum()
    rates = np.zeros(projected.shape[2])
    rates[BEARING] = children / women if women > 0 else 0.0
    return rates
