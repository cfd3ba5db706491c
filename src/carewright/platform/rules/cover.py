"""When one officer may stand in for another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from carewright.platform.rules.blockers import Blocker
from carewright.platform.rules.organisations import Role

#: Whoever is away for longer has left the work, and somebody else is given the role.
MOST_DAYS: Final = 366

#: Held by profession, by law or by election: whoever stands in does the work that waits, but
#: decides in none of these unless they hold the role themselves.
NEVER_LENT: Final = frozenset(
    {
        Role.LEGAL_ADVISER,
        Role.FINANCE_OFFICER,
        Role.CHIEF_FINANCE_OFFICER,
        Role.CHIEF_SOCIAL_WORK_OFFICER,
        Role.DECIDING_MEMBER,
        Role.SCRUTINY_MEMBER,
        Role.INTERNAL_AUDITOR,
        Role.SYSTEM_ADMINISTRATOR,
        Role.COMMITTEE_CLERK,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One officer away and another in their place, from a day until the day before another."""

    absent_id: UUID
    deputy_id: UUID
    starts_on: date
    ends_before: date

    def meets(self, other: Standing) -> bool:
        """Whether the two have a day in common."""
        return self.starts_on < other.ends_before and other.starts_on < self.ends_before


def blockers_to_cover(wanted: Standing, others: Iterable[Standing]) -> list[Blocker]:
    """Why these days cannot be covered so, given every other cover of the two people."""
    found = _blockers_by_itself(wanted)
    meeting = [other for other in others if wanted.meets(other)]
    if any(other.absent_id == wanted.absent_id for other in meeting):
        found.append(Blocker("starts_on", "Somebody stands in on some of these days already"))
    # A chain would let a power travel to somebody whom its holder never named.
    if any(other.absent_id == wanted.deputy_id for other in meeting):
        found.append(Blocker("deputy", "This person is away on some of these days themselves"))
    if any(other.deputy_id == wanted.absent_id for other in meeting):
        found.append(
            Blocker("starts_on", "On some of these days the person stands in for somebody else")
        )
    return found


def _blockers_by_itself(wanted: Standing) -> list[Blocker]:
    found = []
    if wanted.absent_id == wanted.deputy_id:
        found.append(Blocker("deputy", "Nobody stands in for themselves: choose somebody else"))
    if wanted.ends_before <= wanted.starts_on:
        found.append(Blocker("ends_before", "The first day back must be after the first day away"))
    elif (wanted.ends_before - wanted.starts_on).days > MOST_DAYS:
        found.append(Blocker("ends_before", "Cover ends within a year: choose an earlier day"))
    return found
