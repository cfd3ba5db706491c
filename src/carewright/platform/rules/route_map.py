"""Whom to ask about what, and to whom a matter goes that nobody has answered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from carewright.platform.rules.blockers import Blocker

#: Parts of the work for which somebody can be named, in the words of officers and providers.
SERVICE_AREAS: Final[Mapping[str, str]] = {
    "care_homes": "Care homes",
    "care_at_home": "Care at home",
    "housing_support": "Housing support",
    "day_support": "Day support",
    "carers": "Support for unpaid carers",
    "hospital_discharge": "Leaving hospital",
    "payments": "Invoices and payments",
    "contracts": "Contracts",
    "safety": "Safety and complaints",
}
EVERY_AREA: Final = ""  # stands for whatever has no path or person of its own
MOST_DAYS: Final = 60
MOST_LEVELS: Final = 6


@dataclass(frozen=True, slots=True)
class StepWanted:
    """One level of an escalation path: who, and within how many working days they answer."""

    officer_id: UUID
    within_working_days: int


def area_label(code: str) -> str:
    """A service area in words."""
    return SERVICE_AREAS.get(code, "Everything else")


def blockers_to_path(steps: Sequence[StepWanted], at_work: Collection[UUID]) -> list[Blocker]:
    """Why a matter cannot go along these people."""
    found = []
    if not 1 <= len(steps) <= MOST_LEVELS:
        found.append(Blocker("", f"A path has from 1 to {MOST_LEVELS} levels"))
    people = [step.officer_id for step in steps]
    if len(set(people)) < len(people):
        found.append(Blocker("", "Name each person once: going to the same again gets no further"))
    if set(people) - set(at_work):
        found.append(Blocker("", "Everybody on the path must work here"))
    if any(not 1 <= step.within_working_days <= MOST_DAYS for step in steps):
        found.append(Blocker("", f"Each level answers within 1 to {MOST_DAYS} working days"))
    return found
