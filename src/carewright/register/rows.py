"""What pages and other stages see of the register: frozen rows, never tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from carewright.platform import api as platform
from carewright.register.rules.life_of_a_dataset import DatasetState
from carewright.register.rules.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Dataset:
    """A published file, how much of it was kept, and where it stands."""

    id: UUID
    organisation_id: UUID | None
    state: DatasetState
    file_name: str
    sha256: str
    size: int
    kind: str
    title: str
    publisher: str
    licence: str
    as_at: date | None
    chosen: Mapping[str, str]  # the column that a person chose for a meaning
    headers: tuple[str, ...]
    matched: Mapping[str, str]
    unmatched: tuple[str, ...]
    notes: tuple[str, ...]
    tables: Mapping[str, int]
    problem: str
    rows_read: int
    rows_kept: int
    rows_doubtful: int
    rows_refused: int
    uploaded_by: str
    uploaded_at: datetime
    imported_by: str
    imported_at: datetime | None
    job_id: UUID | None

    @property
    def shared(self) -> bool:
        """Whether every organisation uses it."""
        return self.organisation_id is None


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that a person put right."""

    id: UUID
    service_id: str
    as_at: date
    column: str
    old_value: str
    new_value: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CapacityReport:
    """What somebody reported that can be provided in an area from a day on."""

    id: UUID
    area_name: str
    support: str
    measure: str
    amount: Decimal
    since: date
    planned: bool
    provider_name: str  # empty: the whole area
    said_by: str
    source: str
    reported_by: str
    reported_at: datetime
    taken_back_by: str
    taken_back_at: datetime | None
    taken_back_reason: str

    @property
    def stands(self) -> bool:
        """Whether it counts; one that was taken back does not."""
        return self.taken_back_at is None


@dataclass(frozen=True, slots=True)
class Provider:
    """A legal provider as the latest registers show it."""

    provider_id: str
    name: str
    services: int
    areas: tuple[str, ...]  # the councils in which they are


@dataclass(frozen=True, slots=True)
class PublicRunProposal:
    """A service proposed as publicly run, and what a person decided about it, if anything."""

    service_id: str
    name: str
    kind: str
    care_group: str
    provider_name: str
    council_code: str
    proposed: str
    basis: str
    decided: str | None  # None: nobody has; "": not publicly run
    decided_by: str


@dataclass(frozen=True, slots=True)
class GroupProposal:
    """Providers proposed as one operator, and what a person decided about it, if anything."""

    group_id: str
    group_name: str
    providers: tuple[str, ...]
    provider_ids: tuple[str, ...]
    score: float
    basis: str
    is_one: bool | None
    decided_by: str

    @property
    def names(self) -> str:
        """All names of its providers, to be searched in."""
        return "; ".join(self.providers)

    @property
    def size(self) -> int:
        """How many providers it joins."""
        return len(self.providers)


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One row of a published file as it stands there, behind a figure."""

    number: int
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FoundService:
    """A service that a search found; a score over 1 means that a number or postcode fitted."""

    service_id: str
    name: str
    kind: str
    provider_name: str
    town: str
    postcode: str
    as_at: date
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One service as one file shows it."""

    service_id: str
    register: str
    as_at: date
    source_row: int
    sha256: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PlacesAndDays:
    """Where and when the imported files show services."""

    councils: tuple[tuple[str, str], ...]  # code and name, by name
    days: tuple[date, ...]  # latest first


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who needs care, or cares for somebody unpaid, by a reference that names nobody."""

    id: UUID
    organisation_id: UUID
    reference: str
    area_code: str
    area_name: str
    age_band: str
    care_groups: tuple[str, ...]
    need_level: str


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """A record that is open to an officer: for what, and until when."""

    person: Person
    purpose: Purpose
    until: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """One time that somebody saw a record."""

    by_name: str
    job_title: str
    purpose: Purpose
    at: datetime


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that happened, how much of it, and who says so."""

    kind: str
    provider_id: str
    on: date
    quantity: Decimal
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """A record as far as somebody's access opens it; what stays shut is empty."""

    person: Person | None
    support: tuple[Activity, ...]
    decided: tuple[Activity, ...]
    looks: tuple[Look, ...]
    others: tuple[platform.PersonalAccess, ...]  # who else may see it, or could, or waits
