"""A reset of a lost second factor, as colleagues see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright.platform.rules.factor_reset import ResetState


@dataclass(frozen=True, slots=True)
class FactorReset:
    """Who lost a second factor, and how far the two people have come who let them set up one."""

    id: UUID
    officer_id: UUID
    name: str
    job_title: str
    identity_checked: str
    asked_by_id: UUID
    asked_by: str
    asked_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    confirmer_checked: str
    ends_at: datetime  # of the question until it is confirmed, then of the link
    used_at: datetime | None
    state: ResetState


@dataclass(frozen=True, slots=True)
class ResetConfirmed:
    """What a letter needs: the secret stands nowhere else."""

    email: str
    name: str
    asker_email: str
    organisation_id: UUID
    organisation: str
    token: str
    link_ends_at: datetime


@dataclass(frozen=True, slots=True)
class ResetOpened:
    """What a link opens: whose account it is."""

    email: str
    name: str
