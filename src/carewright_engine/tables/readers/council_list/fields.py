"""The columns of a council's own list, and the words that people write in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from carewright_engine.tables.reading import Field

FIELDS: Final = (
    Field("reference", (r"(service_)?(reference|ref|id|number)",), "your own number for it"),
    Field("name", (r"(service_)?name", r"name_of_(the_)?service", r"service"), "its name", True),
    Field("kind", (r"kind(_of_service)?", r"(service_)?type(_of_service)?"), "its kind", True),
    Field(
        "run_by",
        (r"(who_)?runs?_(it|by)", r"provided_by", r"sector", r"type_of_provider", r"provider_type"),
        "who runs it: council, council company, health board, private or voluntary",
        True,
    ),
    Field("provider_name", (r"provider(_name)?", r"organisation(_name)?"), "the organisation"),
    Field(
        "care_group",
        (r"care_group", r"(client|user|service_user)_group", r"(who_it_is_)?for(_whom)?"),
        "whom it is for: older people, learning disability, mental health, carers, adults ...",
    ),
    Field("council", (r"council(_area)?(_name)?", r"local_authority"), "the council area"),
    Field("places", (r"places", r"capacity", r"people_at_once"), "how many people at once"),
    Field("staff", (r"staff(_wte|_fte)?", r"(number_of_)?staff"), "whole-time equivalent staff"),
    Field(
        "cost",
        (
            r"(unit_)?cost(_pounds)?",
            r"(unit_)?cost_(per|a)_(week|hour|session|visit|day|month|unit)",
        ),
        "what a unit costs the council, in pounds",
    ),
    Field("cost_unit", (r"cost_unit", r"unit(_of_cost)?", r"per"), "the unit: week, hour, session"),
    Field("postcode", (r"post_?code",), "postcode, when people go there"),
    Field("address", (r"address",), "address"),
    Field("town", (r"town",), "town"),
    Field(
        "area_served",
        (r"area_served(_code)?", r"serves", r"covers", r"catchment"),
        "the area it serves, by name or code, when it comes to people",
    ),
    Field("languages", (r"languages?(_offered|_spoken)?",), "languages offered"),
    Field(
        "physical_access",
        (r"physical_access", r"access(ibility)?", r"wheelchair_access"),
        "physical access: step-free, hoist, hearing loop ...",
    ),
    Field("status", (r"status", r"open"), "open or closed; blank means open"),
    Field("checked", (r"(last_)?checked(_on)?", r"as_at", r"updated(_on)?"), "day last checked"),
)
COUNCIL_COMPANY: Final = (
    r"council.*(company|trading)|(company|trading).*council|arm.?s.length|aleo|latc"
)
CLOSED: Final = ("closed", "ended", "inactive", "no", "n", "stopped", "suspended")
# The first that fits the words names the kind; other kinds stay as written.
KINDS_OF_SERVICE: Final = (
    (r"carer|respite|short break", "Breaks for carers"),
    (r"lunch club|day (club|centre|service|opportunit|care)|social club", "Day club"),
    (r"telecare|alarm|technology", "Telecare"),
    (r"equipment|adaptation|handyperson|care and repair", "Equipment and adaptations"),
    (r"advice|information|advocacy|welfare rights", "Advice and information"),
    (r"meal", "Meals"),
    (r"befriend|visiting", "Befriending"),
    (r"transport", "Transport"),
)
CARE_GROUPS: Final = (
    (r"carer", "carers"),
    (r"child|young", "children"),
    (r"older|elder|65|dementia", "older_people"),
    (r"learning|autis", "learning_disability"),
    (r"mental", "mental_health"),
    (r"physical|sensory|sight|hearing|deaf|blind|neuro", "physical_sensory"),
    (r"alcohol|drug|substance|addiction", "substance_use"),
    (r"adult|all|any|every", "adults"),
)
# Who runs it, as a sector, and the class when it is publicly run. A council's company is neither
# the council itself nor private.
SECTORS: Final = (
    (COUNCIL_COMPANY, None),
    (r"council|local authority|in.?house", "council"),
    (r"nhs|health", "health_board"),
    (r"private|for.profit|commercial|independent|company", "private"),
    (r"volunt|charit|third|not.for|community|social enterprise", "voluntary"),
)
PUBLIC_CLASSES: Final = (
    (COUNCIL_COMPANY, "council_company"),
    (r"council|local authority|in.?house", "council"),
    (r"nhs|health", "health_board"),
)


def said(column: str, words: Sequence[tuple[str, str | None]]) -> pl.Expr:
    """What the first pattern that fits the column's words stands for; null when none fits."""
    text = pl.col(column).str.to_lowercase()
    found = pl.lit(None, pl.String)
    for pattern, meaning in reversed(words):
        fits = text.str.contains(pattern).fill_null(False)
        found = pl.when(fits).then(pl.lit(meaning, pl.String)).otherwise(found)
    return found


def who_runs_it_is_known(column: str) -> pl.Expr:
    """Whether the words say who runs a service."""
    return said(column, SECTORS).is_not_null() | said(column, PUBLIC_CLASSES).is_not_null()
