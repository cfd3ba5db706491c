"""What agreements oblige to as other stages and the pages see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.keep_to.rules.known import Known
from carewright.keep_to.rules.life_of_a_duty import ChangeKind, DutyState
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
