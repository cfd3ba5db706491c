"""People of areas by sex and single year of age, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.refusing import BadParameter

#: Ages from the youngest to the oldest, both included; 90 means 90 and over.
Band = tuple[int, int]

SEXES: Final = ("female", "male")
OLDEST: Final = 90
AGES: Final = OLDEST + 1
#: The bands in which support is published, and all ages beneath them.
USUAL_BANDS: Final[tuple[Band, ...]] = ((0, 17), (18, 64), (65, 74), (75, 84), (85, 90))

#: People are counted in sixteen-millionths: sums of such numbers are exact in any order.
GRAIN: Final = 2.0**-24


def in_grains(people: Array) -> Array:
    """The same people to the nearest 2 to the power of -24, so that every sum of them is exact."""
    whole: Array = np.rint(people / GRAIN) * GRAIN
    return whole


def band_name(band: Band) -> str:
    """The band as the tables write it: '75-84', '85+'."""
    youngest, oldest = band
    return f"{youngest}+" if oldest == OLDEST else f"{youngest}-{oldest}"


def checked_bands(bands: Sequence[Band]) -> tuple[Band, ...]:
    """The bands, where each holds ages from 0 to 90 and no two hold the same age."""
    seen: set[int] = set()
    for youngest, oldest in bands:
        ages = set(range(youngest, oldest + 1))
        if not ages or youngest < 0 or oldest > OLDEST or ages & seen:
            wanted = f"ages from 0 to {OLDEST}, the younger first, in no other band"
            raise BadParameter("bands", f"{youngest} to {oldest}", wanted)
        seen |= ages
    return tuple(bands)


@dataclass(frozen=True, slots=True)
class Population:
    """Who lived where in the middle of one year: people[area, sex, age].

    Ages run from 0 to 90 and over. Raises BadParameter for people fewer than none.
    """

    areas: tuple[str, ...]
    year: int
    people: Array

    def __post_init__(self) -> None:
        if self.people.shape != (len(self.areas), len(SEXES), AGES):
            wanted = f"{len(self.areas)} areas by {len(SEXES)} sexes by {AGES} ages"
            raise BadParameter("people", f"of shape {self.people.shape}", wanted)
        if not np.isfinite(self.people).all() or (self.people < 0).any():
            raise BadParameter("people", f"{np.nanmin(self.people):g} somewhere", "0 or more")

    def of(self, areas: Sequence[str]) -> Population:
        """Only these areas, in this order; raises BadParameter for one that is not known."""
        for area in areas:
            if area not in self.areas:
                known = f"one of the {len(self.areas)} areas from {self.areas[0]}"
                raise BadParameter("area", area, f"{known} to {self.areas[-1]}")
        places = [self.areas.index(area) for area in areas]
        return Population(tuple(areas), self.year, self.people[places])


def population_in(rows: pl.DataFrame, year: int, *, kind: str = "council") -> Population:
    """The rows of the canonical table `population` for one mid-year and kind of area.

    Needs women and men apart and every age; raises BadParameter naming what is missing.
    """
    wanted = rows.filter(
        (pl.col("on") == date(year, 6, 30))
        & (pl.col("area_kind") == kind)
        & pl.col("sex").is_in(SEXES)
    )
    areas = tuple(wanted["area_code"].unique().sort())
    if not areas:
        said = f"no {kind} by sex for mid-{year}"
        raise BadParameter("population", said, "given for the base year, women and men apart")
    return Population(areas, year, _filled(wanted, areas))


def _filled(rows: pl.DataFrame, areas: tuple[str, ...]) -> Array:
    place = {area: number for number, area in enumerate(areas)}
    people = np.full((len(areas), len(SEXES), AGES), np.nan)
    at_area = rows["area_code"].replace_strict(place, return_dtype=pl.Int64).to_numpy()
    at_sex = (rows["sex"] == SEXES[1]).cast(pl.Int64).to_numpy()
    people[at_area, at_sex, rows["age"].to_numpy()] = rows["people"].to_numpy()
    for area, hole in zip(areas, np.isnan(people).any(axis=(1, 2)), strict=True):
        if hole:
            raise BadParameter("population", f"not whole for {area}", "every age and both sexes")
    return people


def in_bands(people: Array, bands: Sequence[Band]) -> Array:
    """Both sexes together in age bands: [..., sex, age] becomes [..., band]."""
    both = people.sum(axis=-2)
    return np.stack([both[..., young : old + 1].sum(axis=-1) for young, old in bands], axis=-1)
