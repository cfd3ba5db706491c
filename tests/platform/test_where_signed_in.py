"""People see where they are signed in and end it; who leaves is signed out in the same moment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, now

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role
from carewright.platform.rules.devices import device_of, place_of
from tests.factories import platform as make

pytestmark = pytest.mark.usefixtures("no_failures_remembered")

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"


def signs_in(by: platform.Officer, browser: str = FIREFOX, address: str = "86.12.34.56") -> Client:
    client = Client(headers={"user-agent": browser}, REMOTE_ADDR=address)
    client.post("/sign-in/", {"login": by.email, "password": make.PASSWORD})
    return client


@pytest.fixture
def officer() -> platform.Officer:
    return make.commissioner()


@pytest.fixture
def administrator(officer: platform.Officer) -> platform.Officer:
    organisation = models.Organisation.objects.get(pk=officer.organisation.id)
    return make.officer(Role.SYSTEM_ADMINISTRATOR, organisation=organisation)


def references(by: platform.Officer) -> list[Any]:
    return [each.reference for each in platform.signed_in_at(by.account_id, at=now())]


def test_each_browser_is_named_with_its_network_and_without_an_address(
    officer: platform.Officer,
) -> None:
    browser = signs_in(officer)
    signs_in(officer, SAFARI, "127.0.0.1")
    page = browser.get("/your-sign-ins/").content.decode()
    assert "Firefox on Windows" in page
    assert "Internet, 86.12.x.x" in page
    assert "Safari on iPhone" in page
    assert "This machine" in page
    assert page.count("This one") == 1
    assert not models.Session.objects.filter(place__contains="34.56").exists()
    assert "34.56" not in str(dict(browser.session.items()))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("127.0.0.1", "This machine"), ("10.1.2.3", "A private network"),
        ("86.12.34.56", "Internet, 86.12.x.x"), ("::ffff:86.12.34.56", "Internet, 86.12.x.x"),
        ("2a00:23c5:1:2::9", "Internet, 2a00:23c5::"), ("nonsense", "Unknown network"),
    ],
)  # fmt: skip
def test_a_network_is_kept_only_roughly(address: str, words: str) -> None:
    assert place_of(address) == words


def test_a_browser_that_says_nothing_is_unknown() -> None:
    assert device_of("") == "Unknown browser"


def test_ending_one_sign_in_signs_that_browser_out_and_no_other(officer: platform.Officer) -> None:
    here, there = signs_in(officer), signs_in(officer, SAFARI)
    [other] = [
        each.reference for each in platform.signed_in_at(officer.account_id, at=now())
        if each.device == "Safari on iPhone"
    ]  # fmt: skip
    assert here.post(f"/your-sign-ins/{other}/end/").url == "/your-sign-ins/"
    assert there.get("/your-sign-ins/").url.startswith("/sign-in/?next=")
    assert here.get("/your-sign-ins/").status_code == 200
    assert models.AuditEvent.objects.filter(act="sessions_ended").count() == 1


def test_ending_all_others_leaves_the_one_that_somebody_sits_at(officer: platform.Officer) -> None:
    here, others = signs_in(officer), [signs_in(officer), signs_in(officer)]
    here.post("/your-sign-ins/end-others/")
    assert here.get("/your-sign-ins/").status_code == 200
    for other in others:
        assert other.get("/your-sign-ins/").url.startswith("/sign-in/?next=")


def test_nobody_ends_the_sign_in_of_another(officer: platform.Officer) -> None:
    stranger = make.commissioner()
    there = signs_in(stranger)
    [reference] = references(stranger)
    assert signs_in(officer).post(f"/your-sign-ins/{reference}/end/").status_code == 404
    assert there.get("/your-sign-ins/").status_code == 200


def test_leaving_deletes_the_sessions_in_the_same_transaction(
    officer: platform.Officer, administrator: platform.Officer
) -> None:
    signs_in(officer)
    assert len(references(officer)) == 1
    platform.deactivate_officer(officer_id=officer.id, reason="Left", by=administrator, at=now())
    assert references(officer) == []
    event = models.AuditEvent.objects.get(act="deactivate_officer")
    assert event.facts["sessions_ended"] == 1


def test_a_leaving_that_fails_ends_nothing(officer: platform.Officer) -> None:
    signs_in(officer)
    stranger = make.officer(Role.SYSTEM_ADMINISTRATOR)
    with pytest.raises(platform.NotYours):
        platform.deactivate_officer(officer_id=officer.id, reason="Left", by=stranger, at=now())
    assert len(references(officer)) == 1


def test_the_end_of_the_last_role_signs_out_and_the_end_of_one_of_two_does_not(
    officer: platform.Officer, administrator: platform.Officer
) -> None:
    platform.grant_role(
        officer_id=officer.id, role=Role.BROKER, starts_on=localdate() - timedelta(days=1),
        by=administrator, at=now(),
    )  # fmt: skip
    signs_in(officer)
    for role, left in ((Role.BROKER, 1), (Role.COMMISSIONER, 0)):
        platform.end_role(
            officer_id=officer.id, role=role, ends_before=localdate(), by=administrator, at=now()
        )
        assert len(references(officer)) == left, role


def test_a_sign_in_that_acts_for_another_organisation_goes_on(officer: platform.Officer) -> None:
    elsewhere = make.commissioner(account=models.Account.objects.get(pk=officer.account_id))
    browser = signs_in(officer)
    browser.post("/organisations/", {"organisation": str(elsewhere.organisation.id)})
    platform.deactivate_officer(officer_id=officer.id, reason="Left", by=make.OPERATOR, at=now())
    assert len(references(officer)) == 1


def test_most_requests_write_nothing_about_the_session(officer: platform.Officer) -> None:
    browser = signs_in(officer)
    browser.get("/your-sign-ins/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/your-sign-ins/")
    assert not [q for q in asked if q["sql"].startswith(("UPDATE", "INSERT"))]


def test_the_last_use_is_noted_after_five_minutes(officer: platform.Officer) -> None:
    browser = signs_in(officer)
    session = browser.session
    earlier = now() - timedelta(minutes=6)
    session["used_at"] = earlier.isoformat()
    session.save()
    browser.get("/your-sign-ins/")
    [found] = platform.signed_in_at(officer.account_id, at=now())
    assert found.used_at > earlier


def test_a_sign_in_ends_after_eight_hours_however_much_it_is_used(
    officer: platform.Officer,
) -> None:
    browser = signs_in(officer)
    session = browser.session
    session["began_at"] = (now() - timedelta(hours=7, minutes=59)).isoformat()
    session["used_at"] = (now() - timedelta(hours=1)).isoformat()
    session.save()
    browser.get("/your-sign-ins/")
    assert models.Session.objects.get().expire_date < now() + timedelta(minutes=2)


def test_sessions_that_are_over_are_forgotten(officer: platform.Officer) -> None:
    signs_in(officer)
    assert platform.forget_old_sessions(by=make.OPERATOR, at=now()) == 0
    assert platform.forget_old_sessions(by=make.OPERATOR, at=now() + timedelta(hours=9)) == 1
