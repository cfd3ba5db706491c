"""People in need of care, by invented references, and officers who may open their records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.test import Client

from carewright.platform import api as platform
from carewright.platform.api import Capacity, Ground, Role
from carewright.register import api as register
from carewright.register import models
from tests.factories import platform as make

_numbers = count(100_001)


def person(organisation_id: UUID, area: str = "Elm Valley", **given: Any) -> UUID:
    """Somebody whose record the operator brought in."""
    wanted = {
        "reference": f"EL-{next(_numbers)}", "area_code": "S02900001", "area_name": area,
        "age_band": "75-84", "care_groups": ["older_people"], "need_level": "critical",
    }  # fmt: skip
    return register.add_person(
        organisation_id=organisation_id, **{**wanted, **given}, by=make.OPERATOR, at=make.NOW
    )


def social_worker(**given: Any) -> platform.Officer:
    """Somebody who works with people."""
    return make.officer(Role.SOCIAL_WORKER, **given)


def opened(person_id: UUID, by: platform.Officer, purpose: str = "assessing", **when: Any) -> None:
    """A record that the officer has opened, for the time that the purpose is given."""
    register.open_person(
        person_id=person_id, purpose=purpose, why="A visit today", by=by,
        **{"at": make.NOW, **when},
    )  # fmt: skip


def activity(person_id: UUID, **given: Any) -> models.Activity:
    """Something that happened to a person."""
    whose = models.Person.objects.get(pk=person_id).organisation_id
    wanted = {
        "organisation_id": whose, "kind": "home_care", "provider_id": "SP1", "area_code": "S029",
        "on": date(2026, 6, 1), "quantity": Decimal("7.5"), "unit": "hours", "source": "a test",
    }  # fmt: skip
    return models.Activity.objects.create(person_id=person_id, **{**wanted, **given})


def access(
    person_id: UUID,
    by: platform.Officer,
    capacity: Capacity = Capacity.ADVOCATE,
    ground: Ground = Ground.CONSENT,
    **given: Any,
) -> UUID:
    """Somebody whom the officer has let into the record; by consent, with a signed one seen."""
    opened(person_id, by, "reviewing")
    reach = platform.REACH[ground]
    wanted = {
        "email": f"someone{next(_numbers)}@example.org", "name": "Someone Outside",
        "may_see": reach.may_see, "may_decide": reach.may_decide, "proof": "paper 1",
        "starts_on": date(2026, 6, 3),
    }  # fmt: skip
    return register.let_in(
        person_id=person_id, capacity=capacity, ground=ground, **{**wanted, **given},
        by=by, at=make.NOW,
    )  # fmt: skip


def browser_with(access_id: UUID, *, second_factor: bool = True) -> Client:
    """The browser of whoever has the access, signed in."""
    from carewright.platform.models import Account, PersonalAccess

    account_id = PersonalAccess.objects.get(pk=access_id).account_id
    if second_factor and not Authenticator.objects.filter(user_id=account_id).exists():
        make.second_factor(account_id)
    browser = Client()
    browser.force_login(Account.objects.get(pk=account_id))
    return browser
