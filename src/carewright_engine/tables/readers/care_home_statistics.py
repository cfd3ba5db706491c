"""People in care homes in Scotland whom councils support: trend, age and sex, stay, nursing.

Two sibling files both give a "rate per 1,000". In the trend it is per 1,000 of the population;
in the file by age and sex it is per 1,000 people in care homes, and so becomes a percentage.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.published import fields
from carewright_engine.tables.published.activity import activity_kind
from carewright_engine.tables.published.layout import Figure, Layout, Measured
from carewright_engine.tables.reading import Field

PUBLISHER: Final = "Public Health Scotland"
ROUNDED_TO: Final = 5
ALL_STAYS: Final = frozenset({"all stays", "all stay types"})
STAY: Final = fields.detail(
    "stay", r"(?:stay_type|type_of_stay|length_of_stay_type)", "long or short"
)

TREND: Final = Layout(
    name="care_home_residents",
    title="People in care homes by council, quarter and stay (Scotland)",
    publisher=PUBLISHER,
    activity="care_home",
    details=(STAY,),
    whole=ALL_STAYS,
    figures=(Figure(fields.VALUE, "as measured"),),
    measured=(
        Measured(r"people|clients|residents", "people", ROUNDED_TO),
        Measured(r"^rate per 1,?000", "rate_per_1000"),
    ),
    ignored=(fields.NATIONAL,),
    notes=("These are people whom councils support; people who pay for themselves are not in it.",),
)
AGE_AND_SEX: Final = Layout(
    name="care_home_age_sex",
    title="People in care homes by age and sex (Scotland)",
    publisher=PUBLISHER,
    activity="care_home",
    sex=fields.SEX,
    details=(STAY,),
    whole=ALL_STAYS,
    figures=(
        Figure(fields.people(), "people", ROUNDED_TO),
        Figure(fields.rate(), "percent", times=0.1),
    ),
    ignored=(fields.NATIONAL,),
    notes=(
        "The file's rate is per 1,000 people in care homes, not of the population; it is kept as "
        "a percentage of the people of that age and stay.",
    ),
)


def _no_median_of_nobody(frame: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
    """A median stay of 0 days means that there was nobody to take a median of."""
    nobody = pl.col("value") == 0
    count = int(frame.select(nobody.sum()).item())
    blanked = frame.with_columns(
        flag=pl.when(nobody).then(pl.lit("not_available")).otherwise(pl.col("flag")),
        value=pl.when(~nobody).then(pl.col("value")),
    )
    note = f"{count:,} medians of 0 days mean that nobody was counted; they are kept as not known."
    return blanked, [note] if count else []


STAY_LENGTH: Final = Layout(
    name="care_home_stay_length",
    title="Length of stay in care homes (Scotland)",
    publisher=PUBLISHER,
    activity="care_home",
    details=(STAY,),
    figures=(
        Figure(
            Field("median", (r"median_(?:los|length_of_stay)\w*",), "median days", required=True),
            "median_days",
            ROUNDED_TO,
        ),
    ),
    ignored=(fields.NATIONAL,),
    afterwards=_no_median_of_nobody,
)
NURSING: Final = Layout(
    name="care_home_nursing",
    title="People in care homes with nursing care (Scotland)",
    publisher=PUBLISHER,
    activity="care_home",
    details=(fields.detail("nursing", r"nursing_(?:care_)?provision", "with nursing or without"),),
    figures=(
        Figure(fields.people(r"number_nc_provision|n_?clients?|number_\w+"), "people", ROUNDED_TO),
        Figure(fields.percent(), "percent"),
    ),
    ignored=(fields.NATIONAL,),
)

KINDS: Final = tuple(activity_kind(layout) for layout in (TREND, AGE_AND_SEX, STAY_LENGTH, NURSING))
