"""The operator lets the first person into a new house."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def enrol(*further: str) -> str:
    said = StringIO()
    call_command(
        "enrol",
        "--organisation=Elmshire Council",
        "--email=Anna@elmshire.example",
        "--address=https://care.elmshire.example/",
        *further,
        stdout=said,
    )
    return said.getvalue()


def test_the_printed_link_lets_the_person_choose_a_password_and_sign_in() -> None:
    said = enrol("--name=Anna", "--role=commissioner", "--role=system_administrator")
    link = re.search(r"https://care\.elmshire\.example(/\S+)", said)[1]
    browser = Client()
    new = {"password1": make.PASSWORD, "password2": make.PASSWORD}
    browser.post(browser.get(link).url, new)
    signed_in = browser.post(
        "/sign-in/", {"login": "anna@elmshire.example", "password": make.PASSWORD}
    )
    assert signed_in.url == "/"
    account = models.Account.objects.get()
    [office] = platform.offices_of(account.id, on=make.TODAY.replace(year=2099))
    assert office.officer.roles == {Role.COMMISSIONER, Role.SYSTEM_ADMINISTRATOR}
    assert office.officer.organisation.slug == "elmshire-council"


def test_asking_again_prints_a_new_link_and_adds_what_is_new() -> None:
    enrol("--name=Anna")
    assert "https://" in enrol("--role=broker")
    assert models.Officer.objects.count() == models.OfficerRole.objects.count() == 1


@pytest.mark.parametrize(
    ("further", "why"),
    [
        ((), "name"),
        (("--name=Anna", "--role=bid_writer"), "no bid writer"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(further: tuple[str, ...], why: str) -> None:
    with pytest.raises(CommandError, match=why):
        enrol(*further)


def test_a_real_organisation_is_not_opened_among_invented_ones() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    with pytest.raises(CommandError, match="invented organisations"):
        enrol("--organisation=Real Council", "--name=Anna")
