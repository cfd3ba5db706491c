"""What the picture of prices cannot show, words beside it say; the table is always there."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract.api import Unit
from carewright.contract.web import drawing
from carewright.platform import api as platform
from tests.factories import contract as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

RISES = date(2026, 4, 1)


def test_a_step_of_a_penny_beside_large_prices_is_told_in_words(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = given.whole(by)
    given.price(agreement_id, by, unit=Unit.WEEK, pence=120_000)
    given.price(agreement_id, by, pence=1986, starts_on=RISES)
    found = given.read(agreement_id, by)
    assert drawing.prices_finding(found, make.TODAY) == (
        "Prices changed by less than 0.1% since the first day"
    )
    (told,) = drawing.small_steps(found)
    assert told.endswith(": £19.85 to £19.86, from 1 April 2026")
    page = browser.get(reverse("contract:agreement", args=[agreement_id])).content.decode()
    assert told in page
    assert "Two prices of one thing never share a day." in page


def test_a_step_that_is_seen_is_not_said_twice(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    given.price(agreement_id, by, pence=1986, starts_on=RISES)
    assert drawing.small_steps(given.read(agreement_id, by)) == ()


def test_half_a_per_cent_is_half_a_per_cent(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    given.price(agreement_id, by, pence=1995, starts_on=RISES)
    assert drawing.prices_finding(given.read(agreement_id, by), make.TODAY) == (
        "Prices changed by 0.5% since the first day"
    )
