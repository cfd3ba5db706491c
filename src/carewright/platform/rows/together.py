"""How officers and organisations work together, as others see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.platform.rules.sharing import Level, SharedKind


@dataclass(frozen=True, slots=True)
class Cover:
    """One officer stands in for another until the day before `ends_before`."""

    id: UUID
    absent_id: UUID
    absent: str
    deputy_id: UUID
    deputy: str
    starts_on: date
    ends_before: date
    deputy_works_here: bool  # a deputy who left stands in for nobody


@dataclass(frozen=True, slots=True)
class Colleague:
    """An officer as another of the same organisation sees them."""

    id: UUID
    name: str
    job_title: str


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation named in terms."""

    organisation_id: UUID
    name: str
    share: int | None  # parts of ten thousand of the pooled budget
    agreed_by: str
    agreed_at: datetime | None
    leaves_before: date | None


@dataclass(frozen=True, slots=True)
class Terms:
    """On what organisations work together from a day on."""

    id: UUID
    number: int
    starts_on: date
    proposed_by: str
    proposed_at: datetime
    members: tuple[Member, ...]
    shared: Mapping[SharedKind, Level]

    @property
    def agreed(self) -> bool:
        """Whether every member named has agreed."""
        return all(member.agreed_at for member in self.members)

    def part_of(self, organisation_id: UUID) -> Member | None:
        """What the terms say of one organisation."""
        return next((m for m in self.members if m.organisation_id == organisation_id), None)


@dataclass(frozen=True, slots=True)
class Partnership:
    """Organisations that work together, with every terms there were, the newest first."""

    id: UUID
    lead_id: UUID
    lead: str
    name: str
    purpose: str
    ends_before: date | None
    terms: tuple[Terms, ...]

    def in_force(self, day: date) -> Terms | None:
        """The terms that count on the day: the newest begun that all have agreed."""
        if self.ends_before is not None and day >= self.ends_before:
            return None
        begun = (each for each in self.terms if each.agreed and each.starts_on <= day)
        return next(begun, None)


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who shares a thing under which partnership, as an officer of one of its members sees it."""

    owner: str
    partnership_id: UUID
    partnership: str
    level: Level
    own: bool  # whether the officer's own organisation shares it

    @property
    def words(self) -> str:
        """As a page says it."""
        if self.own:
            return f"Shared with partners under {self.partnership}."
        may = self.level.label.lower()
        return f"Shared by {self.owner} under {self.partnership}. You may {may}."
