"""People whom councils in Scotland support with social care: all, by age and sex, by service."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.published import fields
from carewright_engine.tables.published.activity import activity_kind
from carewright_engine.tables.published.layout import Figure, Layout
from carewright_engine.tables.reading import Field

PUBLISHER: Final = "Public Health Scotland"
ROUNDED_TO: Final = 5
ADJUSTED: Final = Field("measure", (r"measure",), "whether figures are adjusted", required=True)
# The publisher writes the adjustment into the words of the rate's measure.
PLAIN: Final = frozenset({"rate per 1,000 population", "rate per 1,000 social care clients"})
ADJUSTMENT: Final = (
    "The publisher gives figures plain and adjusted; both are kept, and are never to be added."
)


def _named_adjusted(frame: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
    adjusted = pl.col("detail").str.contains(r"(?i)\(adjusted\)$")
    named = frame.with_columns(
        detail=pl.when(adjusted).then(pl.lit("adjusted")).otherwise(pl.col("detail"))
    )
    return named, []


SUMMARY: Final = Layout(
    name="people_supported",
    title="People supported by social care, by council (Scotland)",
    publisher=PUBLISHER,
    activity="people_supported",
    age=None,
    details=(ADJUSTED,),
    whole=PLAIN,
    figures=(
        Figure(fields.people(), "people", ROUNDED_TO),
        Figure(
            Field("rate", (r"rate(?:_per_1_?000)?",), "rates per 1,000 people", required=True),
            "rate_per_1000",
        ),
    ),
    ignored=(fields.NATIONAL, Field("national_people", (r"scotland_n_?clients?",), "Scotland's")),
    afterwards=_named_adjusted,
    notes=(ADJUSTMENT,),
)
AGE_AND_SEX: Final = Layout(
    name="people_supported_age_sex",
    title="People supported by social care, by age and sex (Scotland)",
    publisher=PUBLISHER,
    activity="people_supported",
    sex=fields.SEX,
    details=(ADJUSTED,),
    whole=PLAIN,
    figures=(
        Figure(fields.people(), "people", ROUNDED_TO),
        Figure(fields.rate(), "percent", times=0.1),
    ),
    ignored=(fields.NATIONAL,),
    afterwards=_named_adjusted,
    notes=(
        ADJUSTMENT,
        "The file's rate is per 1,000 people supported, not of the population; it is kept as a "
        "percentage of the people of that age.",
    ),
)


def _services_nobody_uses(frame: pl.DataFrame) -> pl.DataFrame:
    """A service without one user in a whole council may not exist, or was not submitted."""
    nobody = (pl.col("age_band") == "all") & (pl.col("value") == 0)
    rows = frame.filter(nobody).with_columns(pl.col("value").cast(pl.String))
    return rows_where(
        rows,
        pl.lit(True),
        column="value",
        reason="0 people in the whole council: perhaps nothing was submitted for this service",
        mend="Ask the council whether it runs the service; do not read it as no need.",
    )


BY_SERVICE: Final = Layout(
    name="people_supported_services",
    title="People supported by social care, by service (Scotland)",
    publisher=PUBLISHER,
    activity="other",
    details=(
        fields.detail("service", r"service_(?:group|type)|services?|type_of_service", "services"),
    ),
    kinds=(
        (r"^care homes?$", "care_home"),
        (r"^(?:care at home|home ?care)$", "care_at_home"),
        (r"telecare|alarm", "telecare"),
        (r"^day care$", "day_care"),
        (r"^meals", "meals"),
    ),
    figures=(Figure(fields.people(), "people", ROUNDED_TO),),
    ignored=(fields.NATIONAL,),
    doubts=_services_nobody_uses,
    notes=("People with several services are counted under each, so services are never added.",),
)

KINDS: Final = tuple(activity_kind(layout) for layout in (SUMMARY, AGE_AND_SEX, BY_SERVICE))
