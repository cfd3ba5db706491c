"""Projections as pages see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright_engine.demand.scenarios.answers import Projection


@dataclass(frozen=True, slots=True)
class ProjectionRow:
    """One projection that was asked for, answered or still under way."""

    id: UUID
    organisation_id: UUID
    organisation: str
    partnership_id: UUID | None
    number: int
    name: str
    title: str
    area_kind: str
    area_code: str
    scenario_ids: tuple[UUID, ...]
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

    @property
    def called(self) -> str:
        """Its name; without one, its title."""
        return self.name or self.title

    @property
    def reference(self) -> str:
        """'Projection 107', as people cite it."""
        return f"Projection {self.number}"


@dataclass(frozen=True, slots=True)
class AnsweredProjection:
    """A projection with its answer."""

    row: ProjectionRow
    answer: Projection


@dataclass(frozen=True, slots=True)
class ScenarioProjected:
    """A projection that holds one version of a scenario, and its place there; 0 is as now."""

    read: AnsweredProjection
    place: int


@dataclass(frozen=True, slots=True)
class ScenarioToCompare:
    """A scenario that may be set beside 'as now': one's own, or one that a partner shares."""

    id: UUID
    name: str
    whose: str
    version: int
