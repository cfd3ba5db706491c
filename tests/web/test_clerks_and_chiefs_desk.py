"""What a meeting or a draft wants of one person stands in that person's inbox."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import directions as directed
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)


def inbox(officer: platform.Officer) -> str:
    return make.signed_in(officer).get("/inbox/").content.decode()


def test_a_clerk_finds_the_paper_without_a_meeting_and_the_meetings_to_come() -> None:
    isla = make.commissioner()
    clerk = papers.colleague(isla, Role.COMMITTEE_CLERK)
    papers.sent(isla, "Committee: Social Care Committee", title="A framework in lots")
    ahead = papers.meeting(clerk, starts_at=make.NOW + timedelta(days=3650))
    page = inbox(clerk)
    assert "Put on an agenda: P-0001 A framework in lots" in page
    assert "It waits for Social Care Committee" in page
    assert "Meeting of Social Care Committee" in page
    assert f"/govern/meetings/{ahead}/" in page


def test_a_meeting_that_is_over_offers_nothing_to_put_on_its_agenda() -> None:
    isla = make.commissioner()
    clerk = papers.colleague(isla, Role.COMMITTEE_CLERK)
    papers.sent(isla, "Committee: Social Care Committee")
    browser = make.signed_in(clerk)
    over = papers.meeting(clerk, starts_at=make.NOW - timedelta(days=3650))
    ahead = papers.meeting(clerk, starts_at=make.NOW + timedelta(days=3650))
    for meeting_id, offered in ((over, False), (ahead, True)):
        page = browser.get(f"/govern/meetings/{meeting_id}/").content.decode()
        assert "1 paper waits for this body" in page
        assert ("Put on the agenda" in page) is offered


def test_a_draft_of_a_direction_says_who_issues_it_and_waits_in_their_inbox() -> None:
    chief = directed.chief()
    draft = directed.draft(chief, directed.director())
    browser = make.signed_in(chief)
    page = browser.get(reverse("web:inbox")).content.decode()
    assert "Issue the direction:" in page
    assert f"/govern/directions/{draft}/" in page
    page = browser.get(f"/govern/directions/{draft}/").content.decode()
    assert "The chief officer issues it" in page


def test_background_work_stands_in_the_inbox_of_whoever_asked_for_it_alone() -> None:
    isla = make.commissioner()
    make.job(isla, title="Project need to 2035")
    assert "Project need to 2035" in inbox(isla)
    assert "Project need to 2035" not in inbox(papers.colleague(isla, Role.COMMITTEE_CLERK))
