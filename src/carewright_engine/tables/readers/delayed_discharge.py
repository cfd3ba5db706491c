"""People who could leave hospital but wait: bed days in Scotland, people waiting in Wales."""

from __future__ import annotations

from typing import Final

from carewright_engine.tables.published import fields
from carewright_engine.tables.published.activity import activity_kind
from carewright_engine.tables.published.layout import Figure, Layout
from carewright_engine.tables.reading import Field

REASON: Final = fields.detail(
    "reason", r"(?:delay_?reason|reason_?for_?delay|reason)(?:_name)?", "reasons for the delay"
)
EVERY_REASON: Final = frozenset({"all delay reasons", "all reasons", "all"})
BED_DAYS: Final = Field(
    "bed_days",
    (r"(?:num(?:ber)?_?(?:of)?_?)?delayed_?bed_?days",),
    "days in bed waiting",
    required=True,
)
DAILY: Final = Field(
    "daily", (r"average_?(?:daily_?)?(?:number_?of_?)?delayed_?beds",), "beds taken on a day"
)

SCOTLAND: Final = Layout(
    name="delayed_discharge",
    title="Delayed discharges by council and month (Scotland)",
    publisher="Public Health Scotland",
    activity="delayed_discharge",
    details=(REASON,),
    whole=EVERY_REASON,
    figures=(Figure(BED_DAYS, "bed_days"),),
    ignored=(DAILY,),
    notes=(
        "The average of beds taken on a day is left out: it is the month's bed days divided by its "
        "days.",
        "The standard figure is without code 9, the complex delays.",
    ),
)
WALES: Final = Layout(
    name="delayed_discharge_wales",
    title="Delayed pathways of care by health board and reason (Wales)",
    publisher="Welsh Government",
    activity="delayed_discharge",
    age=None,
    details=(REASON,),
    figures=(
        Figure(
            Field("people", (r"delay_?count|number_of_delays|delays",), "people", required=True),
            "people",
        ),
    ),
    notes=("People waiting on the month's census day; a reason without a row had nobody waiting.",),
)

KINDS: Final = tuple(activity_kind(layout) for layout in (SCOTLAND, WALES))
