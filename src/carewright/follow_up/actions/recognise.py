"""What a person says of two findings that are alike: the same come back, or not."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from carewright.follow_up.actions.reach import in_reach, record, refuse_if
from carewright.follow_up.models import ComparedFindings, Task
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


@transaction.atomic(durable=True)
def confirm_return(*, task_id: UUID, earlier_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Says that a finding is an earlier one come back; all its selves count from the first."""
    task, earlier = _both(task_id, earlier_id, by)
    one, other = (each.first_self or each for each in (earlier, task))
    if one.pk == other.pk:
        return
    first, later = sorted((one, other), key=lambda each: (each.created_at, each.number))
    selves = Task.objects.for_organisation(by.organisation.id)
    selves.filter(Q(pk=later.pk) | Q(first_self=later)).update(first_self=first)
    record(
        "confirm_return", task, by=by, at=at, earlier=str(earlier), first=str(first),
        came_back=first.returns.count(),
    )  # fmt: skip


@transaction.atomic(durable=True)
def tell_apart(*, task_id: UUID, earlier_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Says that two findings are not the same, so that they are not proposed again."""
    task, earlier = _both(task_id, earlier_id, by)
    ComparedFindings.objects.get_or_create(
        task=task, earlier=earlier, defaults={"said_by_name": by.name, "said_at": at}
    )
    record("tell_apart", task, by=by, at=at, earlier=str(earlier))


def _both(task_id: UUID, earlier_id: UUID, by: platform.Officer) -> tuple[Task, Task]:
    """Both, locked in one order, so that two people never wait for each other."""
    if task_id == earlier_id:
        refuse_if([Blocker("earlier", "A finding is not its own earlier self")])
    found = {
        each: in_reach(Task, each, by=by, act=Act.KEEP_ACTIONS)
        for each in sorted((task_id, earlier_id))
    }
    task, earlier = found[task_id], found[earlier_id]
    if earlier.created_at > task.created_at:
        refuse_if([Blocker("earlier", "The earlier finding is the later one of the two")])
    return task, earlier
