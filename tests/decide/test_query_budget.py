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
    assert counts[1] <= 40
