"""Writes down what was found and what is to be done about it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.follow_up import rows
from carewright.follow_up.actions.reach import (
    active_colleague,
    in_reach,
    next_number,
    record,
    tell,
)
from carewright.follow_up.models import Plan, Task
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright_engine.values.local_time import LONDON


@transaction.atomic(durable=True)
def agree_action(
    *,
    agreed: rows.Agreed,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps an action with its owner and its moment; returns its id."""
    platform.require(by, Act.KEEP_ACTIONS)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not once.done:
        if agreed.plan_id:
            in_reach(Plan, agreed.plan_id, by=by, act=Act.KEEP_ACTIONS)
        if agreed.partnership_id:
            _share(agreed.partnership_id, by)
        if agreed.owner_id:
            active_colleague(agreed.owner_id, by=by, at=at)
        number = next_number(by.organisation.id)
        once.keep(write_down(agreed, number, by.organisation.id, by=by, at=at).pk)
    return UUID(once.result)


def write_down(
    agreed: rows.Agreed,
    number: int,
    organisation_id: UUID,
    *,
    by: platform.Actor,
    at: datetime,
    comes_after: Task | None = None,
) -> Task:
    """Creates the action, records it and tells its owner."""
    task = Task.objects.create(
        organisation_id=organisation_id,
        partnership_id=comes_after.partnership_id if comes_after else agreed.partnership_id,
        number=number,
        plan_id=agreed.plan_id,
        finding_number=agreed.finding_number,
        finding=agreed.finding.strip(),
        action=agreed.action.strip(),
        owner_id=agreed.owner_id,
        owner_words=agreed.owner_words.strip(),
        due_at=agreed.due_at,
        people_affected=agreed.people_affected,
        evidence_wanted=agreed.evidence_wanted.strip(),
        source=agreed.source.value,
        reference=agreed.reference.strip(),
        themes=list(agreed.themes),
        recurrence=agreed.recurrence.value,
        day_of_month=_day_of_month(agreed, comes_after),
        comes_after=comes_after,
        row_digest=agreed.row_digest,
        created_by_id=by.id if isinstance(by, platform.Officer) else None,
        created_by_name=by.name,
        created_at=at,
    )
    record(
        Act.KEEP_ACTIONS, task, by=by, at=at, reference=str(task), owner=task.owner_words,
        due_at=task.due_at.isoformat(), source=task.source,
    )  # fmt: skip
    tell(task, f"{task} is yours", task.owner_id, by=by, at=at)
    return task


def _share(partnership_id: UUID, by: platform.Officer) -> None:
    if partnership_id not in by.partnerships_sharing(platform.SharedKind.TASK):
        raise platform.NotYours


def _day_of_month(agreed: rows.Agreed, comes_after: Task | None) -> int:
    """A series keeps its day: what is due on the 31st goes back to the 31st after February."""
    return comes_after.day_of_month if comes_after else agreed.due_at.astimezone(LONDON).day
