"""Imports of registers as the pages see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.contract.rules.life_of_an_import import BatchState, RowState
from carewright.contract.rules.words import Kind, Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCounts:
    """How many rows stand where; every row of the file is in one place of each line.

    kept + doubtful + refused = read, and ready + asked + placed + put aside = read.
    """

    read: int
    kept: int
    doubtful: int
    refused: int
    ready: int  # nothing of their own is left to ask
    asked: int  # somebody has to look at them
    placed: int
    put_aside: int
    waiting: int  # ready, but nobody has said yet who their supplier is
    suppliers: int
    suppliers_asked: int

    @property
    def to_place(self) -> int:
        """Rows of which agreements can be made now."""
        return self.ready - self.waiting

    @property
    def questions(self) -> int:
        """What is left to ask a person."""
        return self.asked + self.suppliers_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One register of which agreements are made."""

    id: UUID
    dataset_id: UUID
    file_name: str
    state: BatchState
    kind: Kind  # of the rows whose kind the file does not say
    regime: Regime
    read_on: date
    absent: tuple[str, ...]  # what the file has no column for
    counts: BatchCounts
    begun_by: str
    begun_at: datetime
    undone_by: str
    undone_at: datetime | None
    undone_reason: str
    job_id: UUID | None


@dataclass(frozen=True, slots=True)
class MatchOffered:
    """A provider that a supplier may be, and what speaks for it and against."""

    id: str
    name: str
    reasons: tuple[str, ...]
    caution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierToMatch:
    """A supplier of the file, and whom it may be."""

    id: UUID
    batch_id: UUID
    name: str
    numbers: tuple[str, ...]
    postcode: str
    rows: int
    offered: tuple[MatchOffered, ...]
    answer: str  # the name that was chosen; empty while nobody has said
    decided_by: str
    next_id: UUID | None  # the next of the batch that nobody has answered


@dataclass(frozen=True, slots=True, kw_only=True)
class RowToSettle:
    """A row of the file, why somebody has to look at it, and what became of it."""

    id: UUID
    batch_id: UUID
    source_row: int
    state: RowState
    title: str
    supplier: str
    doubt: str
    repeats: tuple[tuple[str, UUID | None, str], ...]  # what it may repeat, its agreement, why
    found: Mapping[str, str]  # the file's own words by its columns
    reason: str
    decided_by: str
    agreement_id: UUID | None
    next_id: UUID | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an agreement stood before it was made here."""

    batch_id: UUID
    file_name: str
    source_row: int
