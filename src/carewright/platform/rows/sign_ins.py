"""Sign-ins as their owners, and whoever looks after accounts, see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.platform.rules.organisations import Role
from carewright.platform.rules.standings import SignInStanding


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One browser in which a person is signed in."""

    reference: UUID
    device: str
    place: str
    began_at: datetime | None
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class StaffMember:
    """An officer of an organisation as whoever looks after accounts sees them."""

    id: UUID
    account_id: UUID
    name: str
    email: str
    job_title: str
    roles: tuple[RoleHeld, ...]
    standing: SignInStanding
    signed_in_at: datetime | None
    disabled_from: datetime | None  # when the account is disabled unless somebody signs in

    @property
    def role_words(self) -> str:
        """The roles in words, in the alphabet's order."""
        return ", ".join(sorted(each.role.label for each in self.roles)) or "No role today"


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role that an officer holds today, and from where."""

    role: Role
    starts_on: date
    ends_before: date | None
    from_group: str
