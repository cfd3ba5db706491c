"""What is tried on a restored copy, one function a promise; each says in a line what it saw."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date
from typing import Final

from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import identify_hasher, is_password_usable
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from carewright.attest import api as attest
from carewright.platform import api as platform
from carewright.register import api as register

BY: Final = platform.Operator("Rehearsal of a backup")


class NotVerified(Exception):
    """Something that a backup promises could not be shown; the text says what."""


def passwords_can_be_checked() -> str:
    """Every password came back in a form that a sign-in can be checked against."""
    usable = 0
    for account in get_user_model().objects.all().iterator():
        if is_password_usable(account.password):
            identify_hasher(account.password)
            usable += 1
    if not usable:
        return "sign-in: no account has a password, as in practice, so there was none to check"
    return f"sign-in: {usable:,} passwords can be checked"


def kept_files_are_there() -> str:
    """Every kept file is where its row says, with the digest that its row says."""
    seen = 0
    for stored_as, digest in {*platform.kept_files(), *register.kept_tables()}:
        if not default_storage.exists(stored_as):
            raise NotVerified(f"The kept file {stored_as} is not in the backup")
        with default_storage.open(stored_as) as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != digest:
                raise NotVerified(f"The kept file {stored_as} has another digest than its row")
        seen += 1
    return f"files: {seen:,} kept files have the digests that the database says"


def the_record_is_whole() -> str:
    """Every event is still what was sealed, under the key that came with the backup."""
    if attest.newest_checkpoint() is None:
        return "record: nothing was sealed yet"
    verdict = attest.verify_record(key=attest.public_key(), by=BY, at=now())
    if not verdict.whole:
        raise NotVerified(f"The record is not what was sealed: {verdict.findings[0]}")
    return f"record: {verdict.events:,} events, {verdict.sealed:,} of them as they were sealed"


def somebody_signs_in(*, on: date) -> str:
    """A new officer can be enrolled in the copy and get to the inbox by password and code."""
    organisation = next(iter(platform.organisations()), None)
    if organisation is None:
        return "sign-in: nobody to try it as, for there is no organisation yet"
    password, secret = secrets.token_urlsafe(24), generate_totp_secret()
    email = f"rehearsal-{secrets.token_hex(8)}@example.org"
    _enrol(organisation, email, password, secret, on)
    browser = Client()
    browser.post(reverse("account_login"), {"login": email, "password": password})
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    browser.post(reverse("mfa_authenticate"), {"code": code})
    answer = browser.get(reverse("web:inbox"))
    if answer.status_code != 200:
        raise NotVerified(f"A sign-in by password and code ended with {answer.status_code}")
    return f"sign-in: an officer of {organisation.name} got to the inbox by password and code"


def _enrol(
    organisation: platform.Organisation, email: str, password: str, secret: str, on: date
) -> None:
    with platform.acting_for(organisation.id):
        officer_id = platform.enrol_officer(
            organisation_id=organisation.id, email=email, name="Rehearsal", job_title="Rehearsal",
            by=BY, at=now(),
        )  # fmt: skip
        platform.grant_role(
            officer_id=officer_id, role=platform.Role.SYSTEM_ADMINISTRATOR, starts_on=on, by=BY,
            at=now(),
        )  # fmt: skip
    account = get_user_model().objects.get(email=email)
    account.set_password(password)
    account.save()
    TOTP.activate(account, secret)
