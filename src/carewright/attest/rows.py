"""What others see of this stage: frozen rows, never tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from carewright.attest.rules.examining import Finding


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The record as it was signed at one time."""

    number: int
    size: int
    root: bytes
    note: str
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class Lag:
    """How far sealing is behind writing."""

    waiting: int
    oldest: datetime | None
    checkpoint: Checkpoint | None


@dataclass(frozen=True, slots=True)
class Seal:
    """Where an event stands in the record, and the first checkpoint that covers it."""

    place: int
    checkpoint: Checkpoint


@dataclass(frozen=True, slots=True)
class Deposit:
    """A checkpoint that somebody else keeps."""

    checkpoint_number: int
    kind: str
    left_with: str
    by_name: str
    at: datetime
    own: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of looking over the whole record."""

    at: datetime
    by_name: str
    events: int
    sealed: int
    unsealed: int
    checkpoints: int
    witnesses: tuple[str, ...]
    findings: tuple[Finding, ...]  # the first of them
    findings_count: int

    @property
    def whole(self) -> bool:
        """Whether everything is as it was sealed."""
        return self.findings_count == 0
