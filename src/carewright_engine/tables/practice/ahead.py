"""The region as its statistics office might foresee it: people, deaths and births by age and year.

Written in the columns of the national projections; the region is the whole nation of the practice
files, so that its councils sum to it. Everything is invented, in the likeness of Scotland.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from carewright_engine.tables.practice.people import AGES, SEXES, People

NATION: Final = "S92000003"
BASE_YEAR: Final = 2020
FIRST, LAST = 2011, 2060
#: Chances of dying rise by a tenth with each year of age (Gompertz), and fall by 1% a year.
AT_BIRTH: Final = {"Female": 2.0e-5, "Male": 2.9e-5}
WITH_AGE: Final = 0.095
IMPROVES: Final = 0.01
LIFE: Final = 121  # ages of a life table
MOTHERS: Final = range(15, 46)
BUSIEST, SPREAD = 31.0, 5.5  # the age at which most children are born, and the deviation
CHILDREN: Final = 1.45  # to each woman, over her life
GIRLS: Final = 100 / 205
COMING: Final = 0.004  # net arrivals a year at 18 to 34, of people of that age
ARRIVE: Final = slice(18, 35)
Numbers = npt.NDArray[np.float64]


def dying(year: int, ages: int = AGES) -> Numbers:
    """Chances [sex, age] of dying within the year."""
    olds = np.arange(ages)
    level = np.array([AT_BIRTH[sex] for sex in SEXES])[:, None]
    chance = level * np.exp(WITH_AGE * olds) * (1 - IMPROVES) ** (year - BASE_YEAR)
    found: Numbers = np.minimum(chance, 0.6)
    return found


def bearing() -> Numbers:
    """Births [age] a woman in a year."""
    ages = np.arange(AGES)
    shape = np.where(
        np.isin(ages, list(MOTHERS)), np.exp(-0.5 * ((ages - BUSIEST) / SPREAD) ** 2), 0.0
    )
    births: Numbers = CHILDREN * shape / shape.sum()
    return births


def region_ahead(people: People) -> dict[int, Numbers]:
    """People [sex, age] in the middle of each year, before and after the base."""
    now = people.counts.sum(axis=0).astype(np.float64)
    found = {BASE_YEAR: now}
    for year in range(BASE_YEAR, LAST):
        found[year + 1] = _a_year_on(found[year], year)
    for year in range(BASE_YEAR, FIRST, -1):
        found[year - 1] = _a_year_back(found[year], year - 1)
    return dict(sorted(found.items()))


def _a_year_on(now: Numbers, year: int) -> Numbers:
    stay = now * (1 - dying(year))
    stay[:, ARRIVE] *= 1 + COMING
    later = np.zeros_like(now)
    later[:, 1:] = stay[:, :-1]
    later[:, -1] += stay[:, -1]
    born = float((now[0] * bearing()).sum())
    later[:, 0] = born * np.array([GIRLS, 1 - GIRLS])
    return later


def _a_year_back(now: Numbers, year: int) -> Numbers:
    """Those of an age were a year younger; the oldest divide as they do now."""
    before = now.copy()
    before[:, :-2] = now[:, 1:-1] / (1 - dying(year)[:, :-2])
    before[:, ARRIVE] /= 1 + COMING
    return before


def projection(people: People) -> pl.DataFrame:
    """A row for each sex and age, a column for each year."""
    years = region_ahead(people)
    return pl.DataFrame(list(_rows(years)), infer_schema_length=1)


def _rows(years: dict[int, Numbers]) -> Iterator[dict[str, str | int | float]]:
    for at, sex in enumerate(SEXES):
        for age in range(AGES):
            by_year = {str(year): round(float(now[at, age]), 3) for year, now in years.items()}
            yield {"Gender": sex, "Region": NATION, "Age": age, **by_year}


def chances_of_dying() -> pl.DataFrame:
    """For each 100,000 people, by sex and age, a column for each year."""
    by_year = {year: dying(year, LIFE) for year in range(FIRST, LAST + 1)}
    rows = [
        {"Gender": sex, "Age": age}
        | {
            str(year): round(100_000 * float(chance[at, age]), 2)
            for year, chance in by_year.items()
        }
        for at, sex in enumerate(SEXES)
        for age in range(LIFE)
    ]
    return pl.DataFrame(rows, infer_schema_length=1)


def fertility() -> pl.DataFrame:
    """Births for each 1,000 women by age and year, alike in every year and variant."""
    births = bearing()
    rows = [
        {"Age": age, "Year": year}
        | {name: round(1000 * float(births[age]), 4) for name in ("Principal", "Low", "High")}
        for age in MOTHERS
        for year in range(FIRST, LAST + 1)
    ]
    return pl.DataFrame(rows, infer_schema_length=1)
