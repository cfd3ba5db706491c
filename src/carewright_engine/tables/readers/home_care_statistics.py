"""Care at home in Scotland: people, hours and rates, by age, hours, provider and need."""

from __future__ import annotations

from typing import Final

from carewright_engine.tables.published import fields
from carewright_engine.tables.published.activity import activity_kind
from carewright_engine.tables.published.gaps import (
    bands_that_fall_short,
    blank_what_was_not_submitted,
)
from carewright_engine.tables.published.layout import Figure, Layout, Measured
from carewright_engine.tables.reading import Field

PUBLISHER: Final = "Public Health Scotland"
ROUNDED_TO: Final = 5
CENSUS_WEEK: Final = (
    "A census week is taken as the seven days to 31 March; the file names only its year."
)
SEVERAL_PROVIDERS: Final = (
    "People with several providers are counted under each, so shares can add up to more than 100%."
)

PEOPLE: Final = Figure(fields.people(), "people", ROUNDED_TO)
SHARE: Final = Figure(fields.percent(), "percent")

HOME_CARE: Final = Layout(
    name="home_care",
    title="Care at home by council and age (Scotland)",
    publisher=PUBLISHER,
    activity="care_at_home",
    period_label=fields.PERIOD_LABEL,
    figures=(Figure(fields.VALUE, "as measured"),),
    measured=(
        Measured(r"hours", "hours", ROUNDED_TO),
        Measured(r"people|clients|service users", "people", ROUNDED_TO),
        Measured(r"^rate per 1,?000", "rate_per_1000"),
    ),
    ignored=(fields.NATIONAL, fields.ORDER),
    afterwards=blank_what_was_not_submitted,
    doubts=bands_that_fall_short,
    notes=(CENSUS_WEEK,),
)
HOURS_BANDS: Final = Layout(
    name="home_care_hours",
    title="Care at home by hours received (Scotland)",
    publisher=PUBLISHER,
    activity="care_at_home",
    period_label=fields.PERIOD_LABEL,
    details=(
        fields.detail("hours_band", r"level_of_service|hours_(?:band|received|group)", "hours"),
    ),
    figures=(PEOPLE, SHARE),
    ignored=(fields.NATIONAL, fields.ORDER),
    afterwards=blank_what_was_not_submitted,
    notes=(CENSUS_WEEK,),
)
PROVIDERS: Final = Layout(
    name="home_care_providers",
    title="Care at home by sector of the provider (Scotland)",
    publisher=PUBLISHER,
    activity="care_at_home",
    period_label=fields.PERIOD_LABEL,
    details=(
        fields.detail("provider", r"(?:hc_)?service_provider|provider\w*", "sectors of providers"),
    ),
    figures=(PEOPLE, SHARE),
    ignored=(fields.NATIONAL, fields.ORDER),
    afterwards=blank_what_was_not_submitted,
    notes=(CENSUS_WEEK, SEVERAL_PROVIDERS),
)
PERSONAL_CARE: Final = Layout(
    name="home_care_personal_care",
    title="Personal care at home (Scotland)",
    publisher=PUBLISHER,
    activity="care_at_home",
    period_label=fields.PERIOD_LABEL,
    figures=(
        Figure(fields.people(), "people", ROUNDED_TO, detail="personal care"),
        Figure(
            Field("percent", (r"percent(?:age)?",), "percentages", required=True),
            "percent",
            detail="personal care",
        ),
    ),
    ignored=(fields.NATIONAL, fields.ORDER),
    afterwards=blank_what_was_not_submitted,
    notes=(CENSUS_WEEK,),
)
NEED: Final = Layout(
    name="home_care_need",
    title="Care at home by indicator of relative need (Scotland)",
    publisher=PUBLISHER,
    activity="care_at_home",
    age=None,
    details=(
        fields.detail("need", r"iorn_?\w*", "groups of the indicator of relative need"),
        fields.detail("hours_band", r"level_of_service|hours_(?:band|received|group)", "hours"),
    ),
    figures=(PEOPLE, SHARE),
    ignored=(fields.NATIONAL, fields.ORDER),
    notes=("Only councils that use the indicator of relative need (IoRN) are in this file.",),
)
RATE: Final = Layout(
    name="home_care_rate",
    title="Care at home per 1,000 people by council and quarter (Scotland)",
    publisher=PUBLISHER,
    activity="care_at_home",
    age=None,
    figures=(
        Figure(
            Field(
                "rate", (r"care_at_home_per_1_?000\w*",), "rates per 1,000 people", required=True
            ),
            "rate_per_1000",
        ),
    ),
    notes=("Quarters are of the calendar year: Q1 2018 is January to March 2018.",),
)

KINDS: Final = tuple(
    activity_kind(layout)
    for layout in (HOME_CARE, HOURS_BANDS, PROVIDERS, PERSONAL_CARE, NEED, RATE)
)
