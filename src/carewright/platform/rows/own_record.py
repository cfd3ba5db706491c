"""What stands in one account's access to one person's record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.platform.rows import Organisation
from carewright.platform.rules.own_record import TAKEN_BACK, Capacity, Ground, RecordPart


@dataclass(frozen=True, slots=True)
class PersonalAccess:
    """What consent or law lets one account see and decide of one person's record."""

    id: UUID
    account_id: UUID
    name: str  # of the account, not of the person whose record it is
    organisation: Organisation
    subject_id: UUID
    capacity: Capacity
    ground: Ground
    may_see: frozenset[RecordPart]
    may_decide: frozenset[RecordPart]
    starts_on: date
    ends_before: date | None
    confirmed_by: str
    agreed_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    end_reason: str
    second_factor: bool  # whether the account has set up more than a password

    @property
    def taken_back(self) -> bool:
        """Whether whoever decides in the record took a yes back, and no officer ended it."""
        return self.end_reason == TAKEN_BACK

    @property
    def own(self) -> bool:
        """Whether the record is the account's own."""
        return self.ground is Ground.SELF
