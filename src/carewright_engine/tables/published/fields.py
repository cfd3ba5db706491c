"""Columns that most official statistics on care have, under all the names seen."""

from __future__ import annotations

from typing import Final

from carewright_engine.tables.published.area_columns import LEVELS
from carewright_engine.tables.reading import Field

LOCATION: Final = Field(
    "location",
    (
        rf"(?:{LEVELS})(?:\d{{2}}|\d{{4}})?_?(?:code|cd)",
        r"(?:sending_)?location(?:_name)?",
        r"(?:local_)?authority(?:_name)?|council(?:_area|_name)?|partnership|hscp(?:_name)?",
        rf"(?:{LEVELS})(?:\d{{2}}|\d{{4}})?(?:_?(?:name|nm))?",
        r"area(?:_name)?",
    ),
    "the council or partnership",
    required=True,
)
LOCATION_NAME: Final = Field(
    "location_name", (rf"(?:{LEVELS})(?:\d{{2}}|\d{{4}})?_?(?:name|nm)",), "the area's name"
)
PERIOD: Final = Field(
    "period",
    (
        r"financial_(?:quarter|year|period)",
        r"quarter|year|period|month|date|reporting_period|census_(?:date|week)",
        r"(?:month|date|year)_?of_?(?:delay|census)",
    ),
    "the period, such as 2023/24",
    required=True,
)
FINANCIAL_YEAR: Final = Field(
    "period", (r"financial_year", r"year"), "financial years such as 2020/21", required=True
)
PERIOD_LABEL: Final = Field(
    "period_label",
    (r"time_period", r"period_type", r"type_of_period"),
    "whether it is a year, a quarter or the census week",
    required=True,
)
AGE_GROUP: Final = Field(
    "age_group", (r"age_?(?:group|band|range)?s?",), "age bands such as 65-74 years", required=True
)
SEX: Final = Field("sex", (r"sex|gender",), "female, male or all", required=True)
MEASURE: Final = Field(
    "measure", (r"measure(?:ment|_type)?|statistic|indicator",), "what is measured", required=True
)
VALUE: Final = Field("value", (r"(?:obs_?)?value|figure|number",), "the figures", required=True)
NATIONAL: Final = Field(
    "national", (r"scotland_\w+|national_\w+",), "Scotland's figure, repeated beside each area's"
)
ORDER: Final = Field("order", (r"\w*_order",), "the order of rows in the publisher's charts")


def people(*patterns: str) -> Field:
    """Numbers of people, under the names that a file uses for them."""
    own = patterns or (r"n_?clients?|number_of_(?:people|clients)|clients|people",)
    return Field("people", own, "numbers of people", required=True)


def percent(*patterns: str) -> Field:
    """Shares out of a hundred."""
    own = patterns or (r"percent(?:age)?|proportion|propn?\w*",)
    return Field("percent", own, "percentages")


def rate(*patterns: str) -> Field:
    """Rates, of whatever the layout says."""
    return Field("rate", patterns or (r"rate(?:_per_1_?000)?",), "rates")


def detail(meaning: str, pattern: str, words: str) -> Field:
    """What the publisher divides figures by."""
    return Field(meaning, (pattern,), words, required=True)
