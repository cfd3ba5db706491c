"""Cost: what a unit of care costs where somebody returned it; otherwise 'not known'."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.provision.answers import (
    Figure,
    Finding,
    Grid,
    GridColumn,
    NotAssessed,
    RowsBehind,
    Section,
)
from carewright_engine.provision.figures import Dimension, figure, gaps, not_known
from carewright_engine.provision.groundwork import Scope

# What unit-cost returns call the kinds of care that registers list.
RETURNED_AS: Final = {
    "care_homes": r"care home|residential|nursing",
    "care_at_home": r"home care|homecare|care at home|domiciliary",
    "day_support": r"day (care|service|support)",
    "housing_support": r"supported (living|accommodation)|housing support",
}
OLD_AFTER_YEARS: Final = 3
NO_PRICE: Final = NotAssessed(
    "Price and cost",
    "the regulator's file holds no prices, and nothing is estimated in their place",
    "The council's contract register with price lines, or a unit-cost return",
)
PROVISION_WORDS: Final = {
    "in_house": "in-house",
    "external": "bought",
    "all": "in-house and bought together",
}


def cost(scope: Scope) -> Dimension:
    """Unit costs of the latest year that the area returned, in-house beside bought."""
    rows = _returned(scope).filter(pl.col("pence").is_not_null())
    ever = rows.filter(_of_area(scope))
    here = ever.filter(pl.col("starts_on") == pl.col("starts_on").max())
    table = unit_costs_table(rows, here)
    if here.height == 0:
        missing = not_known("cost.price", "pence", "unit_cost", NO_PRICE)
        section = Section("cost", "Cost cannot be shown yet", (missing,), (), (table,))
        return section, (NO_PRICE,)
    figures = tuple(_cost_figures(here))
    year = here["starts_on"].sort()[-1].year
    heading = f"Unit costs of {year}/{(year + 1) % 100:02}, as councils returned them"
    section = Section("cost", heading, figures, _cautions(scope, year), (table,))
    return section, gaps(figures)


def _cautions(scope: Scope, year: int) -> tuple[Finding, ...]:
    """A cost of some years ago is not today's."""
    age = scope.ground.as_at.year - year
    if age < OLD_AFTER_YEARS:
        return ()
    words = f"These unit costs are {age} years old; prices and wages have risen since."
    return (Finding(words, caution=True),)


def _returned(scope: Scope) -> pl.DataFrame:
    rows = scope.ground.inputs.frame("unit_cost")
    rows = rows.filter(pl.col("starts_on") <= scope.ground.as_at)
    if scope.kind is not None:
        called = RETURNED_AS.get(scope.kind.key, scope.kind.name.lower())
        rows = rows.filter(pl.col("kind").str.to_lowercase().str.contains(called))
    if scope.question.care_group:
        rows = rows.filter(pl.col("care_group") == scope.question.care_group)
    return rows


def _of_area(scope: Scope) -> pl.Expr:
    by_code = pl.col("area_code").is_in([scope.area.code])
    by_name = pl.col("area_code").is_null() & (pl.col("area_name") == scope.area.name)
    return by_code.fill_null(value=False) | by_name


def _cost_figures(here: pl.DataFrame) -> list[Figure]:
    lines = here.sort("kind", "care_group", "provision", "unit")
    return [
        figure(
            f"cost.{number}",
            line["pence"],
            f"pence a {line['unit']}",
            f"{line['kind']}, {PROVISION_WORDS.get(line['provision'], line['provision'])}, "
            f"year from {line['starts_on']}",
            "unit_cost",
            lines[number - 1],
        )
        for number, line in enumerate(lines.iter_rows(named=True), start=1)
    ]


def unit_costs_table(rows: pl.DataFrame, here: pl.DataFrame) -> Grid:
    """The area's unit costs beside the middle of all councils that returned one."""
    keys = ["kind", "care_group", "provision", "unit", "starts_on"]
    everyone = rows.group_by(keys).agg(
        middle=pl.col("pence").median(), councils=pl.col("area_name").n_unique()
    )
    lines = here.join(everyone, on=keys, how="left").sort(keys)
    return Grid(
        "unit_costs",
        "Unit costs",
        (
            GridColumn("kind", "kind of care as returned"),
            GridColumn("care_group", "whom it supports"),
            GridColumn("provision", "in-house, bought or both"),
            GridColumn("unit", "what one unit is"),
            GridColumn("year_from", "first day of the year"),
            GridColumn("pence", "cost of one unit", "pence"),
            GridColumn("middle_council", "median over councils", "pence"),
            GridColumn("councils", "councils that returned one", "councils"),
        ),
        tuple(
            (
                *(line[key] for key in keys[:4]),
                line["starts_on"].isoformat(),
                line["pence"],
                line["middle"],
                line["councils"],
            )
            for line in lines.iter_rows(named=True)
        ),
        "unit_cost",
        RowsBehind.of(here),
    )
