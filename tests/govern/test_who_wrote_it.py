"""A paper is decided by somebody else than those who wrote it, and as it was when it was sent."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern.api import Section
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as ask
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("wrote", ["all of it", "one section"])
def test_whoever_wrote_a_paper_does_not_approve_it_when_a_colleague_sends_it(
    by: platform.Officer, wrote: str
) -> None:
    chief = papers.colleague(by, Role.CHIEF_OFFICER)
    ask.scheme(by.organisation.id, "Chief officer")
    paper_id = papers.written(chief if wrote == "all of it" else by)
    govern.save_section(
        paper_id=paper_id, section=Section.MONEY, answers={"annual_value_pence": 4_000_000},
        by=chief, at=make.NOW,
    )  # fmt: skip
    request_id = govern.send_for_approval(
        paper_id=paper_id, reason="They follow", by=by, at=make.NOW
    )
    with pytest.raises(decide.CannotDecide, match="what they wrote themselves"):
        ask.approved(request_id, chief)
    ask.approved(request_id, papers.colleague(by, Role.CHIEF_OFFICER))


def test_a_returned_paper_that_asks_for_more_is_sent_anew_and_not_answered(
    browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.sent(by, "Authorising director", annual_value_pence=4_000_000)
    (asked,) = decide.approvals_about("paper", paper_id, seen_by=by)
    director = papers.colleague(by, Role.AUTHORISING_DIRECTOR)
    ask.said(asked.id, decide.Outcome.RETURN, director)
    money = {"annual_value_pence": "90,000,000", "term_months": "60", "in_framework": "no"}
    browser.post(reverse("govern:section", args=[paper_id, Section.MONEY.value]), money)
    assert govern.paper(paper_id, seen_by=by, on=make.TODAY).annual_value_pence == 9_000_000_000
    answer = reverse("decide:answer", args=[asked.id])
    page = browser.post(answer, {"words": "As you asked"}).content.decode()
    assert "Nobody has sent this back with questions" in page
    check = reverse("govern:check", args=[paper_id])
    browser.post(check, {"reason": "They follow"})
    latest, former = decide.approvals_about("paper", paper_id, seen_by=by)
    assert former.state is decide.RequestState.WITHDRAWN
    assert "sent anew" in former.withdrawn_why
    assert (latest.state, latest.annual_pence) == (decide.RequestState.REQUESTED, 9_000_000_000)


def test_a_returned_paper_with_other_words_is_answered(by: platform.Officer) -> None:
    paper_id = papers.sent(by)
    (asked,) = decide.approvals_about("paper", paper_id, seen_by=by)
    director = papers.colleague(by, Role.AUTHORISING_DIRECTOR)
    ask.said(asked.id, decide.Outcome.RETURN, director)
    govern.save_section(
        paper_id=paper_id, section=Section.OPTIONS, answers={"options": "A fourth one."},
        by=by, at=make.NOW,
    )  # fmt: skip
    decide.answer_questions(request_id=asked.id, words="So", by=by, at=make.NOW)
    ask.approved(asked.id, director)
