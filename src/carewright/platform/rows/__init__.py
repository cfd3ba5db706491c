"""What the rest of the house and its pages see of this stage: frozen rows, never tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from carewright.platform.rules.declarations import DocumentKind, Retention
from carewright.platform.rules.jobs import ENDED, JobState
from carewright.platform.rules.leaves import Sayings, Words
from carewright.platform.rules.organisations import OrganisationKind, Role
from carewright.platform.rules.sharing import Level, SharedKind


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that officers act for."""

    id: UUID
    kind: OrganisationKind
    name: str
    slug: str
    area_code: str | None
    practice: bool


class Shareable(Protocol):
    """A thing that its owner may have put into a partnership."""

    @property
    def organisation_id(self) -> UUID | None:
        """Whose it is."""

    @property
    def partnership_id(self) -> UUID | None:
        """With which partnership its owner shares it."""


@dataclass(frozen=True, slots=True)
class Partnering:
    """A partnership in force, as one of its members works in it."""

    partnership_id: UUID
    members: frozenset[UUID]
    shared: Mapping[SharedKind, Level]

    def __hash__(self) -> int:
        return hash((self.partnership_id, self.members))

    def allows(self, kind: SharedKind, level: Level) -> bool:
        """Whether this kind of thing is shared so far, at least."""
        found = self.shared.get(kind)
        return found is not None and found.allows(level)


@dataclass(frozen=True, slots=True)
class Officer:
    """A person acting for one organisation, with the roles held there on that day."""

    id: UUID
    account_id: UUID
    name: str
    email: str
    job_title: str
    organisation: Organisation
    roles: frozenset[Role]
    partnerings: tuple[Partnering, ...] = ()  # the partnerships that the organisation is in

    def level_of(self, kind: SharedKind, thing: Shareable) -> Level | None:
        """How far the officer may go with a partner's thing of the kind; None: not at all."""
        for each in self.partnerings:
            if each.partnership_id == thing.partnership_id:
                return each.shared.get(kind) if thing.organisation_id in each.members else None
        return None

    def partnerships_sharing(self, kind: SharedKind, level: Level = Level.SEE) -> list[UUID]:
        """The partnerships in which this kind of thing is shared so far, at least."""
        return [each.partnership_id for each in self.partnerings if each.allows(kind, level)]

    @property
    def role_words(self) -> str:
        """The roles in words, in the alphabet's order."""
        return ", ".join(sorted(role.label for role in self.roles)) or "No role today"


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever runs the installation and acts from its own command line, without a sign-in."""

    name: str = "Operator at the command line"


@dataclass(frozen=True, slots=True)
class AccountHolder:
    """A person by their sign-in alone, before they act for any organisation."""

    id: UUID
    name: str


#: Who may stand behind an act; the record names each.
Actor = Officer | Operator | AccountHolder


@dataclass(frozen=True, slots=True)
class Office:
    """An organisation that a signed-in person may act for."""

    officer: Officer
    second_factor: bool  # whether the person has set up more than a password


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """A kept file as it was given at one time, known by the digest of its bytes."""

    number: int
    name: str
    content_type: str
    size: int
    sha256: str
    reason: str
    uploaded_by: str
    uploaded_at: datetime


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a document is kept whatever its retention says."""

    by_name: str
    by_id: UUID | None
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A kept file, told by its newest version."""

    id: UUID
    organisation_id: UUID | None
    name: str
    kind: DocumentKind
    newest: DocumentVersion
    retention: Retention
    kept_until: date | None
    hold: Hold | None
    disposed_at: datetime | None
    disposed_by: str
    placement_id: UUID | None = None  # of one person: it is opened where that placement stands

    @property
    def sha256(self) -> str:
        """The digest of the newest version."""
        return self.newest.sha256

    @property
    def size(self) -> int:
        """The size of the newest version in bytes."""
        return self.newest.size


@dataclass(frozen=True, slots=True)
class Job:
    """How far a piece of background work has come."""

    id: UUID
    organisation_id: UUID
    kind: str
    title: str
    state: JobState
    requested_by: str
    requested_by_id: UUID | None
    step: str
    done: int
    total: int | None
    outcome: str
    result_kind: str
    result_id: UUID | None
    result_link: str
    asked_at: datetime
    news_at: datetime
    ended_at: datetime | None

    @property
    def percent(self) -> int | None:
        """How much is done, when it is known how much there is."""
        if not self.total:
            return None
        return min(100, self.done * 100 // self.total)

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the record: who did what to what, when, for whom and why."""

    id: UUID
    at: datetime
    act: str
    subject_kind: str
    subject_id: str
    by_id: str
    by_name: str
    reason: str
    facts: dict[str, object]
    organisation_id: UUID | None
    words_digest: bytes
    salt: bytes | None
    erased_at: datetime | None

    @property
    def words(self) -> Words:
        """What can be erased of it."""
        return Words(self.by_name, self.reason, self.facts)

    @property
    def sayings(self) -> Sayings:
        """What stays of it for ever."""
        return Sayings(
            self.id, self.at, self.act, self.subject_kind, self.subject_id, self.organisation_id,
            self.by_id, self.words_digest,
        )  # fmt: skip
