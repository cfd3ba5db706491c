"""What somebody else says of an action that its owner calls done, or that has been overtaken."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.follow_up.actions.carry_out import DOER
from carewright.follow_up.actions.come_round import make_the_next
from carewright.follow_up.actions.reach import facts_of, in_reach, record, refuse_if, tell
from carewright.follow_up.models import Task
from carewright.follow_up.rules.blockers import (
    blockers_to_close,
    blockers_to_send_back,
    blockers_to_supersede,
)
from carewright.follow_up.rules.life_of_an_action import ActionState
from carewright.platform import api as platform
from carewright.platform.api import Act


@transaction.atomic(durable=True)
def close_action(*, task_id: UUID, by: platform.Officer, at: datetime) -> UUID | None:
    """Settles it: the evidence shows that it is done. The id of the next one of its series."""
    task = in_reach(Task, task_id, by=by, act=Act.CLOSE_ACTION)
    did_it = platform.is_same_person(by, task.done_by_account_id)
    refuse_if(blockers_to_close(facts_of(task), did_it=did_it))
    task.state, task.closed_by_id, task.settled_at = ActionState.CLOSED.value, by.id, at
    task.save(update_fields=["state", "closed_by", "settled_at"])
    record(Act.CLOSE_ACTION, task, by=by, at=at, evidence=task.evidence.count())
    tell(task, f"{task} is closed", task.owner_id, task.done_by_id, by=by, at=at)
    following = make_the_next(task, by=by, at=at)
    return following.pk if following else None


@transaction.atomic(durable=True)
def send_back_action(*, task_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Says that the evidence does not show it, and what is missing."""
    task = in_reach(Task, task_id, by=by, act=Act.CLOSE_ACTION)
    refuse_if(blockers_to_send_back(facts_of(task), reason))
    told = (task.owner_id, task.done_by_id)
    task.state, task.done_by, task.done_at = ActionState.IN_PROGRESS.value, None, None
    task.done_by_account, task.done_by_name = None, ""
    task.save(update_fields=DOER)
    record("send_back_action", task, by=by, at=at, reason=reason.strip())
    tell(task, f"{task} needs more before it can close", *told, by=by, at=at)


@transaction.atomic(durable=True)
def supersede_action(*, task_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Says that something else has taken its place, and what."""
    task = in_reach(Task, task_id, by=by, act=Act.KEEP_ACTIONS)
    refuse_if(blockers_to_supersede(facts_of(task), reason))
    task.state, task.settled_at = ActionState.SUPERSEDED.value, at
    task.reason = reason.strip()
    task.save(update_fields=["state", "settled_at", "reason"])
    record("supersede_action", task, by=by, at=at, reason=task.reason)
    tell(task, f"{task} is overtaken", task.owner_id, by=by, at=at)
