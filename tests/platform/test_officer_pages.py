"""An administrator enrols people, gives and ends roles, and ends their work at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role
from tests.factories import platform as make
from tests.factories.together import colleague

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> platform.Officer:
    return make.officer(Role.SYSTEM_ADMINISTRATOR)


def test_somebody_is_enrolled_given_a_role_and_it_is_ended(administrator: platform.Officer) -> None:
    browser = make.signed_in(administrator)
    person = {"name": "Una Sloe", "email": "una@example.org", "job_title": "Broker"}
    address = browser.post("/who/officers/enrol/", person).url
    assert "No role today" in browser.get(address).content.decode()
    today = localdate()
    day = {
        "starts_on-day": today.day, "starts_on-month": today.month, "starts_on-year": today.year
    }  # fmt: skip
    browser.post(f"{address}role/", {"role": "broker", **day})
    assert "Held today" in browser.get(address).content.decode()
    browser.post(f"{address}role/end/", {"role": "broker"})
    [held] = models.OfficerRole.objects.filter(role="broker")
    assert held.ends_before == today + timedelta(days=1)


def test_whoever_s_work_is_ended_is_signed_out_at_the_next_click(
    administrator: platform.Officer,
) -> None:
    gone = colleague(administrator, Role.COMMISSIONER)
    theirs, browser = make.signed_in(gone), make.signed_in(administrator)
    assert theirs.get("/who/").status_code == 200
    browser.post(f"/who/officers/{gone.id}/end/", {"reason": "Moved to another council"})
    assert theirs.get("/who/").url.startswith("/sign-in/")
    assert "Left" in browser.get("/who/officers/?state=left").content.decode()


def test_ending_work_asks_why_and_nobody_ends_their_own(administrator: platform.Officer) -> None:
    browser = make.signed_in(administrator)
    other = colleague(administrator)
    browser.post(f"/who/officers/{other.id}/end/", {"reason": ""})
    browser.post(f"/who/officers/{administrator.id}/end/", {"reason": "Tired"})
    assert models.Officer.objects.filter(active=False).count() == 0


def test_what_is_wrong_with_a_role_is_said_and_kept(administrator: platform.Officer) -> None:
    other = colleague(administrator, Role.BROKER)
    asked = {"role": "broker", "starts_on-day": "1", "starts_on-month": "1"}
    browser = make.signed_in(administrator)
    page = browser.post(f"/who/officers/{other.id}/role/", asked)
    assert "must include a year" in page.content.decode()
    page = browser.post(f"/who/officers/{other.id}/role/", {**asked, "starts_on-year": "2099"})
    assert "already" in page.content.decode()


@pytest.mark.parametrize("what", ["", "role/", "role/end/", "end/"])
def test_officers_of_another_organisation_do_not_exist(
    what: str, administrator: platform.Officer
) -> None:
    stranger, browser = make.commissioner(), make.signed_in(administrator)
    today = localdate()
    said = {
        "role": "broker", "reason": "x", "starts_on-day": today.day,
        "starts_on-month": today.month, "starts_on-year": today.year,
    }  # fmt: skip
    ask = browser.post if what else browser.get
    assert ask(f"/who/officers/{stranger.id}/{what}", said).status_code == 404
    assert models.Officer.objects.get(pk=stranger.id).active


@pytest.mark.parametrize("how_many", [1, 20])
def test_the_list_asks_as_often_for_one_officer_as_for_twenty(
    how_many: int, administrator: platform.Officer
) -> None:
    for _ in range(how_many):
        colleague(administrator, Role.BROKER)
    browser = make.signed_in(administrator)
    browser.get("/who/officers/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/who/officers/")
    assert len(asked) <= 8, "\n".join(each["sql"][:100] for each in asked)
