"""With whom a paper was talked over: officers whose advice counts, and everybody else."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Consulted(StrEnum):
    """Who was asked. The front sheet lists each kind, also where nobody was."""

    LEGAL = "legal"
    FINANCE = "finance"
    SOCIAL_WORK = "social_work"
    PROCUREMENT = "procurement"
    OTHER_OFFICERS = "other_officers"
    LOCAL_MEMBERS = "local_members"
    OTHER_MEMBERS = "other_members"
    COMMITTEES = "committees"
    HEALTH = "health"
    OTHER_BODIES = "other_bodies"
    PEOPLE_AND_CARERS = "people_and_carers"
    PROVIDERS = "providers"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return LABELS[self]


LABELS: Final = {
    Consulted.LEGAL: "Legal",
    Consulted.FINANCE: "Finance",
    Consulted.SOCIAL_WORK: "Social work",
    Consulted.PROCUREMENT: "Procurement",
    Consulted.OTHER_OFFICERS: "Other chief officers",
    Consulted.LOCAL_MEMBERS: "Local members",
    Consulted.OTHER_MEMBERS: "Other elected members",
    Consulted.COMMITTEES: "Other committees",
    Consulted.HEALTH: "NHS bodies",
    Consulted.OTHER_BODIES: "Other bodies",
    Consulted.PEOPLE_AND_CARERS: "People and carers",
    Consulted.PROVIDERS: "Providers and care workers",
}
OFFICERS: Final = (
    Consulted.LEGAL, Consulted.FINANCE, Consulted.SOCIAL_WORK, Consulted.PROCUREMENT,
    Consulted.OTHER_OFFICERS,
)  # fmt: skip
OTHERS: Final = tuple(each for each in Consulted if each not in OFFICERS)
#: No paper goes on without these two having been asked.
ALWAYS_ASKED: Final = (Consulted.LEGAL, Consulted.FINANCE)
