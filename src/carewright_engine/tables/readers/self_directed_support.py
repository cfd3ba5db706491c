"""Self-directed support in Scotland: which of the four options people chose, and from whom."""

from __future__ import annotations

from typing import Final

from carewright_engine.tables.published import fields
from carewright_engine.tables.published.activity import activity_kind
from carewright_engine.tables.published.layout import Figure, Layout
from carewright_engine.tables.reading import Field

PUBLISHER: Final = "Public Health Scotland"
ROUNDED_TO: Final = 5
PEOPLE: Final = Figure(fields.people(), "people", ROUNDED_TO)

OPTIONS: Final = Layout(
    name="self_directed_options",
    title="Options of self-directed support chosen (Scotland)",
    publisher=PUBLISHER,
    activity="self_directed_support",
    details=(fields.detail("option", r"option_type|sds_options?_chosen", "options"),),
    whole=frozenset({"any sds", "all options", "all sds"}),
    figures=(PEOPLE, Figure(fields.rate(), "rate_per_1000")),
    ignored=(fields.NATIONAL,),
    notes=("People who use several options are counted under each.",),
)
OPTION_SHARES: Final = Layout(
    name="self_directed_option_shares",
    title="Shares of the options of self-directed support (Scotland)",
    publisher=PUBLISHER,
    activity="self_directed_support",
    details=(fields.detail("option", r"sds_option", "options"),),
    figures=(PEOPLE, Figure(fields.percent(), "percent")),
    ignored=(fields.NATIONAL,),
)
ORGANISATIONS: Final = Layout(
    name="self_directed_organisations",
    title="Self-directed support by kind of organisation (Scotland)",
    publisher=PUBLISHER,
    activity="self_directed_support",
    details=(
        fields.detail(
            "organisation", r"sds_support_services|type_of_organisation", "kinds of organisations"
        ),
    ),
    figures=(PEOPLE, Figure(fields.rate(), "percent", times=0.1)),
    ignored=(fields.NATIONAL,),
    notes=(
        "The file's rate is per 1,000 people with self-directed support; it is kept as a "
        "percentage. People with several organisations are counted under each.",
    ),
)
IMPLEMENTATION: Final = Layout(
    name="self_directed_implementation",
    title="How far self-directed support is put into practice (Scotland)",
    publisher=PUBLISHER,
    activity="self_directed_support",
    age=None,
    figures=(
        Figure(
            Field("chose", (r"sds_?clients?",), "people who made a choice", required=True),
            "people",
            ROUNDED_TO,
            detail="made a choice",
        ),
        Figure(fields.people(), "people", ROUNDED_TO, detail="could make a choice"),
        Figure(
            Field("rate", (r"implementation_rate",), "implementation rates", required=True),
            "percent",
            detail="made a choice",
        ),
    ),
    ignored=(fields.NATIONAL, Field("national_people", (r"scotland_n_?clients?",), "Scotland's")),
)

KINDS: Final = tuple(
    activity_kind(layout) for layout in (OPTIONS, OPTION_SHARES, ORGANISATIONS, IMPLEMENTATION)
)
