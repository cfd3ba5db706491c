"""How many people of which age live where."""

from __future__ import annotations

from datetime import date

import polars as pl

from carewright_engine.provision.inputs import Inputs
from carewright_engine.provision.kinds_of_care import AGES
from carewright_engine.tables.naming import ZONES


def people_by_row(inputs: Inputs, as_at: date) -> pl.DataFrame:
    """People of each band of age for each row of the population files that is used.

    Of each kind of area the latest estimate on or before the day is used, else the first after
    it; and rows for both sexes together where there are any, otherwise women and men add up.
    """
    rows = inputs.frame("population")
    days = rows.group_by("area_kind", "on", "sex").len()
    used = pl.lit(value=False)
    for kind in (*ZONES, "council"):
        used = used | _chosen(days.filter(pl.col("area_kind") == kind), as_at)
    bands = (
        pl.col("people").filter(_of_age(first, last)).sum().alias(band)
        for band, (first, last) in AGES.items()
    )
    keys = ("area_code", "area_kind", "on", "dataset", "source_row")
    summed = rows.lazy().filter(used).group_by(keys).agg(*bands).collect().sort(keys)
    # Two files may hold the same estimate: people are counted from one of them.
    return summed.filter(pl.col("dataset") == pl.col("dataset").first().over("area_code"))


def people_by_zone(inputs: Inputs, by_row: pl.DataFrame) -> pl.DataFrame:
    """One row a data zone: code, council, centre, and people of each band of age."""
    people = _by_area(by_row.filter(pl.col("area_kind").is_in(list(ZONES))))
    members = inputs.frame("membership").filter(
        pl.col("kind").is_in(list(ZONES)) & (pl.col("parent_kind") == "council")
    )
    councils = members.select("code", council_code="parent_code").unique("code", keep="first")
    # A look-up may name a zone and another file give its centre: the row with a centre counts.
    centres = inputs.frame("area").filter(pl.col("kind").is_in(list(ZONES)))
    centres = centres.select("code", "latitude", "longitude").drop_nulls()
    centres = centres.unique("code", keep="first")
    placed = councils.join(people, on="code", how="left").join(centres, on="code", how="left")
    return placed.sort("code")


def people_by_council(zones: pl.DataFrame, by_row: pl.DataFrame) -> pl.DataFrame:
    """One row a council: from its data zones where all of them are known, else its own row."""
    own = _by_area(by_row.filter(pl.col("area_kind") == "council"))
    own = own.rename({"code": "council_code"}).with_columns(basis=pl.lit("council"))
    complete = zones.filter(pl.col("all").is_not_null().all().over("council_code"))
    summed = complete.group_by("council_code").agg(
        *(pl.col(band).sum() for band in AGES), on=pl.col("on").max()
    )
    summed = summed.with_columns(basis=pl.lit("data_zone"))
    rest = own.join(summed, on="council_code", how="anti")
    return pl.concat([summed, rest.select(summed.columns)]).sort("council_code")


def _by_area(by_row: pl.DataFrame) -> pl.DataFrame:
    """People of each band of age, one row an area."""
    summed = by_row.group_by(code="area_code").agg(
        *(pl.col(band).sum() for band in AGES), on=pl.col("on").max()
    )
    return summed.sort("code")


def _chosen(days: pl.DataFrame, as_at: date) -> pl.Expr:
    """Rows of one kind of area on the day, and of the sexes, that are used."""
    if days.height == 0:
        return pl.lit(value=False)
    before = days.filter(pl.col("on") <= as_at)
    day = before["on"].max() if before.height else days["on"].min()
    there = days.filter(pl.col("on") == day)["sex"]
    sexes = ["all"] if "all" in there else there.to_list()
    of_kind: pl.Expr = pl.col("area_kind") == days["area_kind"][0]
    return of_kind & (pl.col("on") == day) & pl.col("sex").is_in(sexes)


def _of_age(first: int, last: int | None) -> pl.Expr:
    reached = pl.col("age") >= first
    return reached if last is None else reached & (pl.col("age") <= last)
