"""Changes of an action that is still to do: its date, and who answers for it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.follow_up.actions.reach import (
    active_colleague,
    facts_of,
    in_reach,
    record,
    refuse_if,
    tell,
)
from carewright.follow_up.models import DueChange, Task
from carewright.follow_up.rules.blockers import blockers_to_hand_over, blockers_to_move_date
from carewright.platform import api as platform
from carewright.platform.api import Act


@transaction.atomic(durable=True)
def move_due_date(
    *, task_id: UUID, due_at: datetime, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Gives it another moment; the old one and the reason are kept."""
    task = in_reach(Task, task_id, by=by, act=Act.KEEP_ACTIONS)
    was = task.due_at
    refuse_if(blockers_to_move_date(facts_of(task), due_at=was, new_due_at=due_at, reason=reason))
    DueChange.objects.create(
        task=task, was_due_at=was, due_at=due_at, reason=reason.strip(),
        changed_by_name=by.name, changed_at=at,
    )  # fmt: skip
    task.due_at = due_at
    task.save(update_fields=["due_at"])
    record(
        "move_due_date", task, by=by, at=at, reason=reason.strip(), was=was.isoformat(),
        due_at=due_at.isoformat(),
    )  # fmt: skip
    tell(task, f"{task} has another date", task.owner_id, by=by, at=at)


@transaction.atomic(durable=True)
def hand_over_action(
    *,
    task_id: UUID,
    owner_id: UUID | None,
    owner_words: str,
    reason: str,
    by: platform.Officer,
    at: datetime,
) -> None:
    """Makes another officer, or a team, answer for it."""
    task = in_reach(Task, task_id, by=by, act=Act.KEEP_ACTIONS)
    refuse_if(blockers_to_hand_over(facts_of(task), owner_words, reason))
    if owner_id:
        active_colleague(owner_id, by=by, at=at)
    was, before = task.owner_words, task.owner_id
    task.owner_id, task.owner_words = owner_id, owner_words.strip()
    task.save(update_fields=["owner", "owner_words"])
    record(
        "hand_over_action", task, by=by, at=at, reason=reason.strip(), was=was,
        owner=task.owner_words,
    )  # fmt: skip
    tell(task, f"{task} is yours", owner_id, by=by, at=at)
    tell(task, f"{task} is another's now", before, by=by, at=at)
