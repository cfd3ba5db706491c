"""Pages on which officers decide: who sees which way on, what is said, what a refusal says."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from carewright.decide import api as decide
from carewright.decide import models
from carewright.decide.actions.news import address_of
from carewright.decide.api import Outcome, RequestState
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.decide.test_schemes import BAD, GOOD
from tests.factories import decide as ask
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)

DIRECTOR = "Authorising director"


@pytest.fixture
def request_id(isla: platform.Officer) -> UUID:
    ask.scheme(isla.organisation.id, DIRECTOR)
    return ask.request(isla)


def text(browser: Client, address: str, status: int = 200) -> str:
    response = browser.get(address)
    assert response.status_code == status
    return response.content.decode()


def steps_address(route: str, request_id: UUID, by: platform.Officer) -> str:
    return reverse(f"decide:{route}", args=[request_id, ask.open_step(request_id, by)])


def test_a_notice_leads_to_the_page_of_the_request(request_id: UUID) -> None:
    assert address_of(request_id) == reverse("decide:request", args=[request_id])


def test_the_director_finds_what_waits_with_the_people_affected(
    request_id: UUID, director: platform.Officer
) -> None:
    page = text(make.signed_in(director), reverse("decide:waiting"))
    assert "1 decision waits for you" in page
    assert "86" in page
    assert address_of(request_id) in page


def test_whoever_asked_sees_that_it_waits_for_others(
    request_id: UUID, isla: platform.Officer
) -> None:
    page = text(make.signed_in(isla), reverse("decide:waiting"))
    assert "0 decisions wait for you" in page
    assert "What you asked for waits for others" in page


def test_the_page_says_who_decides_and_cites_the_row(
    request_id: UUID, director: platform.Officer
) -> None:
    page = text(make.signed_in(director), address_of(request_id))
    assert "Authorising director decides next: 0 of 1 step taken" in page
    assert "Version 1, row 3" in page
    assert "Decide as authorising director" in page


def test_two_who_decide_side_by_side_decide_next(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Finance officer + Legal adviser")
    page = text(make.signed_in(isla), address_of(ask.request(isla)))
    assert "Finance officer and Legal adviser decide next: 0 of 2 steps taken" in page


def test_the_history_says_in_words_what_scrutiny_agreed(isla: platform.Officer) -> None:
    line = {"act": "award", "steps": [DIRECTOR], "scrutiny_before": 4}
    ask.scheme(isla.organisation.id, lines=(line,))
    request_id, member = ask.request(isla), ask.colleague(isla, Role.SCRUTINY_MEMBER)
    decide.spare_the_days(request_id=request_id, reason="The lease ends", by=member, at=make.NOW)
    page = text(make.signed_in(isla), address_of(request_id))
    assert "Agreed that it cannot wait" in page
    assert "spare_the_days" not in page


def test_whoever_asked_is_told_why_they_cannot_decide(
    request_id: UUID, isla: platform.Officer
) -> None:
    page = text(make.signed_in(isla), address_of(request_id))
    assert "Nobody decides their own request" in page
    assert "Take the request back" in page


def test_the_director_approves(request_id: UUID, director: platform.Officer) -> None:
    address = steps_address("decide", request_id, director)
    browser = make.signed_in(director)
    assert 'name="once"' in text(browser, address)
    sent = browser.post(address, {"outcome": "approve", "reason": ""}, follow=True)
    assert "You approved this step" in sent.content.decode()
    assert "Approved: every step has been taken" in sent.content.decode()


def test_the_same_form_sent_twice_decides_once(
    request_id: UUID, director: platform.Officer
) -> None:
    address, browser = steps_address("decide", request_id, director), make.signed_in(director)
    form = {"outcome": "approve", "once": "6f8a1b9e-0b1e-4a43-a75f-0f6a1c9a2f10"}
    for _ in range(2):
        assert browser.post(address, form).status_code == 302
    assert models.StepDecision.objects.count() == 1


def test_a_decline_without_reasons_keeps_what_was_typed(
    request_id: UUID, director: platform.Officer
) -> None:
    address, browser = steps_address("decide", request_id, director), make.signed_in(director)
    page = browser.post(address, {"outcome": "decline", "reason": " "}).content.decode()
    assert page.count("Say why you decline it") == 2
    assert 'value="decline" checked' in page


def test_whoever_asked_gets_the_refusal_in_words(request_id: UUID, isla: platform.Officer) -> None:
    address, browser = steps_address("decide", request_id, isla), make.signed_in(isla)
    page = browser.post(address, {"outcome": "approve"}).content.decode()
    assert "Nobody decides their own request" in page
    assert decide.approval(request_id, seen_by=isla).state is RequestState.REQUESTED


def test_questions_go_back_and_answers_come_again(
    request_id: UUID, isla: platform.Officer, director: platform.Officer
) -> None:
    ask.said(request_id, Outcome.RETURN, director, reason="Which homes?")
    browser = make.signed_in(isla)
    assert "Answer the questions" in text(browser, reverse("decide:waiting"))
    address = reverse("decide:answer", args=[request_id])
    assert "Which homes?" in text(browser, address)
    sent = browser.post(address, {"words": "Rowan Court"}, follow=True).content.decode()
    assert "Rowan Court" in sent
    ask.approved(request_id, director)
    assert decide.approval(request_id, seen_by=isla).state is RequestState.APPROVED


def test_a_request_is_taken_back_with_a_reason(request_id: UUID, isla: platform.Officer) -> None:
    browser = make.signed_in(isla)
    address = reverse("decide:withdraw", args=[request_id])
    assert "Write your answer" in browser.post(address, {"words": ""}).content.decode()
    sent = browser.post(address, {"words": "The need has gone"}, follow=True).content.decode()
    assert "The need has gone" in sent
    assert decide.approval(request_id, seen_by=isla).state is RequestState.WITHDRAWN


def test_a_clerk_records_the_minute(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Committee: Executive")
    request_id = ask.request(isla)
    clerk = ask.colleague(isla, Role.COMMITTEE_CLERK)
    browser = make.signed_in(clerk)
    assert "Record the minute of Executive" in text(browser, reverse("decide:waiting"))
    form = {
        "outcome": "approve", "met_on-day": "3", "met_on-month": "6", "met_on-year": "2026",
        "minute_reference": "Item 51", "reason": "Resolved as recommended",
    }  # fmt: skip
    address = steps_address("minute", request_id, clerk)
    sent = browser.post(address, form, follow=True).content.decode()
    assert "Executive, meeting of 3 June 2026, minute Item 51" in sent


def test_the_register_says_who_decided_under_which_power(
    request_id: UUID, director: platform.Officer
) -> None:
    ask.approved(request_id, director)
    browser = make.signed_in(director)
    page = text(browser, reverse("decide:register"))
    assert "Version 1, row 3" in page
    csv = browser.get(reverse("decide:register"), {"download": "csv"})
    assert "D-0001" in b"".join(csv.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]


def proposal(content: bytes) -> dict[str, object]:
    return {
        "file": SimpleUploadedFile("scheme.csv", content), "takes_effect_on-day": "1",
        "takes_effect_on-month": "1", "takes_effect_on-year": "2099",
    }  # fmt: skip


def test_a_bad_file_is_explained_and_its_good_rows_are_shown(director: platform.Officer) -> None:
    browser = make.signed_in(director)
    page = browser.post(reverse("decide:propose"), proposal(BAD)).content.decode()
    assert "1 thing to put right before this file can be proposed" in page
    assert "Row 4" in page
    assert "2 rows were read without fault" in page
    assert not models.Scheme.objects.exists()


def test_a_good_file_is_proposed_and_adopted_by_another(director: platform.Officer) -> None:
    mine = make.signed_in(director)
    sent = mine.post(reverse("decide:propose"), proposal(GOOD), follow=True).content.decode()
    assert "another director or administrator has to adopt it" in sent
    scheme_id = models.Scheme.objects.get().pk
    address = reverse("decide:scheme", args=[scheme_id])
    second = make.signed_in(ask.colleague(director, Role.SYSTEM_ADMINISTRATOR))
    assert "Adopt this version" in text(second, address)
    second.post(reverse("decide:adopt", args=[scheme_id]))
    assert "Adopted" in text(mine, address)
    file = mine.get(reverse("decide:scheme_file", args=[scheme_id])).content
    again = mine.post(reverse("decide:propose"), proposal(file))
    assert again.status_code == 302


def test_the_template_can_be_proposed_as_it_is(director: platform.Officer) -> None:
    browser = make.signed_in(director)
    file = browser.get(reverse("decide:template")).content
    assert browser.post(reverse("decide:propose"), proposal(file)).status_code == 302


def test_the_scheme_in_force_stands_in_words(request_id: UUID, isla: platform.Officer) -> None:
    page = text(make.signed_in(isla), reverse("decide:schemes"))
    assert "Version 1 is in force" in page
    assert "Propose a new version" not in page


def test_what_was_done_first_is_listed_and_late_in_red(isla: platform.Officer) -> None:
    line = {
        "act": "placement", "steps": ["Budget holder"], "urgent_roles": "Commissioner",
        "urgent_days": 2,
    }  # fmt: skip
    ask.scheme(isla.organisation.id, lines=(line,))
    request_id = ask.request(isla, act="placement", title="A place at once")
    browser = make.signed_in(isla)
    decide.use_urgent_power(
        request_id=request_id, ground="Nowhere to sleep tonight", by=isla, at=make.NOW
    )
    page = text(browser, reverse("decide:urgent"))
    assert "1 act waits for approval, 1 overdue" in page
    assert "days late" in page
    assert "Nowhere to sleep tonight" in text(browser, address_of(request_id))


@pytest.mark.parametrize("route", ["request", "answer", "withdraw", "act_now"])
def test_a_stranger_gets_404(request_id: UUID, route: str) -> None:
    stranger = make.signed_in(make.officer(Role.AUTHORISING_DIRECTOR))
    text(stranger, reverse(f"decide:{route}", args=[request_id]), 404)


@pytest.mark.parametrize("route", ["decide", "minute"])
def test_a_stranger_gets_404_at_a_step(
    request_id: UUID, route: str, isla: platform.Officer
) -> None:
    stranger = make.signed_in(make.officer(Role.AUTHORISING_DIRECTOR, Role.COMMITTEE_CLERK))
    text(stranger, steps_address(route, request_id, isla), 404)


def test_the_page_names_those_who_can_decide_and_says_what_was_decided(
    request_id: UUID, isla: platform.Officer, director: platform.Officer
) -> None:
    browser = make.signed_in(isla)
    address = reverse("decide:request", args=[request_id])
    assert f"Can be taken by {director.name}" in text(browser, address)
    ask.approved(request_id, director)
    page = text(browser, address)
    assert "Can be taken by" not in page
    assert "Approved at one step" in page
