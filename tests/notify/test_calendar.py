"""One's deadlines in one's own calendar: secret, revocable, and true when something changes."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from icalendar import Calendar

from carewright.config.logs import without_secrets
from carewright.notify import api as notify
from carewright.notify import models
from carewright.notify.api import Deadline
from carewright.notify.jobs import end_calendars
from carewright.platform import api as platform
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

DUE = datetime(2026, 10, 25, 16, 0, tzinfo=UTC)  # the day on which the clocks go back


@pytest.fixture
def by() -> platform.Officer:
    return make.commissioner()


def published(by: platform.Officer, *deadlines: Deadline, days: int = 0) -> dict[str, object]:
    """The events of the calendar, read back by their page."""
    at = make.NOW + timedelta(days=days)
    said = notify.publish_deadlines(deadlines=deadlines, by=by, at=at)
    content = notify.as_calendar(said, name="Deadlines", address="https://care.example.org")
    calendar = Calendar.from_ical(content)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]
    return {str(event["URL"]): event for event in calendar.walk("VEVENT")}


def deadline(**given: object) -> Deadline:
    wanted = {"title": "Reply to the provider", "link": "/follow-up/7/", "due_at": DUE}
    return Deadline(**{**wanted, **given})  # type: ignore[arg-type]


PAGE = "https://care.example.org/follow-up/7/"


def test_a_deadline_is_read_back_with_its_time_in_london(by: platform.Officer) -> None:
    event = published(by, deadline())[PAGE]
    assert event["SUMMARY"] == "Reply to the provider"
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event["DTSTART"].dt.astimezone(UTC) == DUE
    assert (event["SEQUENCE"], event["STATUS"]) == (0, "CONFIRMED")


def test_it_keeps_its_identity_and_counts_its_changes(by: platform.Officer) -> None:
    first = published(by, deadline())[PAGE]
    same = published(by, deadline(), days=1)[PAGE]
    moved = published(by, deadline(due_at=DUE + timedelta(days=1)), days=2)[PAGE]
    renamed = published(
        by, deadline(title="Answer", due_at=DUE + timedelta(days=1)), days=3
    )[PAGE]  # fmt: skip
    assert len({str(each["UID"]) for each in (first, same, moved, renamed)}) == 1
    assert [each["SEQUENCE"] for each in (first, same, moved, renamed)] == [0, 0, 1, 2]
    assert same["DTSTAMP"].dt == first["DTSTAMP"].dt < moved["DTSTAMP"].dt


def test_what_is_done_is_marked_as_cancelled_and_can_come_back(by: platform.Officer) -> None:
    published(by, deadline())
    gone = published(by, days=1)[PAGE]
    assert (gone["STATUS"], gone["SEQUENCE"]) == ("CANCELLED", 1)
    assert published(by, days=2)[PAGE]["SEQUENCE"] == 1
    back = published(by, deadline(), days=3)[PAGE]
    assert (back["STATUS"], back["SEQUENCE"]) == ("CONFIRMED", 2)


def test_of_two_deadlines_on_one_page_the_first_counts(by: platform.Officer) -> None:
    later = deadline(due_at=DUE + timedelta(days=9))
    assert published(by, later, deadline())[PAGE]["DTSTART"].dt.astimezone(UTC) == DUE


def address_made(browser: Client) -> str:
    page = browser.post("/calendar/").content.decode()
    found = re.search(r"http://testserver(/calendar/\S+\.ics)", page)
    assert found
    return found[1]


def test_the_address_opens_without_a_sign_in_until_it_is_ended(by: platform.Officer) -> None:
    published(by, deadline())
    browser = make.signed_in(by)
    address = address_made(browser)
    answer = Client().get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["STATUS"] == "CANCELLED", "nothing of the desk has this deadline any more"
    browser.post("/calendar/end/")
    assert Client().get(address).status_code == 404


def test_a_new_address_ends_the_old_one(by: platform.Officer) -> None:
    browser = make.signed_in(by)
    old, new = address_made(browser), address_made(browser)
    assert [Client().get(each).status_code for each in (old, new)] == [404, 200]


def test_the_secret_is_not_kept(by: platform.Officer) -> None:
    browser = make.signed_in(by)
    token = address_made(browser).removeprefix("/calendar/").removesuffix(".ics")
    kept = str(list(models.Subscription.objects.values()))
    events = platform.events_about("calendar", models.Subscription.objects.get().pk, seen_by=by)
    assert token not in kept
    assert token not in str(events)
    assert token not in browser.get("/calendar/").content.decode()


def test_an_officer_who_has_left_has_no_calendar_any_more(by: platform.Officer) -> None:
    address = address_made(make.signed_in(by))
    platform.deactivate_officer(officer_id=by.id, reason="Left", by=make.OPERATOR, at=make.NOW)
    assert Client().get(address).status_code == 404


def test_the_address_stays_shut_when_the_officer_comes_back(by: platform.Officer) -> None:
    address = address_made(make.signed_in(by))
    office = make.models.Officer.objects.filter(pk=by.id)
    office.update(active=False, deactivated_at=make.NOW)
    assert Client().get(address).status_code == 404
    office.update(active=True, deactivated_at=None)
    assert Client().get(address).status_code == 404
    assert models.Subscription.objects.get().revoked_at
    assert make.models.AuditEvent.objects.get(act="end_calendar").reason == "No longer acts here"


def test_each_night_ends_the_addresses_of_those_who_left(by: platform.Officer) -> None:
    organisation = make.models.Organisation.objects.get(pk=by.organisation.id)
    stays = address_made(make.signed_in(make.commissioner(organisation=organisation)))
    address_made(make.signed_in(by))
    platform.deactivate_officer(officer_id=by.id, reason="Left", by=make.OPERATOR, at=make.NOW)
    end_calendars(timestamp=0)
    assert models.Subscription.objects.get(revoked_at=None).officer_id != by.id
    assert Client().get(stays).status_code == 200


def test_a_disabled_account_loses_the_address_for_good(by: platform.Officer) -> None:
    address = address_made(make.signed_in(by))
    account = make.models.Account.objects.filter(email=by.email)
    account.update(is_active=False)
    assert Client().get(address).status_code == 404
    account.update(is_active=True)
    assert Client().get(address).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_addresses_made_at_once_one_stands_and_nothing_fails(by: platform.Officer) -> None:
    browsers = [make.signed_in(by), Client()]
    browsers[1].cookies = browsers[0].cookies.copy()
    together = Barrier(2)

    def make_one(browser: Client) -> int:
        together.wait()
        try:
            return browser.post("/calendar/").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(make_one, browsers)) == [200, 200]
    assert models.Subscription.objects.filter(revoked_at=None).count() == 1


@pytest.mark.parametrize(
    "line",
    ["Not Found: /calendar/{}.ics", "GET /invited/0b9e/{}/ 404", "/calendar/{}.ics?x=1"],
)
def test_the_secret_of_an_address_is_not_in_the_log(line: str) -> None:
    event = {"event": line.format("s3cr-et_X"), "args": (line.format("s3cr-et_X"), 7), "n": 1}
    kept = without_secrets(None, "warning", event)
    assert "s3cr" not in str(kept)
    assert kept["event"] == line.format("***")


def test_other_lines_of_the_log_stay_as_they_are() -> None:
    event = {"event": "Not Found: /calendar/ and /calendar/end/", "status": 404}
    assert without_secrets(None, "info", event) == event


@pytest.mark.parametrize("token", ["x", "-", "0" * 32 + "-x", "%00", "a" * 3_000])
def test_a_made_up_address_opens_nothing(token: str) -> None:
    assert Client().get(f"/calendar/{token}.ics").status_code == 404


def test_one_officers_deadlines_are_not_in_anothers_calendar(by: platform.Officer) -> None:
    organisation = make.models.Organisation.objects.get(pk=by.organisation.id)
    colleague = make.commissioner(organisation=organisation)
    published(by, deadline())
    assert published(colleague) == {}
