"""The file of support that people received: 40 columns, and the 33 rules its rows answer.

One row is one spell of support for one person: what it was, when, how much and what it cost.
Twenty columns hold codes of published lists, so most rules are about codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from carewright_engine.tables.checks import Rule
from carewright_engine.tables.row_rules import (
    a_date,
    between,
    matching,
    not_before,
    one_of,
    unique,
)

CODED: Final = (
    "gender",
    "ethnic_group",
    "first_language",
    "religion",
    "accommodation",
    "living_arrangement",
    "support_reason",
    "health_condition",
    "client_type",
    "event_type",
    "route_of_access",
    "assessment_type",
    "assessment_outcome",
    "service_kind",
    "service_component",
    "delivery_mechanism",
    "setting",
    "provider_sector",
    "funding_status",
    "reason_ended",
)

FREE_TEXT: Final = (
    "support_summary",
    "review_summary",
    "outcome_wanted",
    "outcome_reached",
    "contact_method",
    "note",
)
NUMBERS: Final = ("age", "cost", "hours", "units")
DATES: Final = ("event_start", "event_end", "review_date", "date_of_birth")

COLUMNS: Final = (
    "visit_ref",
    "person_id",
    "council_code",
    *CODED,
    *FREE_TEXT,
    *NUMBERS,
    *DATES,
    "postcode_sector",
    "currency",
    "specification",
)


def _codes(place: int) -> tuple[str, ...]:
    """A code is the letter of its list and a number; lists hold 3 to 40 codes."""
    letter = chr(ord("A") + place)
    return tuple(f"{letter}{number:02d}" for number in range(3 + place * 7 % 38))


CODES: Final[Mapping[str, tuple[str, ...]]] = {
    column: _codes(place) for place, column in enumerate(CODED)
}

RULES: Final[tuple[Rule, ...]] = (
    *(one_of(column, allowed) for column, allowed in CODES.items()),
    *(a_date(column) for column in DATES),
    between("age", 18, 120, whole=True),
    between("cost", 0, 100_000),
    between("hours", 0, 168),  # hours in a week
    between("units", 1, 1_000_000, whole=True),
    not_before("event_end", "event_start"),
    matching("person_id", "^P[0-9]{9}$", like="P000012345"),
    matching("council_code", "^E0[0-9]{7}$", like="E09000033"),
    one_of("currency", ("GBP",), blank=False),
    unique("visit_ref"),
)
