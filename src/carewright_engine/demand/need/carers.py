"""Unpaid carers as a population of their own: how many of each age give how many hours.

Shares come from a census where one is held; elsewhere nobody is invented, and the answer names
the file that would tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.care_groups import Missing

AGES: Final = ("5-14", "15-39", "40-64", "65+")
HOURS: Final = ("1-19 hours", "20-34 hours", "35-49 hours", "50+ hours")
FILES: Final = {
    "S": "Scotland's Census 2022, provision of unpaid care by age, sex and council",
    "E": "Census 2021, unpaid care by age, sex and local authority (table RM174)",
    "W": "Census 2021, unpaid care by age, sex and local authority (table RM174)",
    "N": "Northern Ireland's Census 2021, provision of unpaid care by age and district",
}
CONCENTRATION: Final = 200.0  # people's worth that the other areas count for


@dataclass(frozen=True, slots=True)
class Carers:
    """Carers out of everyone of an age: [area, age, hours]."""

    areas: tuple[str, ...]
    people: Array  # [area, age], everyone
    carers: Array  # [area, age, hours]

    def shares(self) -> Array:
        """[area, age, hours]: shares of everyone of the age."""
        found: Array = self.carers / self.people[:, :, None]
        return found

    def drawn(self, draws: int, seed: int) -> Array:
        """Shares [draw, area, age, hours], each area's drawn towards all areas'.

        Dirichlet with the counts and, as prior, `CONCENTRATION` people like those of all areas.
        """
        rest = self.people[:, :, None] - self.carers.sum(axis=2, keepdims=True)
        counts = np.concatenate([self.carers, rest], axis=2)
        usual = counts.sum(axis=0) / counts.sum(axis=(0, 2))[:, None]
        weight = stream(seed, "need", "carers").standard_gamma(
            counts + CONCENTRATION * usual, (draws, *counts.shape)
        )
        shares: Array = weight / weight.sum(axis=-1, keepdims=True)
        return shares[..., :-1]


def carers_of(activity: pl.DataFrame, nation: str) -> Carers | Missing:
    """Carers by area in a nation (S, E, W or N), or which file would tell."""
    rows = activity.filter(
        (pl.col("kind") == "unpaid_care") & pl.col("area_code").str.starts_with(nation)
    )
    if rows.height == 0:
        return Missing("Unpaid carers", FILES[nation])
    areas = tuple(sorted(rows["area_code"].unique()))
    people = np.zeros((len(areas), len(AGES)))
    carers = np.zeros((len(areas), len(AGES), len(HOURS)))
    for code, age, hours, value in rows.select(
        "area_code", "age_band", "detail", "value"
    ).iter_rows():
        if age not in AGES:
            continue
        at = areas.index(code), AGES.index(age)
        if hours == "":
            people[at] = value
        elif hours in HOURS:
            carers[(*at, HOURS.index(hours))] = value
    return Carers(areas, people, carers)
