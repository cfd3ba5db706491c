"""A person's record says what stands, in words that agree with each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.timezone import now

from carewright.platform.api import Capacity, Ground
from carewright.register.rows import Activity
from carewright.register.web.people_presenters import activity_grid, how_much
from tests.factories import people
from tests.factories import platform as make


def happened(quantity: str, unit: str, provider_id: str = "") -> Activity:
    return Activity("home_care", provider_id, date(2026, 11, 1), Decimal(quantity), unit, "Council")


@pytest.mark.parametrize(
    ("quantity", "unit", "words"),
    [
        ("9", "hours", "9 hours"), ("1.5", "hours", "1.5 hours"), ("1", "days", "1 day"),
        ("1", "times", "Once"), ("2", "times", "2 times"),
        ("312.50", "pounds a week", "£312.50 a week"),
    ],
)  # fmt: skip
def test_a_quantity_is_said_as_people_say_it(quantity: str, unit: str, words: str) -> None:
    assert how_much(happened(quantity, unit)) == words


def test_providers_have_a_column_only_where_one_is_known() -> None:
    columns = [len(activity_grid([happened("1", "days", who)]).columns) for who in ("", "SP1")]
    assert columns == [4, 5]


@pytest.mark.django_db(transaction=True)
def test_whoever_waits_for_a_yes_is_not_counted_among_those_who_can_open_it() -> None:
    worker = people.social_worker()
    person_id = people.person(worker.organisation.id)
    people.access(person_id, worker, Capacity.PERSON, Ground.SELF)
    people.access(person_id, worker, Capacity.CARER, proof="")
    people.opened(person_id, worker, at=now())
    browser = make.signed_in(worker)
    page = browser.get(reverse("register:person", args=[person_id])).content.decode()
    assert "1 person can open this record by consent or law; 1 waits for the person" in page
    assert "Asks for the person&#39;s yes, which has not been given" in page
    assert "if it is not really theirs" in page
