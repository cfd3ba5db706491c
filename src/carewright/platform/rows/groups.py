"""Groups of the employer's sign-in as whoever looks after accounts sees them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from carewright.platform.rules.organisations import Role


@dataclass(frozen=True, slots=True)
class GroupRole:
    """One line of an organisation's table."""

    id: UUID
    organisation_id: UUID
    group: str
    role: Role


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What one person's next sign-in would change, by the groups last told of them."""

    name: str
    given: tuple[Role, ...]
    ended: tuple[Role, ...]
