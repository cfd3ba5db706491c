"""Invites one person by letter, sends the letter again, or withdraws it."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from carewright.platform import audit, models, policies, rows
from carewright.platform.queries.invitations import token_digest
from carewright.platform.rows.invitations import Invited
from carewright.platform.rules.acts import Act
from carewright.platform.rules.invitations import (
    INVITATION_LASTS,
    InvitationKind,
    blockers_to_provider,
    tidied_number,
)
from carewright.platform.rules.organisations import OrganisationKind, Role, blockers_to_role

TO_INVITE: Final[Mapping[InvitationKind, Act]] = {
    InvitationKind.OFFICER: Act.INVITE_OFFICER,
    InvitationKind.PROVIDER: Act.INVITE_PROVIDER,
    InvitationKind.REPRESENTATIVE: Act.INVITE_REPRESENTATIVE,
}


class CannotInvite(Exception):
    """The person cannot be invited; the text says why."""


@transaction.atomic
def invite(
    *,
    kind: InvitationKind,
    email: str,
    name: str,
    job_title: str = "",
    roles: Collection[Role] = (),
    provider_name: str = "",
    provider_number: str = "",
    proof: str = "",
    proof_document_id: UUID | None = None,
    for_kind: str = "",
    for_id: UUID | None = None,
    by: rows.Officer,
    at: datetime,
) -> Invited:
    """Writes an invitation down and returns its secret, which only the letter may hold.

    Another stage may call it within a transaction of its own, and names with `for_kind` and
    `for_id` what the invitation is about; accepting hands both back.
    """
    policies.require(by, TO_INVITE[kind])
    address = email.strip().lower()
    if blockers := [
        *_blockers_to_person(address, name, by),
        *_blockers_to_kind(kind, address, roles, by),
        *(
            blockers_to_provider(name=provider_name, number=provider_number, proof=proof)
            if kind is InvitationKind.PROVIDER
            else ()
        ),
        *_blockers_to_name(kind, provider_name),
    ]:
        raise CannotInvite("; ".join(blockers))
    token = secrets.token_urlsafe(32)
    made = models.Invitation(
        organisation_id=by.organisation.id,
        kind=kind.value,
        email=address,
        name=name.strip(),
        job_title=job_title.strip(),
        roles=sorted(role.value for role in roles),
        provider_name=provider_name.strip(),
        provider_number=tidied_number(provider_number),
        proof=proof.strip(),
        proof_document=proof_document_id,
        for_kind=for_kind,
        for_id=for_id,
        token_digest=token_digest(token),
        invited_by_id=by.id,
        invited_by_name=by.name,
        invited_at=at,
        sent_at=at,
        expires_at=at + INVITATION_LASTS,
    )
    _write(made)
    _record(TO_INVITE[kind], made, by=by, at=at)
    return Invited(made.id, by.organisation.id, by.organisation.name, address, token)


@transaction.atomic
def invite_again(*, invitation_id: UUID, by: rows.Officer, at: datetime) -> Invited:
    """Makes a new link for seven more days; the one in the last letter stops working."""
    found = _changeable(invitation_id, by)
    token = secrets.token_urlsafe(32)
    found.token_digest = token_digest(token)
    found.sent_at, found.expires_at = at, at + INVITATION_LASTS
    found.save(update_fields=["token_digest", "sent_at", "expires_at"])
    _record("invite_again", found, by=by, at=at)
    return Invited(found.id, by.organisation.id, by.organisation.name, found.email, token)


@transaction.atomic
def withdraw_invitation(*, invitation_id: UUID, by: rows.Officer, at: datetime) -> None:
    """Withdraws an invitation that nobody has accepted; its link opens nothing any more."""
    found = _changeable(invitation_id, by)
    found.withdrawn_at = at
    found.save(update_fields=["withdrawn_at"])
    _record("withdraw_invitation", found, by=by, at=at)


def _changeable(invitation_id: UUID, by: rows.Officer) -> models.Invitation:
    if not policies.may(by, Act.INVITE_REPRESENTATIVE):
        policies.require(by, Act.CHANGE_INVITATION)
    among = models.Invitation.objects.for_organisation(by.organisation.id)
    found = among.select_for_update().filter(pk=invitation_id).first()
    if found is None or not policies.may(by, _to_change(found)):
        raise policies.NotYours
    if found.accepted_at or found.withdrawn_at:
        raise CannotInvite("This invitation has been accepted or withdrawn already")
    return found


def _to_change(found: models.Invitation) -> Act:
    if found.kind == InvitationKind.REPRESENTATIVE:
        return Act.INVITE_REPRESENTATIVE
    return Act.CHANGE_INVITATION


def _blockers_to_person(address: str, name: str, by: rows.Officer) -> list[str]:
    found = []
    try:
        validate_email(address)
    except ValidationError:
        found.append("Give an email address, like name@example.org")
    if not name.strip():
        found.append("Give the person’s name")
    if address == by.email:
        found.append("Nobody invites themselves")
    return found


def _blockers_to_kind(
    kind: InvitationKind, address: str, roles: Collection[Role], by: rows.Officer
) -> list[str]:
    if kind is InvitationKind.REPRESENTATIVE:
        return ["Whoever represents a person holds no role"] if roles else []
    where = by.organisation.kind if kind is InvitationKind.OFFICER else OrganisationKind.PROVIDER
    found = [blocker for role in roles for blocker in blockers_to_role(role, where)]
    if not roles:
        found.append("Choose at least one role")
    here = models.Officer.objects.for_organisation(by.organisation.id).filter(active=True)
    if kind is InvitationKind.OFFICER and here.filter(account__email=address).exists():
        found.append("This person works here already; give them roles instead")
    return found


def _blockers_to_name(kind: InvitationKind, provider_name: str) -> list[str]:
    if kind is not InvitationKind.PROVIDER:
        return []
    if models.Organisation.objects.filter(name__iexact=provider_name.strip()).exists():
        return [f"{provider_name.strip()} is here already: its own administrator invites people"]
    return []


def _write(made: models.Invitation) -> None:
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise CannotInvite(
            "This person was invited before and has not answered: send that invitation again"
        ) from None


def _record(act: str, found: models.Invitation, *, by: rows.Officer, at: datetime) -> None:
    audit.record(
        act,
        "invitation",
        found.id,
        by=by,
        at=at,
        organisation_id=found.organisation_id,
        reason=found.proof,
        kind=found.kind,
        roles=found.roles,
        provider=found.provider_name,
        provider_number=found.provider_number,
        proof_document=str(found.proof_document or ""),
        for_kind=found.for_kind,
        for_id=str(found.for_id or ""),
    )
