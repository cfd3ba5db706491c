"""Lists ask the database as often for many requests as for one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.platform import api as platform
from tests.factories import decide as ask
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("route", ["waiting", "register", "urgent"])
def test_a_list_of_twenty_costs_as_much_as_a_list_of_one(
    route: str, isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director", "Committee: Council")
    browser = make.signed_in(director)
    browser.get(reverse(f"decide:{route}"))  # the first page of a sign-in costs a little more
    counts = []
    for wanted in (1, 19):
        for _ in range(wanted):
            ask.request(isla)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(reverse(f"decide:{route}")).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 14


def test_an_inbox_asks_each_stage_once_however_much_waits(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director", "Committee: Council")
    for officer in (isla, director):
        browser = make.signed_in(officer)
        browser.get("/inbox/")
        for _ in range(19):
            ask.request(isla)
        with CaptureQueriesContext(connection) as queries:
            page = browser.get("/inbox/").content.decode()
        assert "D-0019" in page
        assert len(queries) <= 29  # agreements, their duties, imports and briefings wait too


def test_one_request_and_what_can_be_done_with_it_are_asked_for_once(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    address = reverse("decide:request", args=[ask.request(isla)])
    browser = make.signed_in(director)
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200
    assert len(queries) <= 16
