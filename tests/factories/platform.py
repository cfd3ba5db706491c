"""One valid minimal object of the platform stage each; practice data goes through actions."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils.timezone import now

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import OrganisationKind, Role

NOW = datetime(2026, 6, 3, 12, 0, tzinfo=UTC)
TODAY = date(2026, 6, 3)
PASSWORD = "three-words-nobody-guesses"
OPERATOR = platform.Operator()

_numbers = count(1)


@cache
def _password_hash() -> str:
    """Worked out once: a good password hash is slow on purpose."""
    return make_password(PASSWORD)


def organisation(**given: Any) -> models.Organisation:
    """A council of a name of its own; not a practice one."""
    number = next(_numbers)
    wanted = {
        "kind": OrganisationKind.COUNCIL.value,
        "name": f"Council {number}",
        "slug": f"council-{number}",
    }
    return models.Organisation.objects.create(**{**wanted, **given})


def account(**given: Any) -> models.Account:
    """A person who can sign in with `PASSWORD`, and lately did."""
    wanted = {
        "email": f"person{next(_numbers)}@example.org",
        "name": "Person",
        "opened_at": NOW,
        "last_login": now(),
    }
    made = models.Account(**{**wanted, **given})
    made.password = _password_hash()
    made.save()
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


def officer(*roles: Role, **given: Any) -> platform.Officer:
    """A person in an organisation with the roles, held since long ago, as others see them."""
    wanted = {"job_title": "Officer", "enrolled_at": NOW}
    for name, maker in {"organisation": organisation, "account": account}.items():
        if name not in given:
            given[name] = maker()
    made = models.Officer.objects.create(**{**wanted, **given})
    for role in roles:
        models.OfficerRole.objects.create(officer=made, role=role.value, starts_on=date(2020, 1, 1))
    return platform.officer(made.id, on=TODAY)


def commissioner(**given: Any) -> platform.Officer:
    """Somebody who may import and analyse."""
    return officer(Role.COMMISSIONER, **given)


def second_factor(account_id: UUID) -> str:
    """Gives the account an authenticator app; returns the app's secret."""
    secret: str = generate_totp_secret()
    TOTP.activate(models.Account.objects.get(pk=account_id), secret)
    return secret


def signed_in(by: platform.Officer, client: Client | None = None) -> Client:
    """A browser in which the officer has signed in and has a second factor."""
    browser = client or Client()
    second_factor(by.account_id)
    browser.force_login(models.Account.objects.get(pk=by.account_id))
    return browser


def job(by: platform.Officer, **given: Any) -> models.Job:
    """Work that the officer has asked for."""
    wanted = {
        "organisation_id": by.organisation.id,
        "kind": "import",
        "title": "Import services.csv",
        "requested_by_id": by.id,
        "requested_by_name": by.name,
        "asked_at": NOW,
        "news_at": NOW,
    }
    return models.Job.objects.create(**{**wanted, **given})
