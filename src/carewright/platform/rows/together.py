"""How officers and organisations work together, as others see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Cover:
    """One officer stands in for another until the day before `ends_before`."""

    id: UUID
    absent_id: UUID
    absent: str
    deputy_id: UUID
    deputy: str
    starts_on: date
    ends_before: date
    deputy_works_here: bool  # a deputy who left stands in for nobody


@dataclass(frozen=True, slots=True)
class Colleague:
    """An officer as another of the same organisation sees them."""

    id: UUID
    name: str
    job_title: str
