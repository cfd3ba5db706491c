"""Who may be the second person behind a return of costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright.decide import api as decide
from carewright.platform import api as platform


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near an officer stands to whoever recorded something."""

    is_own: bool  # the same person, under whichever sign-in
    stands_in: bool  # the deputy of that person on the day

    @property
    def is_second(self) -> bool:
        """Whether what the officer says is a second person's word."""
        return not (self.is_own or self.stands_in)


def nearness_to(recorded_by: UUID, *, officer: platform.Officer, at: datetime) -> Nearness:
    """How near the officer stands to an account of their organisation."""
    first = platform.accounts_of_the_same_people(
        [recorded_by], organisation_id=officer.organisation.id
    )
    covered = decide.stands_in_for(officer, at=at)
    return Nearness(officer.account_id in first, bool(first & covered))
