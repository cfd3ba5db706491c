"""Which column of an action plan means what, by the names that councils give them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Meaning:
    """Something that a column of a plan may hold."""

    key: str
    words: str
    names: tuple[str, ...]
    required: bool = False


MEANINGS: Final = (
    Meaning(
        "number",
        "Number of the finding",
        (
            "no", "number", "ref", "reference", "finding no", "finding number", "finding ref",
            "item", "para", "page", "id",
        ),
    ),
    Meaning(
        "finding",
        "Finding or need",
        (
            "finding", "findings", "review finding", "review findings", "audit finding", "issue",
            "issues", "recommendation", "recommendations", "need", "observation", "weakness",
            "finding or need", "area for improvement",
        ),
        required=True,
    ),
    Meaning(
        "action",
        "What will be done",
        (
            "action", "actions", "agreed action", "agreed actions", "planned action", "task",
            "what will be done", "management action", "management response", "response",
            "improvement action", "action required",
        ),
        required=True,
    ),
    Meaning(
        "owner",
        "Who answers for it",
        (
            "owner", "action owner", "responsibility", "responsible", "responsible officer",
            "lead", "lead officer", "who", "by whom", "officer", "assigned to", "team",
            "who answers for it",
        ),
        required=True,
    ),
    Meaning(
        "due",
        "When it is due",
        (
            "date", "due", "due date", "by when", "when", "deadline", "target date", "timescale",
            "timescales", "completion date", "target completion date", "implementation date",
            "when it is due",
        ),
        required=True,
    ),
    Meaning("time", "Time of day", ("time", "due time", "time of day", "by what time")),
    Meaning(
        "themes",
        "Themes",
        ("theme", "themes", "heading", "category", "section", "topic", "key theme", "area"),
    ),
    Meaning(
        "people",
        "People affected",
        ("people affected", "people", "number of people", "service users affected"),
    ),
    Meaning(
        "evidence",
        "What will show it",
        ("evidence", "evidence needed", "evidence of completion", "measure", "success measure"),
    ),
)  # fmt: skip

BY_KEY: Final = {meaning.key: meaning for meaning in MEANINGS}


def matched(headers: Sequence[str], chosen: Mapping[str, str] | None = None) -> dict[str, int]:
    """The place of the column for each meaning: as a person chose, else by its name."""
    places: dict[str, int] = {}
    for key, header in (chosen or {}).items():
        if key in BY_KEY and header in headers:
            places[key] = headers.index(header)
    plain = [_plain(header) for header in headers]
    for meaning in MEANINGS:
        free = (plain.index(n) for n in meaning.names if n in plain)
        place = next((p for p in free if p not in places.values()), None)
        if meaning.key not in places and place is not None:
            places[meaning.key] = place
    return places


def missing(places: Mapping[str, int]) -> list[Meaning]:
    """The meanings without which no row can be read."""
    return [meaning for meaning in MEANINGS if meaning.required and meaning.key not in places]


def _plain(header: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", header.casefold()).split())
