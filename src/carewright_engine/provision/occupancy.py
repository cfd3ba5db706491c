"""Occupancy: how many of the places are taken, where somebody counted."""

from __future__ import annotations

import polars as pl

from carewright_engine.provision.answers import Figure, NotAssessed
from carewright_engine.provision.figures import figure, not_known
from carewright_engine.provision.groundwork import Scope
from carewright_engine.provision.kinds_of_care import kind_key

NOT_COUNTED = NotAssessed(
    "Occupancy and empty places",
    "not in the given files",
    "Capacity reports by providers, or the care home census",
)


def occupancy(scope: Scope) -> Figure:
    """Residents for each place on the latest day counted; every council of the area must be in."""
    counts = _latest_counts(scope)
    residents, places = _sum_of(counts, "residents", scope), _sum_of(counts, "places", scope)
    given = counts.filter(pl.col("measure") == "occupancy")
    words = "of places were taken"
    if residents is not None and places:
        value = residents / places
    elif given.height == 1 and len(scope.area.councils) == 1 and given["value"][0] is not None:
        value = float(given["value"][0])
    else:
        return not_known("capacity.occupancy", "share", "occupancy", NOT_COUNTED)
    day = counts["on"].sort()[-1]
    said = f"{words} on {day}"
    return figure("capacity.occupancy", value, "share", said, "occupancy", counts)


def _latest_counts(scope: Scope) -> pl.DataFrame:
    rows = scope.ground.inputs.frame("capacity")
    wanted = pl.col("area_code").is_in(list(scope.area.councils)) & pl.col("sector").is_null()
    if scope.question.care_group:
        wanted = wanted & (pl.col("care_group") == scope.question.care_group)
    rows = rows.filter(wanted & (pl.col("on") <= scope.ground.as_at))
    rows = rows.with_columns(kind_key=kind_key())
    if scope.kind is not None:
        rows = rows.filter(pl.col("kind_key") == scope.kind.key)
    return rows.filter(pl.col("on") == pl.col("on").max())


def _sum_of(counts: pl.DataFrame, measure: str, scope: Scope) -> float | None:
    """The sum over the area's councils; None unless each of them gives a number."""
    rows = counts.filter((pl.col("measure") == measure) & pl.col("value").is_not_null())
    if set(rows["area_code"]) != set(scope.area.councils) or rows.height == 0:
        return None
    return float(rows["value"].sum())
