"""Which invitations there are, and what a letter's link opens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Final
from uuid import UUID

from carewright.platform import models, rows
from carewright.platform.queries import NotFound
from carewright.platform.rows.invitations import Invitation
from carewright.platform.rules.invitations import InvitationKind, InvitationState, state_of
from carewright.platform.rules.organisations import Role
from carewright.platform.scope import acting_for

#: Those that stand in a list; who represents a person is nobody's business but that person's page.
LISTED: Final = (InvitationKind.OFFICER.value, InvitationKind.PROVIDER.value)


def token_digest(token: str) -> str:
    """The secret of a link as it is kept; nobody who reads the table can make a link of it."""
    return sha256(token.encode()).hexdigest()


def invitations(*, seen_by: rows.Officer, at: datetime) -> list[Invitation]:
    """Every invitation of officers and providers, the last sent coming first."""
    found = _found().for_organisation(seen_by.organisation.id).filter(kind__in=LISTED)
    return [invitation_row(each, at) for each in found.order_by("-sent_at")]


def invitation(invitation_id: UUID, *, seen_by: rows.Officer, at: datetime) -> Invitation:
    """One of them."""
    among = _found().for_organisation(seen_by.organisation.id).filter(kind__in=LISTED)
    found = among.filter(pk=invitation_id).first()
    if found is None:
        raise NotFound("There is no such invitation")
    return invitation_row(found, at)


def invitations_about(
    for_kind: str, for_id: UUID, *, seen_by: rows.Officer, at: datetime
) -> list[Invitation]:
    """Who was invited to something, such as to open one person's record."""
    found = _found().for_organisation(seen_by.organisation.id)
    about = found.filter(for_kind=for_kind, for_id=for_id).order_by("-sent_at")
    return [invitation_row(each, at) for each in about]


def invitation_behind(organisation_id: UUID, token: str, *, at: datetime) -> Invitation:
    """What a link opens, for whoever holds it; anything but an open invitation is not found."""
    with acting_for(organisation_id):
        found = _found().filter(
            organisation_id=organisation_id, token_digest=token_digest(token)
        ).first()  # fmt: skip
        row = invitation_row(found, at) if found else None
    if row is None or row.state is not InvitationState.OPEN:
        raise NotFound("This link does not work")
    return row


def invitation_row(found: models.Invitation, at: datetime) -> Invitation:
    """The invitation as others see it."""
    return Invitation(
        id=found.id,
        organisation_id=found.organisation_id,
        organisation=found.organisation.name,
        kind=InvitationKind(found.kind),
        state=state_of(
            expires_at=found.expires_at, accepted_at=found.accepted_at,
            withdrawn_at=found.withdrawn_at, at=at,
        ),
        email=found.email,
        name=found.name,
        what=found.provider_name or _role_words(found.roles),
        provider_name=found.provider_name,
        provider_number=found.provider_number,
        proof=found.proof,
        proof_document=found.proof_document,
        for_kind=found.for_kind,
        for_id=found.for_id,
        invited_by=found.invited_by_name,
        sent_at=found.sent_at,
        expires_at=found.expires_at,
    )  # fmt: skip


def _role_words(codes: Iterable[str]) -> str:
    return ", ".join(sorted(Role(code).label for code in codes))


def _found() -> models.OrganisationQuerySet[models.Invitation]:
    return models.Invitation.objects.select_related("organisation")
