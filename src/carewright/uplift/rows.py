"""Rounds as the pages and other stages see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from carewright.contract.api import Unit
from carewright.uplift.rules.drafting import Answers
from carewright.uplift.rules.life_of_a_round import RoundState
from carewright.uplift.rules.round_rule import RoundRule
from carewright.uplift.rules.words import ReadState, Said
from carewright_engine.costing.uplift import Drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What a round would do to one provider, and what it says; pence in a year or a unit."""

    id: UUID
    key: str
    name: str
    lines: int
    left_out: int
    people: int | None
    main: str
    main_old_pence: int | None
    main_new_pence: int | None
    spend_now_pence: int
    effect_pence: int
    below: int
    explained: int
    shortfall_pence: int
    said: Said | None
    said_on: date | None
    answer_by: date | None
    words: str
    requested_pence: int | None
    said_before: Said | None  # of other figures than those of now
    has_placements: bool  # some of its prices are one person's each
    main_is_shown: bool  # the line with most spend is one that whoever looks may see

    @property
    def rise(self) -> float | None:
        """The effect as a share of what is spent now; None where nothing is."""
        return self.effect_pence / self.spend_now_pence if self.spend_now_pence else None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a round; no new price: left out, with the codes of why."""

    id: UUID
    reference: str
    provider_key: str
    provider: str
    priced: str
    unit: str  # the code of what one price buys
    old_pence: int
    new_pence: int | None
    left_out: tuple[str, ...]
    effect_pence: int
    floor_pence: int | None
    floor: str
    agreement_id: UUID
    price_line_id: UUID
    source: str  # the formula's key, or what was agreed for the line itself
    ends_before: date | None  # of the price line itself
    owed_pence: int | None


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line that the reader works out; what the round says of it is told once it is answered."""

    reference: str
    priced: str
    source: str
    why: Drawn  # it is read
    old_pence: int
    answered_pence: int | None
    expected_pence: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading by a second person."""

    number: int
    reader_account: UUID
    reader_name: str
    chosen_by_name: str
    chosen_at: datetime
    state: ReadState
    answered_at: datetime | None
    words: str
    lines: tuple[ReadLine, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that a provider said, and the document that it shows for it."""

    provider: str
    said: Said
    said_on: date
    words: str
    requested_pence: int | None
    document_id: UUID | None
    document: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Pay:
    """What a provider says it pays its care workers; pence an hour."""

    provider_key: str
    provider: str
    pence_an_hour: int
    paid_on: date
    source: str
    document_id: UUID | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """A rise settled for the whole country; 0.048 is 4.8%."""

    id: UUID
    name: str
    unit: Unit
    rise: Decimal
    effective_on: date
    source: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A round that somebody is writing; no round: it will be a new one."""

    id: UUID
    round_id: UUID | None
    reference: str
    reason: str
    answers: Answers
    begun_by: str
    begun_at: datetime
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Unseen:
    """Prices of one person each that a page leaves out; None: held back, as they are few."""

    lines: int | None
    effect_pence: int | None  # in a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round with what its page shows; its lines are asked for on their own."""

    id: UUID
    organisation_id: UUID
    reference: str
    state: RoundState
    reason: str
    effective_on: date
    rule: RoundRule
    budget_pence: int | None
    growth_pence: int
    savings_pence: int
    answer_by: date | None
    asked: str
    proposed_by: str
    proposed_at: datetime
    previewed_by: str
    previewed_at: datetime | None
    figures: Mapping[str, Any]
    digest: str
    unseen: Unseen | None  # None: whoever looks sees everything, or there is nothing to hide
    touched_by: frozenset[UUID]
    checked_by: frozenset[UUID]
    checked_at: datetime | None
    request_id: UUID | None
    applied_by: str
    applied_at: datetime | None
    owed_pence: int | None
    undo_asked_by_account: UUID | None
    undo_asked_by: str
    undo_reason: str
    undone_by: str
    ended_at: datetime | None
    ended_reason: str
    providers: tuple[Provider, ...]
    readings: tuple[Reading, ...]
    heard: tuple[Heard, ...]

    @property
    def open_reading(self) -> Reading | None:
        """The reading that waits for its answers."""
        return next((e for e in self.readings if e.state is ReadState.WAITING), None)

    @property
    def reached_pence(self) -> int:
        """What the chosen agreements come to in the year, with growth and savings."""
        whole = int(self.figures["opening"]) + int(self.figures["effect"])
        return whole + self.growth_pence - self.savings_pence

    @property
    def over_budget_pence(self) -> int | None:
        """How much that is over the budget; below nought: within it."""
        return None if self.budget_pence is None else self.reached_pence - self.budget_pence
