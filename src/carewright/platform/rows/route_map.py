"""The route map, as others see it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to ask about a service area or a provider."""

    id: UUID
    organisation_id: UUID
    organisation: str
    officer_id: UUID
    service_area: str
    provider: str
    is_lead: bool
    team: str
    ask_about: str
    name: str
    job_title: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """One level of the way that an unanswered matter goes up."""

    level: int
    officer_id: UUID
    within_working_days: int
    service_area: str
    name: str
    job_title: str
