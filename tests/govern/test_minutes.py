"""What a committee resolves on a paper is minuted where the paper stands on its agenda."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from carewright.decide import api as decide
from carewright.decide.models import StepDecision
from carewright.govern import api as govern
from carewright.govern import models
from carewright.govern.api import PaperState
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)

AT, AFTER = make.NOW, make.NOW + timedelta(hours=2)
COMMITTEE = "Committee: Social Care Committee"


@pytest.fixture
def clerk(by: platform.Officer) -> platform.Officer:
    """Who keeps the meetings of the same council."""
    return papers.colleague(by, Role.COMMITTEE_CLERK)


def approval_of(paper_id: object, by: platform.Officer) -> decide.Approval:
    return decide.approvals_about(govern.PAPER, paper_id, seen_by=by)[0]


def resolved(item_id: Any, clerk: platform.Officer, **given: Any) -> None:
    wanted = {"outcome": decide.Outcome.APPROVE, "resolution": "Agreed", "minute_reference": "8"}
    govern.record_resolution(item_id=item_id, **{**wanted, **given}, by=clerk, at=AFTER)


def test_a_paper_that_met_nobody_is_not_minuted(
    by: platform.Officer, clerk: platform.Officer
) -> None:
    approval = approval_of(papers.sent(by, COMMITTEE), by)
    with pytest.raises(decide.CannotDecide, match="at the meeting that has it on its agenda"):
        decide.record_minute(
            step_id=approval.open_steps[0].id, met_on=AT.date(), minute_reference="1", by=clerk,
            at=AFTER,
        )  # fmt: skip
    assert not StepDecision.objects.exists()


def test_the_form_for_other_minutes_leads_to_the_meetings(
    by: platform.Officer, clerk: platform.Officer
) -> None:
    approval = approval_of(papers.sent(by, COMMITTEE), by)
    (step,) = approval.open_steps
    browser: Client = make.signed_in(clerk)
    page = browser.get(reverse("decide:request", args=[approval.id])).content.decode()
    assert "Minute it at the meeting of Social Care Committee" in page
    form = {"outcome": "approve", "met_on-day": "3", "met_on-month": "6", "met_on-year": "2026"}
    sent = browser.post(
        reverse("decide:minute", args=[approval.id, step.id]), {**form, "minute_reference": "1"}
    )
    assert sent.headers["location"] == reverse("govern:meetings")
    assert not StepDecision.objects.exists()


def test_the_database_takes_no_minute_of_a_step_that_stands_on_no_agenda(
    by: platform.Officer, clerk: platform.Officer
) -> None:
    waiting, listed = papers.sent(by, COMMITTEE), papers.sent(by, title="Another")
    meeting_id = papers.meeting(clerk)
    item_id = govern.put_on_agenda(meeting_id=meeting_id, paper_id=listed, by=clerk, at=AT)
    approval = approval_of(waiting, by)
    said = {
        "step_id": approval.open_steps[0].id, "request_id": approval.id, "outcome": "approve",
        "requester_account_id": by.account_id, "officer_id": clerk.id, "name": clerk.name,
        "account_id": clerk.account_id, "power_account_id": clerk.account_id, "decided_at": AT,
        "power_name": clerk.name, "committee": "Social Care Committee", "met_on": AT.date(),
        "minute_reference": "1",
    }  # fmt: skip
    for cited in (None, item_id):
        with pytest.raises(IntegrityError), transaction.atomic():
            StepDecision.objects.create(**said, agenda_item_id=cited)


@pytest.mark.parametrize(
    "role", [Role.COMMISSIONER, Role.DECIDING_MEMBER, Role.AUTHORISING_DIRECTOR]
)
def test_whoever_asks_or_votes_keeps_no_minutes(role: Role, by: platform.Officer) -> None:
    other = papers.colleague(by, role)
    assert not platform.may(other, platform.Act.RECORD_MINUTE)
    assert not platform.may(other, platform.Act.KEEP_MEETINGS)


def test_a_paper_sent_anew_before_the_meeting_keeps_its_place_on_the_agenda(
    by: platform.Officer, clerk: platform.Officer
) -> None:
    paper_id = papers.sent(by, COMMITTEE)
    meeting_id = papers.meeting(clerk)
    done = {"meeting_id": meeting_id, "paper_id": paper_id, "by": clerk, "at": AT}
    item_id = govern.put_on_agenda(**done)
    asked = approval_of(paper_id, by)
    decide.withdraw_request(request_id=asked.id, reason="A figure was wrong", by=by, at=AT)
    govern.send_for_approval(paper_id=paper_id, reason="They follow", by=by, at=AT)
    with pytest.raises(govern.CannotDo, match="not open"):
        resolved(item_id, clerk)
    (waiting,) = govern.meeting(meeting_id, seen_by=clerk, at=make.NOW).waiting
    assert waiting.paper_id == paper_id
    assert govern.put_on_agenda(**done) == item_id
    assert not govern.meeting(meeting_id, seen_by=clerk, at=make.NOW).waiting
    resolved(item_id, clerk)
    assert govern.paper(paper_id, seen_by=by, on=make.TODAY).state is PaperState.DECIDED
    assert models.AgendaItem.objects.get().number == 1
