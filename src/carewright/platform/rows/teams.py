"""Teams and localities, as colleagues see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Locality:
    """A named part of a joint board's area."""

    id: UUID
    name: str
    covers: str
    teams: int


@dataclass(frozen=True, slots=True)
class TeamMember:
    """An officer in a team, and for which days."""

    id: UUID
    officer_id: UUID
    name: str
    job_title: str
    starts_on: date
    ends_before: date | None
    at_work: bool


@dataclass(frozen=True, slots=True)
class Team:
    """Colleagues who do a part of the work together."""

    id: UUID
    name: str
    service_areas: tuple[str, ...]
    lead_id: UUID
    lead: str
    lead_job_title: str
    locality_id: UUID | None
    locality: str
    formed_at: datetime
    ended_at: datetime | None
    members: tuple[TeamMember, ...]

    def members_on(self, day: date) -> tuple[TeamMember, ...]:
        """Who is in it on the day and works here."""
        return tuple(
            each
            for each in self.members
            if each.at_work
            and each.starts_on <= day
            and (each.ends_before is None or day < each.ends_before)
        )
