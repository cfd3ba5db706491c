"""An official projection used as it is, and the nation that areas are fitted to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.components import Origin
from carewright_engine.demand.population.history import Years, people_by_year
from carewright_engine.demand.population.people import (
    USUAL_BANDS,
    Band,
    checked_bands,
    in_grains,
)
from carewright_engine.demand.population.projecting import PopulationDraws
from carewright_engine.demand.refusing import BadParameter

AS_PUBLISHED = Origin("people", "published", "the official projection as it was published")


def official_people(rows: pl.DataFrame, area: str, years: Years) -> Array:
    """[year, sex, age] of one area, both years included, out of the canonical table `population`.

    Raises BadParameter for an area or a year that the projection does not have.
    """
    dated = pl.col("on").dt.year().cast(pl.Int64)
    ours = rows.filter(pl.col("area_code") == area).with_columns(year=dated)
    if ours.is_empty():
        known = ", ".join(rows["area_code"].unique().sort().head(12))
        raise BadParameter("area", area, f"an area of the projection, such as {known}")
    first, last = ours.select(pl.col("year").min(), pl.col("year").max().alias("to")).row(0)
    for year in years:
        if not first <= year <= last:
            raise BadParameter("year", year, f"from {first} to {last}, as it is published")
    people = people_by_year(ours, *years)
    if np.isnan(people).any():
        raise BadParameter("population", f"not whole for {area}", "every age and both sexes")
    return people


def as_published(
    rows: pl.DataFrame,
    areas: Sequence[str],
    *,
    years: Years,
    bands: Sequence[Band] = USUAL_BANDS,
) -> PopulationDraws:
    """An official projection by nation or region as it is: a middle, and no draws around it.

    It says nothing of how wrong it may be, and nothing is made up; `project` with the nation as
    its one area gives draws around it.
    """
    chosen = checked_bands(bands)
    people = np.stack([official_people(rows, area, years) for area in areas], axis=1)
    none = np.empty((0, *people.shape[:2], len(chosen)))
    return PopulationDraws(tuple(areas), years[0], chosen, none, in_grains(people), (AS_PUBLISHED,))
