"""Which published values a person may correct, and what a corrected value must look like."""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from carewright.platform.api import Blocker
from carewright_engine.tables.schemas import SERVICE

#: The columns whose values feed figures; identifiers and sources are never corrected.
CORRECTABLE: Final = {
    "places": "Registered places",
    "beds": "Beds",
    "single_bedrooms": "Single bedrooms",
    "staff_wte": "Staff, whole-time equivalents",
    "min_grade": "Lowest grade",
    "sector": "Who runs it, by sector",
    "care_group": "Care group",
    "counting": "Whether figures count it",
    "postcode": "Postcode",
    "data_zone": "Data zone",
}
CHOICES: Final = {
    "sector": ("council", "health_board", "private", "voluntary"),
    "counting": ("counted", "apart"),
    "care_group": (
        "older_people", "learning_disability", "mental_health", "physical_sensory",
        "substance_use", "adults", "children", "carers", "other",
    ),
}  # fmt: skip
LIMITS: Final = {
    "places": 2000, "beds": 2000, "single_bedrooms": 2000, "staff_wte": 5000, "min_grade": 6,
}  # fmt: skip


#: What a code must look like, as the statistics offices and Royal Mail write it.
FORMS: Final = {"postcode": r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}", "data_zone": r"[SEW]01\d{6}"}
SAID: Final = {
    "postcode": "Enter a whole postcode, like EH1 1AA, or leave it empty for not known",
    "data_zone": "Enter the code of a data zone or LSOA, like S01006506, or leave it empty for "
    "not known",
}


def as_stored(column: str, typed_value: str) -> str:
    """A value as it is kept: "Health board" as health_board, eh11aa as EH1 1AA, 1,200 as 1200."""
    value = typed_value.strip()
    if column in CHOICES:
        return value.lower().replace(" ", "_")
    if column in LIMITS:
        return value.replace(",", "")
    if column == "postcode":
        squashed = re.sub(r"[^A-Z0-9]", "", value.upper())
        return f"{squashed[:-3]} {squashed[-3:]}" if len(squashed) > 4 else value
    return value.upper()


#: Digits as a keyboard has them; Python would take more for a number than people do.
PLAIN_NUMBER: Final = re.compile(r"\d{1,9}(\.\d{1,6})?", re.ASCII)


def blockers_to_correct(*, column: str, new_value: str, reason: str) -> list[Blocker]:
    """Why a correction cannot stand: unknown column, a value of the wrong form, no reason."""
    if column not in CORRECTABLE:
        return [Blocker("column", "Choose one of the values that can be corrected")]
    found = []
    if len(reason.strip()) < 10:
        found.append(Blocker("reason", "Say in a sentence how you know the right value"))
    if new_value != "" and (wrong := _wrong_form(column, new_value)):
        found.append(Blocker("new_value", wrong))
    return found


def typed(column: str, value: str) -> int | float | str | None:
    """The corrected value in the column's own type; empty means not known."""
    if value == "":
        return None
    dtype = SERVICE.schema[column]
    if dtype == pl.Int64:
        return int(value)
    return float(value) if dtype == pl.Float64 else value


def _wrong_form(column: str, value: str) -> str:
    if column in CHOICES and value not in CHOICES[column]:
        return "Choose one of: " + ", ".join(c.replace("_", " ") for c in CHOICES[column])
    if column in LIMITS:
        return _wrong_number(column, value)
    if column in FORMS and not re.fullmatch(FORMS[column], value):
        return SAID[column]
    return ""


def _wrong_number(column: str, value: str) -> str:
    kind = "a whole number" if SERVICE.schema[column] == pl.Int64 else "a number"
    lowest = 1 if column == "min_grade" else 0
    says = f"Enter {kind} from {lowest} to {LIMITS[column]}, or leave it empty for not known"
    if not PLAIN_NUMBER.fullmatch(value):
        return says
    try:
        number = typed(column, value)
    except ValueError:
        return says
    fits = isinstance(number, int | float) and lowest <= number <= LIMITS[column]
    return "" if fits else says
