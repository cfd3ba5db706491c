"""Overdue actions go up the line by themselves, each step once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from carewright.follow_up import api as follow_up
from carewright.follow_up import jobs, models
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Role, StepWanted
from tests.factories import follow_up as given
from tests.factories.platform import NOW, OPERATOR

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def boss(by: platform.Officer) -> platform.Officer:
    return given.colleague(by, Role.AUTHORISING_DIRECTOR)


def escalate(by: platform.Officer, boss: platform.Officer, at: object) -> int:
    return follow_up.escalate_overdue(
        organisation=by.organisation, path=lambda _: [follow_up.Step(1, boss.id, 3)],
        by=OPERATOR, at=at,
    )  # fmt: skip


def test_the_owner_is_told_first_and_the_next_after_a_working_day(
    by: platform.Officer, boss: platform.Officer
) -> None:
    given.action(by, owner_id=by.id, owner_words=by.name)  # due on a Tuesday
    assert escalate(by, boss, given.DUE - DAY) == 0
    assert escalate(by, boss, given.DUE) == 1
    assert escalate(by, boss, given.DUE + DAY) == 0
    assert escalate(by, boss, given.DUE + 2 * DAY) == 1
    levels = models.Escalation.objects.order_by("level").values_list("level", "officer_id")
    assert list(levels) == [(0, by.id), (1, boss.id)]
    titles = Notification.objects.filter(officer_id=boss.id).values_list("title", flat=True)
    assert list(titles) == ["A-0001 is overdue"]


def test_a_step_is_taken_once_however_often_the_clock_looks(
    by: platform.Officer, boss: platform.Officer
) -> None:
    task_id = given.action(by)
    assert escalate(by, boss, given.DUE + 9 * DAY) == 2
    assert escalate(by, boss, given.DUE + 9 * DAY) == 0
    acts = [e.act for e in platform.events_about("task", task_id, seen_by=by)]
    assert acts.count("escalate_actions") == 2


def test_a_new_date_begins_the_path_anew(by: platform.Officer, boss: platform.Officer) -> None:
    task_id = given.action(by)
    escalate(by, boss, given.DUE + DAY)
    follow_up.move_due_date(
        task_id=task_id, due_at=given.DUE + 30 * DAY, reason="Agreed", by=by, at=NOW
    )
    assert escalate(by, boss, given.DUE + 29 * DAY) == 0
    assert escalate(by, boss, given.DUE + 30 * DAY) == 1


def test_what_is_done_or_settled_goes_no_further(
    by: platform.Officer, boss: platform.Officer
) -> None:
    given.done(by)
    task_id = given.action(by)
    follow_up.give_up_action(task_id=task_id, reason="No money", by=by, at=NOW)
    assert escalate(by, boss, given.DUE + 30 * DAY) == 0


def test_the_clocks_own_job_walks_every_organisation(by: platform.Officer) -> None:
    given.action(by, due_at=NOW - 3000 * DAY)
    jobs.escalate_overdue.func(timestamp=0)
    assert models.Escalation.objects.count() == 1


def test_the_clocks_own_job_goes_up_the_published_path_by_working_days(
    by: platform.Officer, boss: platform.Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    chief = given.colleague(by, Role.CHIEF_OFFICER)
    platform.set_escalation_path(
        service_area="", steps=[StepWanted(boss.id, 2), StepWanted(chief.id, 2)], by=by, at=NOW
    )
    given.action(by)  # due on a Tuesday at 5 pm
    told = [
        (days, reached)
        for days in range(-1, 9)
        if (reached := _levels_after_the_job(given.DUE + days * DAY, monkeypatch))
    ]
    # The asker at once, who has Wednesday; then the first level on Thursday, with Friday and
    # Monday, as the weekend does not count; then the second, and nobody after.
    assert told == [(0, [0]), (2, [1]), (7, [2])]


def _levels_after_the_job(at: datetime, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Which levels the hourly job takes at a moment, run twice as clocks may."""
    before = models.Escalation.objects.count()
    monkeypatch.setattr(jobs, "now", lambda: at)
    jobs.escalate_overdue.func(timestamp=0)
    jobs.escalate_overdue.func(timestamp=0)
    return list(models.Escalation.objects.order_by("level").values_list("level", flat=True))[
        before:
    ]


def test_a_path_for_one_service_alone_takes_no_action_up(
    by: platform.Officer, boss: platform.Officer
) -> None:
    platform.set_escalation_path(
        service_area="contracts", steps=[StepWanted(boss.id, 2)], by=by, at=NOW
    )
    assert jobs.path_of(by.organisation.id) == []


def test_only_the_clock_escalates(by: platform.Officer) -> None:
    with pytest.raises(platform.NotPermitted):
        follow_up.escalate_overdue(
            organisation=by.organisation,
            path=lambda _: (),
            by=by,
            at=NOW,  # type: ignore[arg-type]
        )
