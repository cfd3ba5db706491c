"""What pages see of an analysis: frozen rows, never tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright_engine.provision.answers import AreaProvision
from carewright_engine.provision.areas import AreaRef


@dataclass(frozen=True, slots=True)
class Run:
    """One analysis that was asked for, answered or still under way."""

    id: UUID
    organisation_id: UUID
    title: str
    area_kind: str
    area_code: str
    inputs_sha256: str
    engine_version: str
    asked_by: str
    asked_at: datetime
    answered_at: datetime | None
    answer_sha256: str
    job_id: UUID | None

    @property
    def answered(self) -> bool:
        """Whether there is an answer to read."""
        return self.answered_at is not None


@dataclass(frozen=True, slots=True)
class AnsweredRun:
    """An analysis with its answer."""

    run: Run
    provision: AreaProvision


@dataclass(frozen=True, slots=True)
class Locality:
    """An area smaller than a council that can be analysed, and the council it lies in."""

    area: AreaRef
    name: str
    council: str
