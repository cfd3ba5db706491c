"""What others see of a scenario: frozen rows, never tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from carewright_engine.demand.scenarios import scenario as engine


@dataclass(frozen=True)
class Scenario:
    """A named what-if as it stands: whose it is, its levers as the engine takes them."""

    id: UUID
    organisation_id: UUID
    organisation: str
    partnership_id: UUID | None
    name: str
    about: str
    levers: tuple[Mapping[str, Any], ...]
    version: int
    created_by: str
    created_at: datetime
    changed_by: str
    changed_at: datetime
    put_away_at: datetime | None

    @cached_property
    def read(self) -> engine.Scenario:
        """The scenario that the engine pulls."""
        return engine.scenario_from(self.plain)

    @property
    def plain(self) -> dict[str, Any]:
        """Name, about and levers in plain values, as a file or a question holds them."""
        return {"name": self.name, "about": self.about, "levers": list(self.levers)}


@dataclass(frozen=True)
class SentScenario:
    """One version of a scenario as it was sent for decision."""

    scenario_id: UUID
    organisation: str
    name: str
    about: str
    levers: tuple[Mapping[str, Any], ...]
    version: int
    version_now: int
    sent_by: str
    sent_at: datetime

    @cached_property
    def read(self) -> engine.Scenario:
        """The scenario that the engine would pull."""
        levers = list(self.levers)
        return engine.scenario_from({"name": self.name, "about": self.about, "levers": levers})


@dataclass(frozen=True, slots=True)
class ScenarioVersion:
    """One version: what made it, who and when; whether it was sent, and how much was said of it."""

    version: int
    act: str
    lever: str
    by_name: str
    by_organisation: str
    at: datetime
    sent: bool
    comments: int


@dataclass(frozen=True, slots=True)
class ScenarioComment:
    """What somebody said of a scenario, and of which version of it."""

    words: str
    by_name: str
    by_organisation: str
    of_version: int
    at: datetime
