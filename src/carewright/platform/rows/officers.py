"""Officers as the administrator of their organisation sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.platform.rules.organisations import Role


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role with the days on which it is, was or will be held."""

    role: Role
    starts_on: date
    ends_before: date | None

    def covers(self, day: date) -> bool:
        """Whether it is held on the day."""
        return self.starts_on <= day and (self.ends_before is None or day < self.ends_before)


@dataclass(frozen=True, slots=True)
class EnrolledOfficer:
    """Somebody enrolled in an organisation, at work there or gone, with every role there was."""

    id: UUID
    account_id: UUID
    name: str
    email: str
    job_title: str
    active: bool
    enrolled_at: datetime
    deactivated_at: datetime | None
    roles: tuple[HeldRole, ...]

    def roles_on(self, day: date) -> str:
        """The roles held on the day, in words."""
        held = sorted(each.role.label for each in self.roles if each.covers(day))
        return ", ".join(held)
