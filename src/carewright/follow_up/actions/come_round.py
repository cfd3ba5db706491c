"""Makes the next action of a series when one of them is settled."""

from __future__ import annotations

from datetime import datetime

from carewright.follow_up import rows
from carewright.follow_up.actions import agree
from carewright.follow_up.actions.reach import next_number
from carewright.follow_up.models import Task
from carewright.follow_up.rules.recurrence import Recurrence, next_due
from carewright.follow_up.rules.sources import Source
from carewright.platform import api as platform


def make_the_next(task: Task, *, by: platform.Actor, at: datetime) -> Task | None:
    """The next of the series, due at its first moment still to come; None when it comes once."""
    recurrence = Recurrence(task.recurrence)
    due_at = next_due(task.due_at, recurrence, day_of_month=task.day_of_month, after=at)
    if due_at is None:
        return None
    agreed = rows.Agreed(
        finding=task.finding, action=task.action, owner_words=task.owner_words, due_at=due_at,
        source=Source(task.source), owner_id=task.owner_id, reference=task.reference,
        finding_number=task.finding_number, themes=tuple(task.themes),
        people_affected=task.people_affected, evidence_wanted=task.evidence_wanted,
        recurrence=recurrence, plan_id=task.plan_id,
    )  # fmt: skip
    number = next_number(task.organisation_id)
    return agree.write_down(agreed, number, task.organisation_id, by=by, at=at, comes_after=task)
