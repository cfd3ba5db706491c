"""What agreements oblige to as other stages and the pages see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from carewright.keep_to.rules.briefing import BriefingWords
from carewright.keep_to.rules.compact import ApplicationState, Asked, Standing
from carewright.keep_to.rules.known import Known
from carewright.keep_to.rules.life_of_a_duty import ChangeKind, DutyState
from carewright.keep_to.rules.statements import Account
from carewright_engine.rules.obligation_rules import Basis, Sense


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened to an obligation."""

    kind: ChangeKind
    day_before: date | None
    day_after: date | None
    why: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One thing that an agreement obliges to."""

    id: UUID
    agreement_id: UUID
    reference: str  # of the agreement
    agreement: str
    people: int | None
    rule: str
    nth: int
    words: str
    who: str  # the office that answers for it, as the rule has it
    evidence_wanted: str
    basis: Basis
    sense: Sense
    event_on: date | None
    last_day: date | None
    due_at: datetime | None
    when: str
    because: str
    source: str
    verified: bool
    owner_id: UUID | None
    owner: str
    handed_on: bool
    state: DutyState
    settled_on: date | None
    settled_words: str
    document_id: UUID | None
    settled_by: str
    history: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueObligation:
    """Something that waits for an officer, as the inbox has it."""

    id: UUID
    words: str
    reference: str
    agreement: str
    people: int | None
    due_at: datetime | None
    instead_of: str  # whose it is, where the officer stands in


@dataclass(frozen=True, slots=True)
class Months:
    """How much is late, and how much falls due in each month, by its first day."""

    late: int
    ahead: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """Everything that one agreement obliges to, and what is known beside its register."""

    worked_out_at: datetime | None  # None: nobody has yet
    obligations: tuple[Obligation, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody has read a version of a briefing."""

    officer_id: UUID
    name: str
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who has to have read it; None: has not yet."""

    name: str
    team: str
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class ToRead:
    """A briefing that somebody has to read, as the inbox has it."""

    agreement_id: UUID
    reference: str
    agreement: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One version of what teams are told."""

    number: int
    newest: int
    words: BriefingWords
    record_said: Mapping[str, str]
    team_ids: tuple[UUID, ...]
    why: str
    written_by: str
    written_at: datetime
    reads: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """How the money of an agreement was used in a year."""

    id: UUID
    agreement_id: UUID
    reference: str
    agreement: str
    year: str  # "2025/26"
    account: Account
    overhead: Fraction | None  # exact share of what was used
    above: bool | None  # whether it is above the agreed level; None where either is not known
    accounts_due_on: date | None
    accounts_received_on: date | None
    accounts_document_id: UUID | None
    returned_on: date | None
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """Somebody asks for a grant."""

    id: UUID
    asked: Asked
    state: ApplicationState
    decided_on: date | None
    reason: str
    decided_by: str
    agreement_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How a grant stands to one undertaking; `at` is None while nobody has looked."""

    id: str
    words: str
    why: str
    source: str
    verified: bool
    on_record: str  # what the agreement's own record says about it
    standing: Standing
    told: Decimal | None  # weeks or months
    reason: str
    by: str
    at: datetime | None
