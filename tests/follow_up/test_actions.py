"""An action from being agreed to being closed by somebody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from carewright.follow_up import api as follow_up
from carewright.follow_up import models
from carewright.follow_up.api import ActionState, Recurrence
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import follow_up as given
from tests.factories import platform as make
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


def state(task_id: UUID, by: platform.Officer) -> ActionState:
    return follow_up.action(task_id, seen_by=by).state


def acts(task_id: UUID, by: platform.Officer) -> list[str]:
    return [event.act for event in platform.events_about("task", task_id, seen_by=by)]


def told(officer: platform.Officer) -> list[str]:
    found = Notification.objects.filter(officer_id=officer.id).order_by("told_at", "title")
    return list(found.values_list("title", flat=True))


def test_an_action_goes_from_agreed_to_closed_with_evidence(
    by: platform.Officer, other: platform.Officer
) -> None:
    task_id = given.action(by, owner_id=other.id, owner_words=other.name)
    follow_up.take_up_action(task_id=task_id, by=other, at=NOW)
    follow_up.finish_action(task_id=task_id, evidence="The register of 3 June.", by=other, at=NOW)
    follow_up.close_action(task_id=task_id, by=by, at=LATER)
    found = follow_up.action(task_id, seen_by=by)
    assert (found.reference, found.state) == ("A-0001", ActionState.CLOSED)
    assert [each.text for each in found.evidence] == ["The register of 3 June."]
    assert (found.done_by, found.closed_by, found.settled_at) == (other.name, by.name, LATER)
    assert acts(task_id, by) == ["keep_actions", "take_up_action", "finish_action", "close_action"]
    assert told(other) == ["A-0001 is yours", "A-0001 is closed"]
    assert told(by) == ["A-0001 is done and waits to be checked"]


def test_whoever_did_it_does_not_close_it(by: platform.Officer) -> None:
    task_id = given.done(by)
    for one_person in (by, decisions.second_account(by, Role.COMMISSIONER)):
        with pytest.raises(follow_up.Refused, match="somebody else has to close it"):
            follow_up.close_action(task_id=task_id, by=one_person, at=NOW)
    assert state(task_id, by) is ActionState.DONE


def test_not_even_the_database_lets_one_person_do_and_close(by: platform.Officer) -> None:
    task_id = given.done(by)
    with pytest.raises(IntegrityError, match="closed_by_somebody_else"), transaction.atomic():
        models.Task.objects.filter(pk=task_id).update(
            state="closed", closed_by_id=by.id, settled_at=NOW
        )


def test_one_person_in_two_offices_is_still_one_person(by: platform.Officer) -> None:
    """The same sign-in enrolled twice would have two office ids but one account."""
    task_id = given.done(by)
    found = follow_up.action(task_id, seen_by=by)
    assert found.done_by_account == by.account_id


def test_nothing_is_done_without_evidence(by: platform.Officer) -> None:
    task_id = given.action(by)
    with pytest.raises(follow_up.Refused, match="Say what shows that it is done"):
        follow_up.finish_action(task_id=task_id, evidence=" ", by=by, at=NOW)
    assert acts(task_id, by) == ["keep_actions"]


def test_evidence_that_does_not_show_it_goes_back_to_the_owner(
    by: platform.Officer, other: platform.Officer
) -> None:
    task_id = given.done(by, owner_id=by.id, owner_words=by.name)
    with pytest.raises(follow_up.Refused, match="Say what is missing"):
        follow_up.send_back_action(task_id=task_id, reason="", by=other, at=NOW)
    follow_up.send_back_action(task_id=task_id, reason="No dates", by=other, at=NOW)
    found = follow_up.action(task_id, seen_by=by)
    assert (found.state, found.done_by) == (ActionState.IN_PROGRESS, "")
    assert "A-0001 needs more before it can close" in told(by)
    follow_up.finish_action(task_id=task_id, evidence="", by=by, at=LATER)  # the first still shows
    follow_up.close_action(task_id=task_id, by=other, at=LATER)
    assert state(task_id, by) is ActionState.CLOSED


def test_what_is_settled_does_not_move_again(by: platform.Officer, other: platform.Officer) -> None:
    task_id = given.action(by)
    follow_up.give_up_action(task_id=task_id, reason="No money", by=by, at=NOW)
    for attempt in (
        lambda: follow_up.take_up_action(task_id=task_id, by=by, at=NOW),
        lambda: follow_up.finish_action(task_id=task_id, evidence="x", by=by, at=NOW),
        lambda: follow_up.close_action(task_id=task_id, by=other, at=NOW),
        lambda: follow_up.supersede_action(task_id=task_id, reason="x", by=by, at=NOW),
        lambda: follow_up.move_due_date(
            task_id=task_id, due_at=given.DUE + timedelta(1), reason="x", by=by, at=NOW
        ),
    ):
        with pytest.raises(follow_up.Refused):
            attempt()
    assert follow_up.action(task_id, seen_by=by).reason == "No money"


def test_a_change_of_date_keeps_the_old_one_and_the_reason(by: platform.Officer) -> None:
    task_id = given.action(by)
    new = given.DUE + timedelta(days=30)
    follow_up.move_due_date(task_id=task_id, due_at=new, reason="The system is late", by=by, at=NOW)
    (change,) = models.DueChange.objects.filter(task_id=task_id)
    assert (change.was_due_at, change.due_at) == (given.DUE, new)
    assert (change.reason, change.changed_by_name) == ("The system is late", by.name)
    event = platform.events_about("task", task_id, seen_by=by)[-1]
    assert (event.act, event.reason) == ("move_due_date", "The system is late")


def test_an_action_is_handed_over_with_a_reason_and_both_are_told(
    by: platform.Officer, other: platform.Officer
) -> None:
    third = given.colleague(by)
    task_id = given.action(by, owner_id=other.id, owner_words=other.name)
    follow_up.hand_over_action(
        task_id=task_id, owner_id=third.id, owner_words=third.name, reason="Moved on",
        by=by, at=NOW,
    )  # fmt: skip
    assert follow_up.action(task_id, seen_by=by).owner_id == third.id
    assert told(third) == ["A-0001 is yours"]
    assert told(other) == ["A-0001 is another's now", "A-0001 is yours"]


def test_an_action_is_never_given_to_an_officer_of_another_organisation(
    by: platform.Officer,
) -> None:
    stranger = make.commissioner()
    with pytest.raises(platform.NotYours):
        given.action(by, owner_id=stranger.id, owner_words="Somebody")
    assert not models.Task.objects.exists()


def test_the_next_of_a_series_is_made_when_one_is_closed(
    by: platform.Officer, other: platform.Officer
) -> None:
    task_id = given.done(by, recurrence=Recurrence.QUARTERLY)
    next_id = follow_up.close_action(task_id=task_id, by=other, at=NOW)
    assert next_id == follow_up.action(task_id, seen_by=by).next_id
    following = follow_up.action(next_id, seen_by=by)
    assert following.due_at == datetime(2026, 9, 30, 16, tzinfo=UTC)
    assert (following.state, following.recurrence) == (ActionState.OPEN, Recurrence.QUARTERLY)


def test_a_duty_that_was_not_done_comes_round_all_the_same(by: platform.Officer) -> None:
    task_id = given.action(by, recurrence=Recurrence.YEARLY)
    follow_up.give_up_action(task_id=task_id, reason="Nobody was there", by=by, at=NOW)
    assert follow_up.action(task_id, seen_by=by).next_id is not None


def test_numbers_of_two_organisations_are_apart(by: platform.Officer) -> None:
    stranger = make.commissioner()
    found = [given.action(who) for who in (by, by, stranger)]
    numbers = [models.Task.objects.get(pk=each).number for each in found]
    assert numbers == [1, 2, 1]


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMINISTRATOR, Role.SCRUTINY_MEMBER, Role.EVALUATOR])
def test_who_keeps_no_actions_changes_none(by: platform.Officer, role: Role) -> None:
    task_id = given.action(by)
    reader = given.colleague(by, role)
    for attempt in (
        lambda: given.action(reader),
        lambda: follow_up.take_up_action(task_id=task_id, by=reader, at=NOW),
        lambda: follow_up.give_up_action(task_id=task_id, reason="x", by=reader, at=NOW),
    ):
        with pytest.raises(platform.NotPermitted):
            attempt()


def test_an_auditor_closes_what_an_audit_found_and_changes_nothing_else(
    by: platform.Officer,
) -> None:
    auditor = given.colleague(by, Role.INTERNAL_AUDITOR)
    task_id = given.done(by)
    with pytest.raises(platform.NotPermitted):
        follow_up.supersede_action(task_id=task_id, reason="x", by=auditor, at=NOW)
    follow_up.close_action(task_id=task_id, by=auditor, at=NOW)
    assert state(task_id, by) is ActionState.CLOSED


def test_a_form_sent_twice_keeps_one_action(by: platform.Officer) -> None:
    intent = platform.Intent(UUID(int=7), "5a" * 32)
    found = {
        follow_up.agree_action(agreed=given.agreed(), intent=intent, by=by, at=NOW)
        for _ in range(2)
    }
    assert len(found) == models.Task.objects.count() == 1


def test_what_is_due_for_an_officer_says_how_many_people_it_affects(
    by: platform.Officer, other: platform.Officer
) -> None:
    given.action(by, owner_id=by.id, owner_words=by.name, people_affected=86)
    given.action(by, owner_id=other.id, owner_words=other.name)
    (due,) = follow_up.due_for(by, at=given.DUE)
    assert (due.reference, due.people_affected, due.overdue) == ("A-0001", 86, True)
    assert [each.due_at for each in follow_up.deadlines_of(by)] == [given.DUE]


def test_whoever_stands_in_has_what_the_absent_officer_has_to_do(
    by: platform.Officer, other: platform.Officer
) -> None:
    given.action(by, owner_id=other.id, owner_words=other.name)
    assert follow_up.due_for(by, at=NOW) == []
    platform.arrange_cover(
        absent_id=other.id, deputy_id=by.id, starts_on=make.TODAY,
        ends_before=make.TODAY + timedelta(days=7), by=make.OPERATOR, at=NOW,
    )  # fmt: skip
    (due,) = follow_up.due_for(by, at=NOW)
    assert due.beneath.endswith(f"for {other.name}")
    assert follow_up.due_for(by, at=NOW + timedelta(days=8)) == []


def test_what_is_done_waits_for_whoever_asked_for_it(
    by: platform.Officer, other: platform.Officer
) -> None:
    task_id = given.action(by, owner_id=other.id, owner_words=other.name, people_affected=9)
    follow_up.finish_action(task_id=task_id, evidence="Shown.", by=other, at=LATER)
    (due,) = follow_up.waiting_to_be_checked(by, at=LATER)
    (pending,) = follow_up.waiting_for_a_check(other)
    assert (due.reference, due.people_affected) == ("A-0001", 9)
    assert (pending.with_whom, pending.since) == (by.name, LATER)
    assert follow_up.waiting_to_be_checked(other, at=LATER) == []


def test_the_inbox_shows_what_is_to_do_and_what_is_to_be_checked(
    by: platform.Officer, other: platform.Officer
) -> None:
    given.action(by, action="Write it up", owner_id=by.id, owner_words=by.name)
    task_id = given.action(by, action="Sign it", owner_id=other.id, owner_words=other.name)
    follow_up.finish_action(task_id=task_id, evidence="Signed.", by=other, at=NOW)
    page = make.signed_in(by).get("/inbox/").content.decode()
    assert "Write it up" in page
    assert "Check and close: Sign it" in page
    assert "Sign it" in make.signed_in(other).get("/inbox/").content.decode()
