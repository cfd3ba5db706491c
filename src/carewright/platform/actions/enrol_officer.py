"""Lets a person act for an organisation."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from carewright.platform import audit, models, rows
from carewright.platform.actions.subjects import organisation_in_reach
from carewright.platform.rules.acts import Act


class CannotEnrol(Exception):
    """The person cannot be enrolled; the text says why."""


@transaction.atomic(durable=True)
def enrol_officer(
    *,
    organisation_id: UUID,
    email: str,
    name: str,
    job_title: str,
    by: rows.Actor,
    at: datetime,
) -> UUID:
    """Enrols a person and returns the officer's id; they sign in once they have set a password."""
    organisation = organisation_in_reach(organisation_id, by=by, act=Act.ENROL_OFFICER)
    account = account_for(checked_address(email), name.strip(), at)
    if models.Officer.objects.filter(organisation=organisation, account=account).exists():
        raise CannotEnrol(f"{account.email} is enrolled in {organisation.name} already")
    officer = models.Officer.objects.create(
        organisation=organisation, account=account, job_title=job_title.strip(), enrolled_at=at
    )
    audit.record(
        Act.ENROL_OFFICER,
        "officer",
        officer.id,
        by=by,
        at=at,
        organisation_id=organisation.id,
        account=str(account.id),
        job_title=officer.job_title,
    )
    return officer.id


def checked_address(email: str) -> str:
    """The address as it is kept, if it is one."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise CannotEnrol(f"{email!r} is not an e-mail address, as in name@example.org") from None
    return address


def account_for(email: str, name: str, at: datetime) -> models.Account:
    """The person's account: one for all organisations they act for, kept when it exists."""
    known = models.Account.objects.filter(email=email).first()
    if known:
        return known
    if not name:
        raise CannotEnrol("Give the person's name")
    account = models.Account(email=email, name=name, opened_at=at)
    account.set_unusable_password()
    account.save()
    # Whoever enrols a person vouches for the address; it is where the first link goes.
    EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    return account
