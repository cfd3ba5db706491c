"""Comparable areas, chosen by a similarity that is stated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.distances import Numbers, distances_km
from carewright_engine.provision.inputs import Inputs

NEAR_KM: Final = 5.0
MEASURES: Final = {
    "older": "share of people aged 75 and over",
    "density": "people who live within 5 km of a resident",
    "deprived": "share of people in the most deprived fifth of zones",
}


def alike_by(inputs: Inputs, zones: pl.DataFrame, councils: pl.DataFrame) -> pl.DataFrame:
    """One row a council: its people and the measures of likeness, null where not given."""
    older = councils.select(
        "council_code",
        people="all",
        older=pl.when(pl.col("all") > 0).then(pl.col("75+") / pl.col("all")),
    )
    return (
        older.join(_lived_density(zones), on="council_code", how="left")
        .join(_deprivation(inputs, zones), on="council_code", how="left")
        .sort("council_code")
    )


def comparators_of(
    area: AreaRef, peers: tuple[AreaRef, ...], measures: pl.DataFrame, count: int
) -> tuple[tuple[AreaRef, ...], tuple[str, ...]]:
    """The areas most alike, the nearest first, and which measures could be used."""
    others = [peer for peer in peers if peer.code != area.code]
    councils = {row["council_code"]: row for row in measures.to_dicts()}
    table = [_of_area(each, councils) for each in (area, *others)]
    used = tuple(name for name in MEASURES if all(row[name] is not None for row in table))
    if not used or not others:
        return (), ()
    points = np.array([[float(row[name] or 0) for name in used] for row in table])
    spread = points.std(axis=0)
    scaled = (points - points.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    apart = np.sqrt(((scaled[1:] - scaled[0]) ** 2).sum(axis=1))
    order = np.argsort(apart, kind="stable")[:count]
    return tuple(others[place] for place in order), used


def _of_area(
    area: AreaRef, councils: Mapping[str, Mapping[str, float | None]]
) -> dict[str, float | None]:
    """An area's measures, its councils weighed by their people; None where one is unknown."""
    rows = [councils.get(code, {}) for code in area.councils]
    people = sum(row.get("people") or 0 for row in rows)
    values: dict[str, float | None] = {}
    for name in MEASURES:
        known = [(row["people"] or 0, row[name]) for row in rows if row.get(name) is not None]
        whole = people > 0 and len(known) == len(rows)
        values[name] = sum(n * (value or 0) for n, value in known) / people if whole else None
    return values


def _lived_density(zones: pl.DataFrame) -> pl.DataFrame:
    """Logarithm of how many people of the council the typical resident has within 5 km."""
    placed = zones.drop_nulls(["latitude", "longitude", "all"]).filter(pl.col("all") > 0)
    found = []
    for (council,), part in placed.group_by("council_code", maintain_order=True):
        people, north, east = (part[c].to_numpy() for c in ("all", "latitude", "longitude"))
        found.append((council, _typical_neighbours(people, north, east)))
    schema = {"council_code": pl.String, "density": pl.Float64}
    return pl.DataFrame(found, schema=schema, orient="row")


def _typical_neighbours(people: Numbers, north: Numbers, east: Numbers) -> float:
    near = distances_km(north, east, north, east) <= NEAR_KM
    around = near @ people
    return float(np.average(np.log(around), weights=people))


def _deprivation(inputs: Inputs, zones: pl.DataFrame) -> pl.DataFrame:
    """Share of each council's people in the most deprived fifth, from zones' deciles."""
    deciles = inputs.frame("deprivation").filter(pl.col("measure") == "decile")
    deciles = deciles.select(code="area_code", decile="value").unique("code", keep="first")
    graded = zones.join(deciles, on="code").drop_nulls(["all", "decile"])
    deprived = pl.col("all").filter(pl.col("decile") <= 2).sum()
    return graded.group_by("council_code").agg(deprived=deprived / pl.col("all").sum())
