"""Pages of uplift rounds, walked as the people who use them do."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from carewright.contract import models as contract_models
from carewright.contract.api import Kind
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.web.steps import STEPS
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import WORDS, People, written

pytestmark = pytest.mark.django_db


def posted(browser: Client, route: str, *args: object, **answers: object) -> str:
    where = reverse(f"uplift:{route}", args=args)
    return browser.post(where, answers, follow=True).content.decode()


def seen(browser: Client, route: str, *args: object) -> str:
    return browser.get(reverse(f"uplift:{route}", args=args)).content.decode()


def test_a_round_is_proposed_previewed_and_sent_to_its_reader(
    people: People, browser: Client
) -> None:
    given.running(people.proposer, provider="Fernlaw <Care>", pence=1500)
    assert "must make 100% at most" in written(browser, {**WORDS, "hour_wages": "90"})
    assert "Wages &lt;rise&gt;" in written(browser, WORDS)
    round_id = models.UpliftRound.objects.get().pk
    page = posted(browser, "go_on", round_id, what="preview")
    assert "Preview: what the new prices would do" in page
    assert "Fernlaw &lt;Care&gt;" in page
    assert "1 price would not cover the cost of care" in page
    assert "The lines to work out were drawn" in posted(
        browser, "step", round_id, "reader", which=str(people.reader.id)
    )
    assert "It waits for its second reader" in seen(browser, "round", round_id)


def test_the_reader_sees_no_answer_and_is_told_what_was_wrong(people: People) -> None:
    given.running(people.proposer)
    round_id = asked_to_read(people)
    reader = make.signed_in(people.reader)
    page = seen(reader, "read", round_id)
    assert "£19.85" in page
    assert "20.90" not in page
    assert "Not every price is the same" in posted(reader, "read", round_id, line_1="20.89")
    page = seen(reader, "round", round_id)
    assert "£20.89, the round says £20.90" in page


def asked_to_read(people: People) -> UUID:
    round_id = given.previewed(people.proposer)
    uplift.choose_reader(
        round_id=round_id, reader_id=people.reader.id, by=people.proposer, at=make.NOW
    )
    return round_id


def test_nobody_but_the_chosen_reader_finds_the_lines(people: People) -> None:
    given.running(people.proposer)
    round_id = asked_to_read(people)
    other = make.signed_in(decisions.colleague(people.proposer, Role.FINANCE_OFFICER))
    where = reverse("uplift:read", args=[round_id])
    assert "You have not been asked" in other.get(where, follow=True).content.decode()


def test_every_step_opens_and_says_what_is_missing(people: People, browser: Client) -> None:
    given.running(people.proposer, pence=1500)
    round_id = given.previewed(people.proposer, rule={"floor": given.floor()})
    for step in STEPS:
        assert 'method="post"' in seen(browser, "step", round_id, step)
        assert "Error:" in posted(browser, "step", round_id, step)
    director = make.signed_in(people.director)
    assert "£15.80" in seen(director, "floor", round_id)
    line = models.UpliftLine.objects.get()
    page = posted(director, "floor", round_id, which=str(line.pk), reason="Nobody else goes there")
    assert "with your name" in page


def test_a_provider_disputes_and_the_page_says_so(people: People, browser: Client) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    day = make.TODAY + timedelta(days=400)
    answers = {"answer_by-day": day.day, "answer_by-month": day.month, "answer_by-year": 2099}
    assert "has a day by which to answer" in posted(browser, "step", round_id, "send", **answers)
    provider = models.UpliftProvider.objects.get()
    said = {"said_on-day": "3", "said_on-month": "6", "said_on-year": "2026"}
    page = posted(
        browser, "step", round_id, "answer", which=str(provider.pk), said="disputed",
        words="Mileage rose", requested_pence="22.00", **said,
    )  # fmt: skip
    assert "Mileage rose. asks for £22.00" in page


def test_a_round_is_applied_and_taken_back_from_its_page(people: People, browser: Client) -> None:
    given.running(people.proposer)
    round_id = given.approved(people)
    assert "The new prices stand" in posted(browser, "apply", round_id, what="apply")
    assert "Another person has to confirm" in posted(
        browser, "take_back", round_id, reason="The wrong day"
    )
    page = posted(browser, "apply", round_id, what="confirm")
    assert "Somebody else has to confirm it" in page
    reader = make.signed_in(people.reader)
    assert "the old prices go on" in posted(reader, "apply", round_id, what="confirm")


def test_letter_and_minute_hold_the_providers_own_prices(people: People, browser: Client) -> None:
    given.running(people.proposer, provider="Fernlaw Care")
    given.running(people.proposer, provider="Quernhill Living", pence=9999)
    round_id = given.previewed(people.proposer)
    provider = models.UpliftProvider.objects.get(name="Fernlaw Care")
    for paper, says in (
        ("letter", "New prices from 1\u00a0July\u00a02026"),
        ("minute", "Minute of variation"),
    ):
        found = browser.get(reverse("uplift:paper", args=[round_id, provider.pk, paper]))
        document = Document(BytesIO(found.content))
        words = " ".join(each.text for each in document.paragraphs)
        cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
        assert says in words
        assert "£20.90" in cells
        assert "£99.99" not in cells


def test_one_persons_price_is_shown_to_those_who_see_people_only(people: People) -> None:
    given.running(people.proposer)
    placement = given.running(people.proposer)
    round_id = previewed_with_one_person(people, placement)
    commissioner = decisions.colleague(people.proposer, Role.COMMISSIONER)
    assert uplift.lines_of(round_id, seen_by=people.proposer).count() == 2
    assert uplift.lines_of(round_id, seen_by=commissioner).count() == 1


def previewed_with_one_person(people: People, agreement_id: Any) -> UUID:
    contract_models.Agreement.objects.filter(pk=agreement_id).update(kind=Kind.SPOT.value)
    return given.previewed(people.proposer)


BUDGETS = {"rounds": 9, "lines": 14, "round": 14}


def test_every_page_of_rounds_asks_as_much_for_a_thousand_rows_as_for_two(
    people: People, browser: Client
) -> None:
    given.running(people.proposer, provider="Fernlaw Care")
    given.running(people.proposer, provider="Quernhill Living")
    round_id = given.previewed(people.proposer)
    many_rounds(people.proposer, 1)
    few = asked_by(browser, round_id)
    assert all(few[route] <= most for route, most in BUDGETS.items()), few
    many_rounds(people.proposer, 1000, after=100)
    many_lines(round_id, 1000)
    many_providers(round_id, 1000)
    many = asked_by(browser, round_id)
    # A list of several pages counts them.
    assert many == {route: few[route] + (route != "round") for route in few}


def asked_by(browser: Client, round_id: UUID) -> dict[str, int]:
    """Queries of each page, asked twice, since some are kept in mind after the first."""
    pages = {"rounds": (), "lines": (round_id,), "round": (round_id,)}
    for route, args in pages.items():
        seen(browser, route, *args)
    return {route: queries(browser, route, *args) for route, args in pages.items()}


def queries(browser: Client, route: str, *args: object) -> int:
    with CaptureQueriesContext(connection) as caught:
        seen(browser, route, *args)
    return len(caught)


def many_rounds(by: platform.Officer, count: int, after: int = 10) -> None:
    models.UpliftRound.objects.bulk_create(
        models.UpliftRound(
            organisation_id=by.organisation.id, number=number, reason="R", rule={},
            effective_on=given.FROM, proposed_by_name="P", proposed_at=make.NOW,
            touched_by_accounts=[by.account_id],
        )
        for number in range(after, after + count)
    )  # fmt: skip


def many_providers(round_id: UUID, count: int) -> None:
    one = models.UpliftProvider.objects.filter(round_id=round_id).latest("name")
    fields = {f.attname: getattr(one, f.attname) for f in one._meta.concrete_fields}
    models.UpliftProvider.objects.bulk_create(
        models.UpliftProvider(**{**fields, "id": UUID(int=place), "key": f"P{place}"})
        for place in range(10, 10 + count)
    )


def many_lines(round_id: UUID, count: int) -> None:
    one = models.UpliftLine.objects.filter(round_id=round_id).latest("place")
    fields = {f.attname: getattr(one, f.attname) for f in one._meta.concrete_fields}
    models.UpliftLine.objects.bulk_create(
        models.UpliftLine(
            **{**fields, "id": UUID(int=place), "place": place, "price_line_id": UUID(int=place)}
        )
        for place in range(10, 10 + count)
    )


def test_the_file_of_all_lines_has_each_price(people: People, browser: Client) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    where = reverse("uplift:lines", args=[round_id]) + "?download=csv"
    found = b"".join(browser.get(where)).decode()
    assert "20.90" in found


def test_a_strangers_round_is_not_there(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    stranger = make.signed_in(make.officer(Role.CONTRACT_MANAGER))
    assert stranger.get(reverse("uplift:round", args=[round_id])).status_code == 404
