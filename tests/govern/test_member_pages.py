"""Pages of sending, scrutiny and meetings, walked as the people who use them do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from carewright.govern import api as govern
from carewright.govern import models
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import govern as papers
from tests.factories import platform as make
from tests.govern.test_before_members import COMMITTEE, RESOLVED
from tests.govern.test_paper_pages import MOST, questions

pytestmark = pytest.mark.django_db


def posted(browser: Client, route: str, *args: object, **answers: str) -> str:
    where = reverse(f"govern:{route}", args=args)
    return browser.post(where, answers, follow=True).content.decode()


def test_the_check_page_names_what_is_to_do_and_sends_nothing(
    browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.draft(by)
    page = posted(browser, "check", paper_id, reason="x")
    assert "Say what is proposed" in page
    assert models.Paper.objects.get().state == "draft"


def test_a_paper_is_checked_and_sent(browser: Client, by: platform.Officer) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    paper_id = papers.written(by)
    refused = posted(browser, "check", paper_id, reason="")
    assert "Error:" in refused
    page = posted(browser, "check", paper_id, reason="They follow in July")
    assert "Sent for approval" in page
    assert "They follow in July" in page
    assert "Authorising director" in page
    browser.get(reverse("govern:section", args=[paper_id, "money"]))


def test_scrutiny_is_called_for_asked_answered_and_ended_on_pages(
    browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.sent(by)
    member = make.signed_in(papers.colleague(by, Role.SCRUTINY_MEMBER))
    page = posted(member, "call_for_scrutiny", paper_id, reason="Wages")
    assert "The decision is on hold" in page
    posted(member, "ask", paper_id, text="What of pay?")
    question = models.Question.objects.get()
    refused = posted(browser, "answer", question.pk, text="Fine", source_kind="link", source="x")
    assert "beginning with https://" in refused
    assert "Fine" in refused
    page = posted(
        browser, "answer", question.pk, text="No change.", source_kind="figure",
        source_title="Costs", source="/analyse/runs/1/",
    )  # fmt: skip
    assert 'href="/analyse/runs/1/"' in page
    page = posted(member, "end_scrutiny", paper_id, recommendation="Proceed")
    assert "The one question was answered" in page
    assert "The decision is on hold" not in page


def test_a_meeting_is_set_a_paper_put_before_it_and_its_resolution_recorded(
    by: platform.Officer, browser: Client
) -> None:
    clerk = make.signed_in(papers.colleague(by, Role.COMMITTEE_CLERK))
    paper_id = papers.sent(by, COMMITTEE)
    posted(clerk, "new_body", name="Social Care Committee", kind="committee")
    body = models.Body.objects.get()
    day = now() + timedelta(days=3)
    posted(
        clerk, "new_meeting", body=str(body.pk), place="Room 1", hour="10:30",
        **{"day-day": str(day.day), "day-month": str(day.month), "day-year": str(day.year)},
    )  # fmt: skip
    meeting = models.Meeting.objects.get()
    page = clerk.get(reverse("govern:meeting", args=[meeting.pk])).content.decode()
    assert "1 paper waits for this body" in page
    page = posted(clerk, "put_on_agenda", meeting.pk, paper_id)
    assert "1 paper on the agenda" in page
    models.Meeting.objects.update(starts_at=now() - timedelta(hours=1))
    item = models.AgendaItem.objects.get()
    page = posted(
        clerk, "minute", item.pk, outcome="approve", resolution=RESOLVED, minute_reference="88"
    )
    assert "minute 88" in page
    assert RESOLVED in browser.get(reverse("govern:paper", args=[paper_id])).content.decode()


def test_members_filter_decisions_and_take_them_away(browser: Client, by: platform.Officer) -> None:
    paper_id = papers.sent(by)
    where = reverse("govern:decisions")
    page = browser.get(where).content.decode()
    assert "Scheme version 1" in page
    assert str(paper_id) in page
    assert "Nothing matches" in browser.get(where + "?state=approved").content.decode()
    with_all = browser.get(where + "?download=csv")
    assert b"Care and support framework" in b"".join(with_all.streaming_content)  # type: ignore[attr-defined]


@pytest.mark.parametrize("how_many", [1, 20])
def test_lists_before_members_ask_few_questions(
    how_many: int, browser: Client, by: platform.Officer
) -> None:
    clerk = papers.colleague(by, Role.COMMITTEE_CLERK)
    for place in range(how_many):
        papers.sent(by, COMMITTEE)
        papers.meeting(clerk, starts_at=make.NOW + timedelta(days=place + 1))
    meeting_id = govern.meetings(seen_by=by)[0].id
    for route, args in (
        ("decisions", []),
        ("meetings", []),
        ("papers", []),
        ("meeting", [meeting_id]),
    ):
        assert questions(browser, reverse(f"govern:{route}", args=args)) <= MOST + 5
