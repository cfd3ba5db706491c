"""Pages of obligations, walked as the people who use them do."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from carewright.keep_to import models
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as agreements
from tests.factories import keep_to as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

DAY = {"done_on-day": "3", "done_on-month": "6", "done_on-year": "2026"}


def read(browser: Client, route: str, *args: object, query: str = "") -> str:
    found = browser.get(reverse(f"keep_to:{route}", args=args) + query)
    assert found.status_code == 200
    return found.content.decode()


def posted(browser: Client, route: str, *args: object, **answers: object) -> str:
    where = reverse(f"keep_to:{route}", args=args)
    return browser.post(where, answers, follow=True).content.decode()


def test_a_duty_is_found_handed_on_done_and_taken_back(
    by: platform.Officer, browser: Client
) -> None:
    owed = given.owed(by)
    other = agreements.colleague(by, Role.COMMISSIONER)
    assert "Give notice" not in read(browser, "obligations", query="?whose=mine&month=none")
    assert "Give notice" in read(browser, "obligations", query="?whose=mine")
    assert "It has another owner now" in posted(
        browser, "hand_on", owed.pk, owner=str(other.id), reason="I am away."
    )
    assert "Give notice" not in read(browser, "obligations", query="?whose=mine")
    assert "Say what shows it" in posted(browser, "done", owed.pk, **DAY)
    page = posted(browser, "done", owed.pk, evidence="Letter <of> 3 June", **DAY)
    assert "Letter &lt;of&gt; 3 June" in page
    assert "Give notice" in read(browser, "settled", query="?state=done")
    assert "It is to do again" in posted(browser, "take_back", owed.pk, reason="By mistake")
    assert "It is on the record" in posted(browser, "not_needed", owed.pk, reason="It goes on")


def test_an_agreements_timetable_says_what_is_known_and_what_would_be_needed(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = given.begun(by)
    assert "Not worked out yet" in read(browser, "timetable", agreement_id)
    page = posted(browser, "work_out", agreement_id)
    assert "cannot be worked out: needs how many visits a year" in page
    page = posted(browser, "known", agreement_id, visits_a_year="2", light_touch="yes")
    assert "Make the monitoring visit" in page
    assert "needs how many visits a year" not in page
    assert 'value="2"' in read(browser, "known", agreement_id)


def test_the_calendar_files_hold_what_is_dated_and_to_do(
    by: platform.Officer, browser: Client
) -> None:
    owed = given.owed(by)
    for address in (
        reverse("keep_to:calendar", args=[owed.agreement_id]), reverse("keep_to:my_calendar"),
    ):  # fmt: skip
        found = browser.get(address)
        assert found["Content-Type"].startswith("text/calendar")
        words = found.content.decode().replace("\r\n ", "")
        assert "DTSTART;TZID=Europe/London:20280102T000000" in words
        assert str(owed.pk) in words


def test_what_is_late_stands_on_the_inbox_and_in_the_picture(
    by: platform.Officer, browser: Client
) -> None:
    owed = given.owed(by)
    models.Obligation.objects.filter(pk=owed.pk).update(due_at=now(), last_day=make.TODAY)
    assert "Give notice" in browser.get(reverse("web:inbox")).content.decode()
    assert "1 duty is late" in read(browser, "obligations")
    assert "Give notice" in read(browser, "obligations", query="?late=overdue&basis=agreement")


def test_a_strangers_duty_and_agreement_do_not_exist(by: platform.Officer) -> None:
    owed = given.owed(by)
    stranger = make.signed_in(make.officer(Role.CONTRACT_MANAGER))
    for route, key in (
        ("obligation", owed.pk),
        ("done", owed.pk),
        ("known", owed.agreement_id),
        ("timetable", owed.agreement_id),
        ("calendar", owed.agreement_id),
    ):
        assert stranger.get(reverse(f"keep_to:{route}", args=[key])).status_code == 404


def test_a_list_of_a_thousand_takes_as_many_queries_as_a_list_of_one(
    by: platform.Officer, browser: Client
) -> None:
    owed = given.owed(by)
    models.Obligation.objects.exclude(pk=owed.pk).delete()

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            read(browser, "obligations")
        return len(seen)

    few = queries()
    row = models.Obligation.objects.filter(pk=owed.pk).values().get()
    models.Obligation.objects.bulk_create(
        models.Obligation(**{**row, "id": uuid4(), "nth": n}) for n in range(2, 1_001)
    )
    # One more: past the first page the list is counted.
    assert queries() <= few + 1
