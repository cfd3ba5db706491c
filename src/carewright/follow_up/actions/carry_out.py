"""What the owner of an action says of it: begun, done with evidence, or not to be done."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.follow_up import rows
from carewright.follow_up.actions.come_round import make_the_next
from carewright.follow_up.actions.reach import Refused, facts_of, in_reach, record, refuse_if, tell
from carewright.follow_up.models import Evidence, Task
from carewright.follow_up.rules.blockers import (
    blockers_to_finish,
    blockers_to_give_up,
    blockers_to_move,
)
from carewright.follow_up.rules.life_of_an_action import ActionState
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker

#: What says that an action is done, and whose account did it.
DOER: Final = ("state", "done_by", "done_by_account", "done_by_name", "done_at")


@transaction.atomic(durable=True)
def take_up_action(*, task_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Says that work on it has begun."""
    task = in_reach(Task, task_id, by=by, act=Act.CARRY_OUT_ACTION)
    refuse_if(blockers_to_move(facts_of(task), ActionState.IN_PROGRESS))
    task.state = ActionState.IN_PROGRESS.value
    task.save(update_fields=["state"])
    record("take_up_action", task, by=by, at=at)


@transaction.atomic(durable=True)
def finish_action(
    *,
    task_id: UUID,
    evidence: str,
    document: rows.GivenFile | None = None,
    by: platform.Officer,
    at: datetime,
) -> None:
    """Says that it is done, and what shows it; somebody else then closes it."""
    task = in_reach(Task, task_id, by=by, act=Act.CARRY_OUT_ACTION)
    refuse_if(blockers_to_finish(facts_of(task), evidence, document is not None))
    if evidence.strip() or document:
        _keep(task, evidence, document, by, at)
    task.state, task.done_by_id, task.done_at = ActionState.DONE.value, by.id, at
    task.done_by_account_id, task.done_by_name = by.account_id, by.name
    task.save(update_fields=DOER)
    record("finish_action", task, by=by, at=at, evidence=evidence.strip()[:500])
    tell(
        task, f"{task} is done and waits to be checked", task.created_by_id,
        task.owner_id, by=by, at=at,
    )  # fmt: skip


@transaction.atomic(durable=True)
def give_up_action(*, task_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Says that it will not be done, and why; a partner does not say so for its owner."""
    task = in_reach(Task, task_id, by=by, act=Act.CARRY_OUT_ACTION)
    if task.organisation_id != by.organisation.id:
        raise platform.NotYours
    refuse_if(blockers_to_give_up(facts_of(task), reason))
    task.state, task.settled_at = ActionState.NOT_DONE.value, at
    task.reason = reason.strip()
    task.save(update_fields=["state", "settled_at", "reason"])
    record("give_up_action", task, by=by, at=at, reason=task.reason)
    tell(
        task, f"{task} will not be done", task.created_by_id, task.owner_id,
        by=by, at=at,
    )  # fmt: skip
    make_the_next(task, by=by, at=at)


def _keep(
    task: Task, words: str, document: rows.GivenFile | None, by: platform.Officer, at: datetime
) -> None:
    Evidence.objects.create(
        task=task, text=words.strip(), document_id=_kept(document, by, at) if document else None,
        given_by_name=by.name, given_at=at,
    )  # fmt: skip


def _kept(document: rows.GivenFile, by: platform.Officer, at: datetime) -> UUID:
    try:
        return platform.keep_given(
            name=document.name, content=document.content,
            retention=platform.Retention.SEVEN_YEARS, by=by, at=at,
        ).id  # fmt: skip
    except platform.CannotKeep as refused:
        raise Refused([Blocker("document", str(refused))]) from None
