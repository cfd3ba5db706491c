"""For what an officer may open a person's record, in which roles, and for how long."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from carewright.platform.api import Role


class Purpose(StrEnum):
    """Why somebody looks; the code is kept beside every look."""

    ASSESSING = "assessing"
    ARRANGING = "arranging"
    PAYING = "paying"
    REVIEWING = "reviewing"
    SAFEGUARDING = "safeguarding"
    AUDIT = "audit"
    COMPLAINT = "complaint"
    REPRESENTING = "representing"  # carers, advocates, attorneys, guardians; never an officer

    @property
    def label(self) -> str:
        """As a screen for officers says it."""
        return WORDS[self][0]

    @property
    def for_the_person(self) -> str:
        """As the person whose record it is reads it."""
        return WORDS[self][1]


WORDS: Final[Mapping[Purpose, tuple[str, str]]] = {
    Purpose.ASSESSING: ("Assessing what the person needs", "To find out what help you need"),
    Purpose.ARRANGING: ("Arranging care or support", "To set up your care"),
    Purpose.PAYING: ("Paying for care", "To pay for your care"),
    Purpose.REVIEWING: ("Reviewing how care goes", "To see how your care is going"),
    Purpose.SAFEGUARDING: ("Protecting somebody from harm", "To keep somebody safe"),
    Purpose.AUDIT: ("Checking our own work", "To check our own work"),
    Purpose.COMPLAINT: ("Answering a complaint", "To answer a complaint"),
    Purpose.REPRESENTING: ("Speaking for the person", "To speak up for you or help you"),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Who may open a record for a purpose, and for how long it then stays open to them."""

    roles: frozenset[Role]
    lasts: timedelta


_AT_WORK: Final = frozenset(
    {Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.HOSPITAL_DISCHARGE_COORDINATOR}
)
_LEADS: Final = frozenset({Role.TEAM_MANAGER, Role.CHIEF_SOCIAL_WORK_OFFICER})

TERMS: Final[Mapping[Purpose, Terms]] = {
    Purpose.ASSESSING: Terms(_AT_WORK | _LEADS, timedelta(hours=12)),
    Purpose.ARRANGING: Terms(_AT_WORK | {Role.BROKER}, timedelta(hours=12)),
    Purpose.PAYING: Terms(
        frozenset({Role.FINANCE_OFFICER, Role.BUDGET_HOLDER, Role.BROKER}), timedelta(hours=4)
    ),
    Purpose.REVIEWING: Terms(
        _AT_WORK | _LEADS | {Role.CONTRACT_MANAGER, Role.QUALITY_AND_PROTECTION_LEAD},
        timedelta(hours=12),
    ),
    Purpose.SAFEGUARDING: Terms(
        _AT_WORK | _LEADS | {Role.QUALITY_AND_PROTECTION_LEAD}, timedelta(hours=24)
    ),
    Purpose.AUDIT: Terms(frozenset({Role.INTERNAL_AUDITOR}), timedelta(hours=4)),
    Purpose.COMPLAINT: Terms(
        _LEADS | {Role.QUALITY_AND_PROTECTION_LEAD, Role.LEGAL_ADVISER, Role.AUTHORISING_DIRECTOR},
        timedelta(hours=8),
    ),
    Purpose.REPRESENTING: Terms(frozenset(), timedelta(0)),
}


def purposes_of(roles: Collection[Role]) -> tuple[Purpose, ...]:
    """For what somebody in these roles may open a record, in the order in which it is asked."""
    return tuple(each for each in Purpose if TERMS[each].roles & frozenset(roles))


def blockers_to_open(purpose: str, why: str, roles: Collection[Role]) -> list[tuple[str, str]]:
    """Why a record may not be opened so: the question that is answered wrongly, and the words."""
    found = []
    if purpose not in set(purposes_of(roles)):
        found.append(("purpose", "Choose a purpose that your role has"))
    if not why.strip():
        found.append(("why", "Say in a few words why you need to look now"))
    return found
