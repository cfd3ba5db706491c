"""People by age band in years near a dated estimate, moved on by the nation's own cohorts.

An area's people aged 70 in mid-2020 are those aged 71 a year later, in the proportion in which
the nation's are by the national estimates or projection (deaths and migration together). Areas
so moved add up to the nation in every year, because they do in the year of the estimate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.tables.published.age_bands import bounds

SEXES = ("female", "male")
OLDEST = 90  # and over


def by_single_year(population: pl.DataFrame, areas: Sequence[str], year: int) -> Array:
    """People [area, sex, age] in the middle of a year, out of the `population` table."""
    rows = population.filter(
        pl.col("area_code").is_in(list(areas))
        & pl.col("sex").is_in(list(SEXES))
        & (pl.col("on").dt.year() == year)
    )
    people = np.zeros((len(areas), len(SEXES), OLDEST + 1))
    place = {code: at for at, code in enumerate(areas)}
    for code, sex, age, count in rows.select("area_code", "sex", "age", "people").iter_rows():
        people[place[code], SEXES.index(sex), min(age, OLDEST)] += count
    empty = [code for code, at in place.items() if not people[at].any()]
    if empty:
        raise BadParameter("population", f"without {empty[0]} in {year}", "a file that has it")
    return people


def moved_on(people: Array, nation: Array, nation_next: Array) -> Array:
    """People [area, sex, age] a year later, as the nation's [sex, age] cohorts changed."""
    later = np.zeros_like(people)
    later[:, :, 0] = people[:, :, 0] * (nation_next[:, 0] / nation[:, 0])
    later[:, :, 1:OLDEST] = people[:, :, : OLDEST - 1] * (
        nation_next[:, 1:OLDEST] / nation[:, : OLDEST - 1]
    )
    oldest = people[:, :, OLDEST - 1 :].sum(axis=2)
    later[:, :, OLDEST] = oldest * (nation_next[:, OLDEST] / nation[:, OLDEST - 1 :].sum(axis=1))
    return later


def moved_back(people: Array, nation: Array, nation_before: Array) -> Array:
    """People [area, sex, age] a year earlier; those of 89 and over divide as the nation's did."""
    before = np.zeros_like(people)
    before[:, :, : OLDEST - 1] = people[:, :, 1:OLDEST] * (
        nation_before[:, : OLDEST - 1] / nation[:, 1:OLDEST]
    )
    oldest = people[:, :, OLDEST, None]
    before[:, :, OLDEST - 1 :] = oldest * (nation_before[:, OLDEST - 1 :] / nation[:, OLDEST, None])
    return before


def in_bands(people: Array, bands: Sequence[str]) -> Array:
    """People [..., band] of both sexes, from people [..., sex, age]."""
    summed = []
    for band in bands:
        ages = bounds(band)
        if ages is None:
            raise BadParameter("bands", band, "an age band such as 65-74 or 85+")
        youngest, oldest = ages
        within = people[..., youngest:] if oldest is None else people[..., youngest : oldest + 1]
        summed.append(within.sum(axis=(-2, -1)))
    return np.stack(summed, axis=-1)


def around(
    people: Array, base_year: int, nation: Mapping[int, Array], years: Sequence[int]
) -> dict[int, Array]:
    """People [area, sex, age] in each year asked for, from an estimate of the base year."""
    found = {base_year: people}
    for year in range(base_year + 1, max(years) + 1):
        found[year] = moved_on(found[year - 1], nation[year - 1], nation[year])
    for year in range(base_year - 1, min(years) - 1, -1):
        found[year] = moved_back(found[year + 1], nation[year + 1], nation[year])
    return {year: found[year] for year in years}
