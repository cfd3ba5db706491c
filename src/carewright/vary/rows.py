"""Variations, exits and exemptions as the pages and other stages see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.contract.api import Authority, Blocker, Regime
from carewright.vary.rules.lives import ExemptionStanding, ExemptionState, ExitState, VariationState
from carewright.vary.rules.varying import VariationWords
from carewright.vary.rules.words import Cause, Counted, Scope, StepKind, What


@dataclass(frozen=True, slots=True)
class Found:
    """What the test of the law said on the day on which approval was asked for."""

    words: str
    source: str
    verified: bool
    left_pence: int | None
    share: str  # per cent of what the ground measures by; empty where it measures nothing
    notice: str
    notice_by: tuple[str, ...]
    tested_on: date


@dataclass(frozen=True, slots=True)
class AskedBack:
    """Somebody has asked to take an approved variation back; another person confirms."""

    reason: str
    asked_by_account: UUID
    asked_by: str
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """One variation with everything that is known of it."""

    id: UUID
    agreement_id: UUID
    reference: str  # V3
    state: VariationState
    words: VariationWords
    ground: str
    found: Found | None
    request_id: UUID | None
    asked_back: AskedBack | None
    our_signatory: str
    our_second: str  # who signed beside them, where the scheme wants two
    our_signed_on: date | None
    our_authority: Authority | None  # None: signed before anybody kept that, or not yet
    our_authority_says: str
    our_reason: str  # why somebody signed who had no authority
    their_signatory: str
    their_signed_on: date | None
    document_id: UUID | None
    applied_at: datetime | None
    applied_by: str
    withdrawn_why: str
    written_by: str
    written_at: datetime

    @property
    def changes(self) -> str:
        """What it touches, in words."""
        return ", ".join(each.label for each in What if each in self.words.touches)


@dataclass(frozen=True, slots=True)
class ExitStep:
    """A step of an exit plan, with the action that carries it out."""

    kind: StepKind
    protects: bool
    task_id: UUID
    reference: str  # A-0042
    action: str
    owner: str
    due_at: datetime
    is_done: bool
    state: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """The end of one agreement, with its plan."""

    id: UUID
    agreement_id: UUID
    state: ExitState
    cause: Cause
    reason: str
    notice_given_on: date
    counted: Counted
    notice_days: int | None
    earliest_last_day: date | None
    notice_says: str
    waived: str
    last_day: date
    people_affected: int | None
    handover: str
    data_return: str
    tupe: bool | None
    asked_by_account: UUID
    asked_by: str
    asked_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    withdrawn_why: str
    notice_why: str
    undo_asked_by_account: UUID | None
    undo_asked_by: str
    undo_why: str
    steps: tuple[ExitStep, ...]

    @property
    def missing_kinds(self) -> tuple[StepKind, ...]:
        """What no step is about yet."""
        planned = {each.kind for each in self.steps}
        return tuple(each for each in StepKind if each not in planned | {StepKind.OTHER})


@dataclass(frozen=True, slots=True)
class Reliance:
    """What an agreement, or a later change of it, uses of an exemption."""

    agreement_id: UUID
    reference: str
    title: str
    pence: int
    variation: str = ""  # V2, where a change of the agreement took it


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstExemptions:
    """A variation beside the exemptions on which its agreement stands; money in whole pence."""

    references: tuple[str, ...]  # X-0001
    takes_pence: int
    left_pence: int  # of all of them together
    ends_before: date  # of the one that ends last
    blockers: tuple[Blocker, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """One exemption with the agreements that rely on it."""

    id: UUID
    reference: str  # X-0004
    state: ExemptionState
    scope: Scope
    title: str
    regime: Regime
    ground: str
    ground_words: str
    ground_source: str
    ground_verified: bool
    why: str
    alternatives: str
    value_pence: int
    used_pence: int
    starts_on: date
    ends_before: date
    people_affected: int | None
    request_id: UUID | None
    paper_id: UUID | None
    told_on: date | None
    told_how: str
    withdrawn_why: str
    written_by: str
    written_by_account: UUID
    written_at: datetime
    reliances: tuple[Reliance, ...]
    has_lapsed: bool  # on the day for which the row was asked

    @property
    def left_pence(self) -> int:
        """What of it nobody has used yet."""
        return self.value_pence - self.used_pence

    @property
    def agreements(self) -> int:
        """How many agreements rely on it."""
        return len({each.agreement_id for each in self.reliances})


@dataclass(frozen=True, slots=True)
class ToDo:
    """A variation, an end or an exemption in the list over all agreements."""

    kind: str  # "variation", "exit" or "exemption"
    id: UUID
    reference: str
    title: str
    agreement: str
    state: VariationState | ExitState | ExemptionStanding
    is_open: bool
    next: str  # what comes next, in words
    day: date | None  # from when it counts, or by when it ends
