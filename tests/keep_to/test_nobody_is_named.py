"""One person's placement shows who is placed to nobody on these pages, and to some not at all."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract.api import Kind
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.register import api as register
from tests.factories import contract as agreements
from tests.factories import keep_to as given
from tests.factories import people
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

LISTS = ("briefings", "statements", "grants")


def pages_of_a_placement(by: platform.Officer) -> tuple[tuple[str, ...], dict[str, str]]:
    """What tells the person, and the address of each page about their placement."""
    person_id = people.person(by.organisation.id)
    tells = (str(person_id), register.person_reference(person_id, seen_by=by))
    agreement_id = agreements.draft(
        by, kind=Kind.SPOT, title="Place in a care home", person_id=person_id
    )
    given.briefed(agreement_id, by)
    statement_id = given.accounted(agreement_id, by)
    ids = {
        "briefing": agreement_id, "undertakings": agreement_id, "enter_statement": agreement_id,
        "write_briefing": agreement_id, "statement": statement_id, "accounts": statement_id,
    }  # fmt: skip
    return tells, {name: reverse(f"keep_to:{name}", args=[its]) for name, its in ids.items()}


def test_no_page_about_a_placement_says_whose_it_is(by: platform.Officer, browser: Client) -> None:
    tells, pages = pages_of_a_placement(by)
    for address in (*pages.values(), *(reverse(f"keep_to:{each}") for each in LISTS)):
        page = browser.get(address)
        assert page.status_code == 200, address
        assert not [each for each in tells if each in page.content.decode()], address


def test_who_may_not_see_people_finds_no_page_about_a_placement(by: platform.Officer) -> None:
    _, pages = pages_of_a_placement(by)
    browser = make.signed_in(agreements.colleague(by, Role.COMMISSIONER))
    assert {browser.get(address).status_code for address in pages.values()} == {404}
    for each in LISTS:
        page = browser.get(reverse(f"keep_to:{each}")).content.decode()
        assert "Place in a care home" not in page
