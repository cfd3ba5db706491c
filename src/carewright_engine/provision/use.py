"""Use: how many people are supported and for how many hours, where statistics were given."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.provision.answers import Figure, Grid, GridColumn, RowsBehind
from carewright_engine.provision.figures import figure
from carewright_engine.provision.groundwork import Scope

# What statistics of use call the kinds of care that registers list.
STATISTICS_CALL_IT: Final = {
    "care_homes": "care_home",
    "care_at_home": "care_at_home",
    "day_support": "day_care",
}
MEASURES: Final = {"people": "people supported", "hours": "hours of care"}
PERIODS: Final = {
    "census_week": "in the census week from",
    "census_day": "on the census day",
    "quarter": "in the quarter from",
    "financial_year": "in the year from",
    "month": "in the month from",
}
ALL_AGES: Final = "all"


def use_of(scope: Scope) -> list[Figure]:
    """People and hours of the latest period that each kind of statistic covers."""
    rows = latest_use(scope).filter(pl.col("age_band") == ALL_AGES)
    found = []
    for period, said in PERIODS.items():
        for measure, words in MEASURES.items():
            part = rows.filter((pl.col("period_kind") == period) & (pl.col("measure") == measure))
            if not _whole_area(part, scope):
                continue
            value = float(part["value"].sum())
            day = part["starts_on"][0].isoformat()
            key = f"capacity.use.{measure}.{period}"
            found.append(figure(key, value, measure, f"{words} {said} {day}", "use", part))
    return found


def latest_use(scope: Scope) -> pl.DataFrame:
    """Published use of the kind in the area's councils, whole, in the latest period there is."""
    rows = scope.ground.inputs.frame("activity")
    called = STATISTICS_CALL_IT.get(scope.kind.key, "") if scope.kind else ""
    here = rows.filter(
        (pl.col("kind") == called)
        & pl.col("area_code").is_in(list(scope.area.councils))
        & pl.col("measure").is_in(list(MEASURES))
        & pl.col("period_kind").is_in(list(PERIODS))
        & (pl.col("detail") == "")
        & (pl.col("sex") == "all")
        & (pl.col("ends_before") <= scope.ground.as_at)
    )
    # Two publications may give the same figure: the first in order of digest is taken.
    keys = ["area_code", "measure", "period_kind", "starts_on", "age_band"]
    once = here.sort("dataset", "source_row").unique(keys, keep="first", maintain_order=True)
    latest = pl.col("starts_on").max().over("measure", "period_kind")
    return once.filter(pl.col("starts_on") == latest).sort(keys)


def use_table(scope: Scope) -> Grid:
    """People and hours by age, council by council, with the publisher's own reservations."""
    rows = latest_use(scope)
    return Grid(
        "use",
        "People supported and hours of care",
        (
            GridColumn("council", "council"),
            GridColumn("measure", "people or hours"),
            GridColumn("period", "kind of period"),
            GridColumn("from", "first day of the period"),
            GridColumn("age", "people of which age"),
            GridColumn("value", "the count; empty when not published", "people or hours"),
            GridColumn("flag", "suppressed, estimated, not submitted"),
        ),
        tuple(
            (
                *(row["area_name"], row["measure"], row["period_kind"]),
                row["starts_on"].isoformat(),
                *(row["age_band"], row["value"], row["flag"]),
            )
            for row in rows.iter_rows(named=True)
        ),
        "use",
        RowsBehind.of(rows),
    )


def _whole_area(part: pl.DataFrame, scope: Scope) -> bool:
    """Whether every council of the area gave a figure."""
    known = part.filter(pl.col("value").is_not_null())
    return known.height > 0 and set(known["area_code"]) == set(scope.area.councils)
