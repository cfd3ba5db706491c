"""A meeting is moved or cancelled, a paper taken off; whoever waits for it is told."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils.timezone import now

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

AT, AFTER = make.NOW, make.NOW + timedelta(hours=2)
NEXT_WEEK = AT + timedelta(days=7)
COMMITTEE = "Committee: Social Care Committee"


@pytest.fixture
def clerk(by: platform.Officer) -> platform.Officer:
    return papers.colleague(by, Role.COMMITTEE_CLERK)


@pytest.fixture
def member(by: platform.Officer) -> platform.Officer:
    return papers.colleague(by, Role.DECIDING_MEMBER)


def listed(by: platform.Officer, clerk: platform.Officer) -> tuple[UUID, UUID, UUID]:
    """A paper on the agenda of a meeting: the paper, the meeting and the item."""
    paper_id, meeting_id = papers.sent(by, COMMITTEE), papers.meeting(clerk)
    done = {"by": clerk, "at": AT}
    return (
        paper_id,
        meeting_id,
        govern.put_on_agenda(meeting_id=meeting_id, paper_id=paper_id, **done),
    )


def resolved(item_id: UUID, clerk: platform.Officer) -> None:
    govern.record_resolution(
        item_id=item_id, outcome=decide.Outcome.APPROVE, resolution="Agreed",
        minute_reference="8", by=clerk, at=NEXT_WEEK + timedelta(hours=2),
    )  # fmt: skip


def told(officer: platform.Officer) -> list[str]:
    found = Notification.objects.filter(officer_id=officer.id).order_by("told_at")
    return list(found.values_list("title", flat=True))


def test_a_moved_meeting_takes_its_agenda_along_and_all_are_told(
    by: platform.Officer, clerk: platform.Officer, member: platform.Officer
) -> None:
    paper_id, meeting_id, item_id = listed(by, clerk)
    govern.move_meeting(meeting_id=meeting_id, starts_at=NEXT_WEEK, reason="Snow", by=clerk, at=AT)
    found = govern.meeting(meeting_id, seen_by=by, at=AT)
    assert (found.meeting.starts_at, found.meeting.moved_why) == (NEXT_WEEK, "Snow")
    assert [each.id for each in found.items] == [item_id]
    assert any("meets instead on" in each for each in told(by))
    assert any("meets instead on" in each for each in told(member))
    assert "10 June" in govern.proceedings(paper_id, seen_by=by).meets
    with pytest.raises(govern.CannotDo, match="has not begun"):
        govern.record_resolution(
            item_id=item_id, outcome=decide.Outcome.APPROVE, resolution="Agreed",
            minute_reference="8", by=clerk, at=AFTER,
        )  # fmt: skip
    resolved(item_id, clerk)


def test_the_papers_of_a_cancelled_meeting_wait_for_another(
    by: platform.Officer, clerk: platform.Officer, member: platform.Officer
) -> None:
    paper_id, meeting_id, item_id = listed(by, clerk)
    govern.cancel_meeting(meeting_id=meeting_id, reason="No quorum", by=clerk, at=AT)
    desk = govern.clerks_desk(seen_by=clerk, at=AT)
    assert [each.paper_id for _body, each in desk.unlisted] == [paper_id]
    assert desk.coming == ()
    assert govern.clerks_desk(seen_by=clerk, at=NEXT_WEEK).to_minute == ()
    assert any("does not meet on" in each for each in told(by))
    assert any("does not meet on" in each for each in told(member))
    assert govern.proceedings(paper_id, seen_by=by).meets == ""
    with pytest.raises(govern.CannotDo, match="not on this agenda any more"):
        resolved(item_id, clerk)
    with pytest.raises(govern.CannotDo, match="was cancelled"):
        govern.put_on_agenda(meeting_id=meeting_id, paper_id=paper_id, by=clerk, at=AT)
    again = papers.meeting(clerk)  # at the very hour that the cancelled one had
    govern.put_on_agenda(meeting_id=again, paper_id=paper_id, by=clerk, at=AT)
    assert [each.on_agenda for each in govern.meetings(seen_by=by)] in ([0, 1], [1, 0])


def test_a_paper_taken_off_waits_for_a_meeting_and_may_come_back_to_this_one(
    by: platform.Officer, clerk: platform.Officer
) -> None:
    paper_id, meeting_id, item_id = listed(by, clerk)
    govern.take_off_agenda(item_id=item_id, reason="A figure is wrong", by=clerk, at=AT)
    found = govern.meeting(meeting_id, seen_by=by, at=AT)
    assert found.items == ()
    assert [each.taken_off_why for each in found.taken_off] == ["A figure is wrong"]
    assert [each.paper_id for each in found.waiting] == [paper_id]
    assert any("Taken off the agenda" in each for each in told(by))
    done = {"meeting_id": meeting_id, "paper_id": paper_id, "by": clerk, "at": AT}
    assert govern.put_on_agenda(**done) == item_id
    assert govern.meeting(meeting_id, seen_by=by, at=AT).taken_off == ()


@pytest.mark.parametrize("change", ["move", "cancel", "take_off"])
def test_a_meeting_that_was_held_is_not_changed(
    change: str, by: platform.Officer, clerk: platform.Officer
) -> None:
    _paper_id, meeting_id, item_id = listed(by, clerk)
    resolved(item_id, clerk)
    done = {"reason": "Late", "by": clerk, "at": AFTER}
    with pytest.raises(govern.CannotDo, match="recorded"):
        {
            "move": lambda: govern.move_meeting(meeting_id=meeting_id, starts_at=NEXT_WEEK, **done),
            "cancel": lambda: govern.cancel_meeting(meeting_id=meeting_id, **done),
            "take_off": lambda: govern.take_off_agenda(item_id=item_id, **done),
        }[change]()


def test_a_meeting_moves_to_a_free_hour_ahead_and_says_why(
    by: platform.Officer, clerk: platform.Officer
) -> None:
    meeting_id, _other = papers.meeting(clerk), papers.meeting(clerk, starts_at=NEXT_WEEK)
    done = {"meeting_id": meeting_id, "by": clerk, "at": AT}
    for starts_at, reason, says in (
        (NEXT_WEEK, "Snow", "meets at this time already"),
        (AT - timedelta(days=1), "Snow", "lie ahead"),
        (NEXT_WEEK + timedelta(days=1), " ", "Say why"),
    ):
        with pytest.raises(govern.CannotDo, match=says):
            govern.move_meeting(starts_at=starts_at, reason=reason, **done)
    with pytest.raises(govern.CannotDo, match="Say why"):
        govern.cancel_meeting(reason="", **done)


def test_nobody_else_changes_a_meeting(by: platform.Officer, clerk: platform.Officer) -> None:
    _paper_id, meeting_id, item_id = listed(by, clerk)
    for other in (by, make.officer(Role.COMMITTEE_CLERK)):
        done = {"reason": "Snow", "by": other, "at": AT}
        for attempt in (
            lambda: govern.move_meeting(meeting_id=meeting_id, starts_at=NEXT_WEEK, **done),  # noqa: B023
            lambda: govern.cancel_meeting(meeting_id=meeting_id, **done),  # noqa: B023
            lambda: govern.take_off_agenda(item_id=item_id, **done),  # noqa: B023
        ):
            with pytest.raises((platform.NotYours, platform.NotPermitted)):
                attempt()


def test_the_clerk_changes_meetings_on_pages(by: platform.Officer, clerk: platform.Officer) -> None:
    _paper_id, meeting_id, item_id = listed(by, clerk)
    browser, where = make.signed_in(clerk), reverse("govern:meeting", args=[meeting_id])
    page, authors = browser.get(where).text, make.signed_in(by).get(where).text
    for route, key in (
        ("move_meeting", meeting_id), ("cancel_meeting", meeting_id), ("take_off_agenda", item_id),
    ):  # fmt: skip
        assert reverse(f"govern:{route}", args=[key]) in page
        assert reverse(f"govern:{route}", args=[key]) not in authors
    off = reverse("govern:take_off_agenda", args=[item_id])
    assert "Error:" in browser.post(off, {"reason": ""}).text
    assert (
        "A figure is wrong" in browser.post(off, {"reason": "A figure is wrong"}, follow=True).text
    )
    day = (now() + timedelta(days=7)).date()
    said = {"day-day": day.day, "day-month": day.month, "day-year": day.year, "hour": "10:30"}
    move = reverse("govern:move_meeting", args=[meeting_id])
    assert "Moved from" in browser.post(move, {**said, "reason": "Snow"}, follow=True).text
    cancel = reverse("govern:cancel_meeting", args=[meeting_id])
    page = browser.post(cancel, {"reason": "No quorum"}, follow=True).text
    assert f"Cancelled by {clerk.name}" in page
    assert move not in page
    assert "cancelled: No quorum" in browser.get(reverse("govern:meetings")).text


@pytest.mark.parametrize(
    ("day", "month", "says"), [(28, 3, "does not exist"), (31, 10, "comes twice")]
)
def test_no_body_meets_at_an_hour_that_clocks_skip_or_show_twice(
    by: platform.Officer, clerk: platform.Officer, day: int, month: int, says: str
) -> None:
    _paper_id, meeting_id, _item_id = listed(by, clerk)
    said = {"day-day": day, "day-month": month, "day-year": 2027, "hour": "1.30 am"}
    move = reverse("govern:move_meeting", args=[meeting_id])
    assert says in make.signed_in(clerk).post(move, {**said, "reason": "Snow"}).text
