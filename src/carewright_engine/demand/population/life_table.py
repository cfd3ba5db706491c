"""From chances of dying between birthdays to chances from one mid-year to the next."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.components import COHORTS
from carewright_engine.demand.population.history import Years
from carewright_engine.demand.population.people import OLDEST, SEXES
from carewright_engine.demand.refusing import BadParameter

#: Babies who die in their first year die, on average, a tenth of the way through it.
INFANT_SHARE: Final = 0.1


def period_chances(rates: pl.DataFrame, years: Years) -> Array:
    """[year, sex, exact age] out of `population_rate`: chances of dying before the next birthday.

    Ages run from 0 to the oldest of the file; raises BadParameter where one is missing.
    """
    wanted = rates.filter(
        (pl.col("measure") == "death")
        & (pl.col("variant") == "principal")
        & (pl.col("age") >= 0)
        & pl.col("year").is_between(*years)
    )
    oldest = wanted["age"].max()
    ages = oldest + 1 if isinstance(oldest, int) else 0
    grid = np.full((years[1] - years[0] + 1, len(SEXES), ages), np.nan)
    at_sex = (wanted["sex"] == SEXES[1]).cast(pl.Int64).to_numpy()
    at_year = wanted["year"].to_numpy() - years[0]
    grid[at_year, at_sex, wanted["age"].to_numpy()] = wanted["rate"].to_numpy()
    if ages <= OLDEST + 1 or np.isnan(grid).any():
        field = f"chances of dying from {years[0]} to {years[1]}"
        raise BadParameter(field, "not whole", "given for every year, sex and age beyond 91")
    return grid


def cohort_chances(period: Array) -> Array:
    """[..., cohort]: chances of dying from mid-year to mid-year, out of [..., exact age].

    Someone aged x last birthday is on average x and a half; of them L(x+1) / L(x) live on, where
    L(x) are the years lived at age x in the life table (Preston, Heuveline and Guillot,
    Demography, 2001, chapter 6). Cohort 0 is born in the year; cohort 91 is 90 and over.
    """
    alive = np.cumprod(np.concatenate([np.ones((*period.shape[:-1], 1)), 1 - period], -1), -1)
    dead = alive[..., :-1] - alive[..., 1:]
    lived = alive[..., 1:] + dead / 2
    lived[..., 0] = alive[..., 1] + INFANT_SHARE * dead[..., 0]
    beyond = np.cumsum(lived[..., ::-1], -1)[..., ::-1]
    stays = np.empty((*period.shape[:-1], COHORTS))
    stays[..., 0] = lived[..., 0]
    stays[..., 1:-1] = lived[..., 1 : OLDEST + 1] / lived[..., :OLDEST]
    stays[..., -1] = beyond[..., OLDEST + 1] / beyond[..., OLDEST]
    chances: Array = np.clip(1 - stays, 0.0, 1.0)
    return chances
