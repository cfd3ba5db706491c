"""Lets in whoever holds an invitation's link."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from carewright.platform import audit, models, rows
from carewright.platform.queries.invitations import token_digest
from carewright.platform.rows.invitations import Accepted
from carewright.platform.rules.acts import Act
from carewright.platform.rules.invitations import InvitationKind, InvitationState, state_of
from carewright.platform.rules.organisations import OrganisationKind, Role
from carewright.platform.scope import acting_for


class CannotAccept(Exception):
    """The link opens nothing, or not for this person; the text says why."""


@transaction.atomic(durable=True)
def accept_invitation(
    *,
    organisation_id: UUID,
    token: str,
    password: str = "",
    by: rows.AccountHolder | None,
    at: datetime,
) -> Accepted:
    """Accepts an invitation, once: with a first password, or signed in to an account one has.

    `by` is whoever is signed in. Somebody without an account becomes who was invited; somebody
    with one must be signed in to it, so that a letter alone never takes an account over.
    """
    with acting_for(organisation_id):
        found = _open(organisation_id, token, at)
        account = _account(found, password, by, at)
        officer_id = _office(found, account, at)
        found.accepted_at, found.accepted_by = at, account
        found.save(update_fields=["accepted_at", "accepted_by"])
        _record(found, account, officer_id, at)
    return Accepted(
        invitation_id=found.id,
        kind=InvitationKind(found.kind),
        account_id=account.id,
        organisation_id=organisation_id,
        officer_id=officer_id,
        for_kind=found.for_kind,
        for_id=found.for_id,
    )


def _open(organisation_id: UUID, token: str, at: datetime) -> models.Invitation:
    among = models.Invitation.objects.select_related("organisation").filter(
        organisation_id=organisation_id, token_digest=token_digest(token)
    )
    found = among.select_for_update(of=("self",)).first()
    state = found and state_of(
        expires_at=found.expires_at, accepted_at=found.accepted_at,
        withdrawn_at=found.withdrawn_at, at=at,
    )  # fmt: skip
    if found is None or state is not InvitationState.OPEN:
        raise CannotAccept("This link does not work any more")
    return found


def _account(
    found: models.Invitation, password: str, by: rows.AccountHolder | None, at: datetime
) -> models.Account:
    known = models.Account.objects.filter(email=found.email).first()
    if known is None:
        return _opened(found, password, at)
    if by is None or by.id != known.id:
        raise CannotAccept("Sign in to the account with the address that was invited")
    return known


def _opened(found: models.Invitation, password: str, at: datetime) -> models.Account:
    account = models.Account(email=found.email, name=found.name, opened_at=at)
    validate_password(password, account)
    account.set_password(password)
    account.save()
    # The letter went to this address and came back, which is proof enough that it is theirs.
    EmailAddress.objects.create(user=account, email=found.email, verified=True, primary=True)
    return account


def _office(found: models.Invitation, account: models.Account, at: datetime) -> UUID | None:
    """The officer that the account becomes, in the inviting organisation or one opened for it."""
    if found.kind == InvitationKind.REPRESENTATIVE:
        return None
    if found.kind == InvitationKind.OFFICER:
        return _enrol(found, account, found.organisation, {Role(r) for r in found.roles}, at)
    opened = _open_provider(found)
    with acting_for(opened.id):
        _record_opening(found, opened, account, at)
        # Whoever comes first lets the others in.
        roles = {Role(r) for r in found.roles} | {Role.SYSTEM_ADMINISTRATOR}
        return _enrol(found, account, opened, roles, at)


def _enrol(
    found: models.Invitation,
    account: models.Account,
    organisation: models.Organisation,
    roles: set[Role],
    at: datetime,
) -> UUID:
    officer, _ = models.Officer.objects.update_or_create(
        organisation=organisation,
        account=account,
        defaults={"active": True, "deactivated_at": None},
        create_defaults={"job_title": found.job_title or "Officer", "enrolled_at": at},
    )
    today = localdate(at)
    held = set(models.OfficerRole.objects.on(today).filter(officer=officer).values_list("role"))
    for role in sorted(roles):
        if (role.value,) not in held:
            models.OfficerRole.objects.create(officer=officer, role=role.value, starts_on=today)
    audit.record(
        Act.ENROL_OFFICER,
        "officer",
        officer.id,
        by=_holder(account),
        at=at,
        organisation_id=organisation.id,
        account=str(account.id),
        invitation=str(found.id),
        invited_by=found.invited_by_name,
        roles=sorted(role.value for role in roles),
    )
    return officer.id


def _open_provider(found: models.Invitation) -> models.Organisation:
    if models.Organisation.objects.filter(name__iexact=found.provider_name).exists():
        raise CannotAccept(f"{found.provider_name} is here already; ask its administrator")
    wanted = slugify(found.provider_name)[:60] or "provider"
    taken = models.Organisation.objects.filter(slug=wanted).exists()
    return models.Organisation.objects.create(
        kind=OrganisationKind.PROVIDER.value,
        name=found.provider_name,
        slug=f"{wanted}-{found.id.hex[:8]}" if taken else wanted,
        practice=found.organisation.practice,
    )


def _record_opening(
    found: models.Invitation, opened: models.Organisation, account: models.Account, at: datetime
) -> None:
    audit.record(
        Act.OPEN_ORGANISATION,
        "organisation",
        opened.id,
        by=_holder(account),
        at=at,
        organisation_id=opened.id,
        reason=found.proof,
        name=opened.name,
        kind=opened.kind,
        number=found.provider_number,
        invited_by=found.invited_by_name,
    )


def _record(
    found: models.Invitation, account: models.Account, officer_id: UUID | None, at: datetime
) -> None:
    audit.record(
        "accept_invitation",
        "invitation",
        found.id,
        by=_holder(account),
        at=at,
        organisation_id=found.organisation_id,
        kind=found.kind,
        officer=str(officer_id or ""),
    )


def _holder(account: models.Account) -> rows.AccountHolder:
    return rows.AccountHolder(account.id, account.name)
