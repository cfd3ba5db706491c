"""Invitations as the inviter sees them, and what came of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright.platform.rules.invitations import InvitationKind, InvitationState


@dataclass(frozen=True, slots=True)
class Invited:
    """A letter that is to be sent: its secret exists here and in the letter, and nowhere else."""

    id: UUID
    organisation_id: UUID
    organisation: str
    email: str
    token: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation, sent or over."""

    id: UUID
    organisation_id: UUID
    organisation: str
    kind: InvitationKind
    state: InvitationState
    email: str
    name: str
    what: str  # the roles, the provider
    provider_name: str
    provider_number: str
    proof: str
    proof_document: UUID | None
    for_kind: str
    for_id: UUID | None
    invited_by: str
    sent_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting made of somebody; whoever asked for the invitation goes on from here."""

    invitation_id: UUID
    kind: InvitationKind
    account_id: UUID
    organisation_id: UUID  # that invited
    officer_id: UUID | None  # None for whoever represents a person and holds no office
    for_kind: str
    for_id: UUID | None
