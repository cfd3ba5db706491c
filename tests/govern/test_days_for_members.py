"""A paper's decision waits for members' days: looked at before, called in after, or spared."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import directions as given
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def member(by: platform.Officer) -> platform.Officer:
    return papers.colleague(by, Role.SCRUTINY_MEMBER)


def sent(by: platform.Officer, **days: int) -> UUID:
    """A paper sent on today, under a scheme that gives members such days."""
    steps = {"steps": ["Authorising director"], **days}
    lines = tuple({"act": act, **steps} for act in ("sourcing", "award", "strategy"))
    decisions.scheme(by.organisation.id, lines=lines)
    paper_id = papers.written(by)
    govern.send_for_approval(paper_id=paper_id, reason="They follow", by=by, at=now())
    return paper_id


def decided(by: platform.Officer, **days: int) -> UUID:
    """One that a director approved just now."""
    paper_id = sent(by, **days)
    (asked,) = decide.approvals_about("paper", paper_id, seen_by=by)
    director = papers.colleague(by, Role.AUTHORISING_DIRECTOR)
    decisions.approved(asked.id, director, at=now())
    return paper_id


def inbox(window: Client) -> str:
    return window.get(reverse("web:inbox")).text


def waits(paper_id: UUID, by: platform.Officer, at: datetime) -> list[str]:
    (asked,) = decide.approvals_about("paper", paper_id, seen_by=by)
    return [each.says for each in asked.blockers_to_carry_out(at)]


def test_members_are_told_until_when_they_may_look_before_the_decision(
    by: platform.Officer, member: platform.Officer
) -> None:
    paper_id = sent(by, scrutiny_before=5)
    author, window = make.signed_in(by), make.signed_in(member)
    page = author.get(reverse("govern:paper", args=[paper_id])).text
    assert "Members may look at it before it is decided" in page
    assert "You can look at it before it is decided" in inbox(window)
    listed = window.get(reverse("govern:decisions"), {"days": "look_until"})
    assert "members may look at it until" in listed.text
    assert "members may look at it" not in inbox(author)


def test_what_was_decided_is_called_in_on_its_page_and_waits_for_scrutiny(
    by: platform.Officer, member: platform.Officer
) -> None:
    paper_id, window = decided(by, scrutiny_after=5), make.signed_in(member)
    where = reverse("govern:paper", args=[paper_id])
    assert "It may be called in before it is carried out" in inbox(window)
    assert "It cannot be carried out yet" in window.get(where).text
    call = reverse("govern:call_for_scrutiny", args=[paper_id])
    assert "Call the decision in" in window.get(call).text
    page = window.post(call, {"reason": "Wages"}, follow=True).text
    assert "What was decided is called in, and waits for scrutiny" in page
    assert f"{member.name} called the decision in" in page
    assert "Held for scrutiny" in window.get(reverse("govern:decisions")).text
    assert "Called in" in window.get(reverse("govern:papers")).text
    assert "It may be called in" not in inbox(window)
    later = now() + timedelta(days=60)
    assert waits(paper_id, by, later) == ["It is on hold: Scrutiny: Wages"]
    govern.end_scrutiny(paper_id=paper_id, recommendation="Report on pay", by=member, at=later)
    assert waits(paper_id, by, later) == []


def test_nothing_is_called_in_once_its_days_are_over_or_where_the_scheme_gives_none(
    by: platform.Officer, member: platform.Officer
) -> None:
    paper_id = decided(by, scrutiny_after=5)
    with pytest.raises(govern.CannotDo, match="The paper is decided"):
        govern.call_for_scrutiny(
            paper_id=paper_id, reason="Late", by=member, at=now() + timedelta(days=60)
        )
    other = make.commissioner()
    theirs = papers.colleague(other, Role.SCRUTINY_MEMBER)
    with pytest.raises(govern.CannotDo, match="The paper is decided"):
        govern.call_for_scrutiny(paper_id=decided(other), reason="None", by=theirs, at=now())


def test_what_was_called_in_goes_back_on_a_page_to_whoever_decided_and_then_to_its_authors(
    by: platform.Officer, member: platform.Officer
) -> None:
    paper_id, window = decided(by, scrutiny_after=5), make.signed_in(member)
    director = papers.colleague(by, Role.AUTHORISING_DIRECTOR)
    govern.call_for_scrutiny(paper_id=paper_id, reason="Wages", by=member, at=now())
    end = reverse("govern:end_scrutiny", args=[paper_id])
    assert "Do you send it back" in window.get(end).text
    day = (now() + timedelta(days=7)).date()
    said = {"decide_by-day": day.day, "decide_by-month": day.month, "decide_by-year": day.year}
    page = window.post(end, {"recommendation": "Pay the Living Wage", **said}, follow=True).text
    assert "Members sent it back to whoever decided it" in page
    assert "Call it in" not in page
    assert "To be decided again" in window.get(reverse("govern:decisions")).text
    assert "Say whether it stands" in inbox(make.signed_in(director))
    (asked,) = decide.approvals_about("paper", paper_id, seen_by=by)
    decide.decide_again(
        request_id=asked.id, verdict=decide.Verdict.CHANGED, why="They are right", by=director,
        at=now(),
    )  # fmt: skip
    found = govern.paper(paper_id, seen_by=by, on=now().date())
    assert found.state is govern.PaperState.RETURNED
    govern.send_for_approval(paper_id=paper_id, reason="They follow", by=by, at=now())
    assert govern.paper(paper_id, seen_by=by, on=now().date()).state is govern.PaperState.SENT


def test_only_what_was_decided_goes_back(by: platform.Officer, member: platform.Officer) -> None:
    paper_id = sent(by, scrutiny_before=5)
    govern.call_for_scrutiny(paper_id=paper_id, reason="Wages", by=member, at=now())
    with pytest.raises(govern.CannotDo, match="not decided yet"):
        govern.end_scrutiny(
            paper_id=paper_id, recommendation="Again", by=member, at=now(),
            decide_by=now().date() + timedelta(days=7),
        )  # fmt: skip
    page = make.signed_in(member).get(reverse("govern:end_scrutiny", args=[paper_id])).text
    assert "Do you send it back" not in page


def test_scrutiny_agrees_on_a_page_that_it_cannot_wait_and_the_page_says_who_and_why(
    by: platform.Officer, member: platform.Officer
) -> None:
    paper_id, window = decided(by, scrutiny_after=5), make.signed_in(member)
    spare = reverse("govern:cannot_wait", args=[paper_id])
    assert "Error:" in window.post(spare, {"reason": ""}).text
    page = window.post(spare, {"reason": "The lease ends on Friday"}, follow=True).text
    assert f"{member.name} agreed for scrutiny" in page
    assert "The lease ends on Friday" in page
    assert "It cannot be carried out yet" not in page
    assert waits(paper_id, by, now()) == []
    assert "No days run" in window.post(spare, {"reason": "Again"}).text


def test_a_direction_is_not_issued_while_its_decision_may_be_called_in() -> None:
    chief, director = given.chief(), given.director()
    lines = ({"act": "award", "steps": ["Authorising director"], "scrutiny_after": 5},)
    decisions.scheme(chief.organisation.id, lines=lines)
    direction_id = given.draft(chief, director)
    with pytest.raises(govern.CannotDo, match="Scrutiny may call it in until"):
        govern.issue_direction(direction_id=direction_id, by=chief, at=make.NOW + HOUR)
    later = make.NOW + timedelta(days=30)
    govern.issue_direction(direction_id=direction_id, by=chief, at=later)
    assert govern.direction(direction_id, seen_by=director).issued_at == later
