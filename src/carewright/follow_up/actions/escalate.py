"""Takes overdue actions up the escalation path, each step once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.follow_up.actions.reach import record, tell
from carewright.follow_up.models import Escalation, Task
from carewright.follow_up.rules.escalating import Step, nation_of, steps_reached
from carewright.follow_up.rules.life_of_an_action import STILL_TO_DO
from carewright.notify.api import NewsKind
from carewright.platform import api as platform
from carewright.platform.api import Act

#: Before the path itself comes whoever answers for the action, or asked for it.
OWN_LEVEL: Final = 0
OWN_WORKING_DAYS: Final = 1

Path = Callable[[UUID], Sequence[Step]]


@transaction.atomic(durable=True)
def escalate_overdue(
    *, organisation: platform.Organisation, path: Path, by: platform.Operator, at: datetime
) -> int:
    """Tells the next people on the path of every overdue action; how many steps were taken."""
    platform.require(by, Act.ESCALATE_ACTIONS)
    overdue = Task.objects.for_organisation(organisation.id).filter(
        due_at__lte=at, state__in=[state.value for state in STILL_TO_DO]
    )
    tasks = list(overdue.select_for_update(of=("self",), skip_locked=True).order_by("number"))
    steps = path(organisation.id) if tasks else ()
    nation = nation_of(organisation.area_code)
    return sum(
        _take(task, step, by=by, at=at)
        for task in tasks
        for step in steps_reached(_from_the_owner(task, steps), task.due_at, at=at, nation=nation)
    )


def _from_the_owner(task: Task, steps: Sequence[Step]) -> list[Step]:
    """The path of one action: whoever answers for it has a working day before anybody above."""
    first = task.owner_id or task.created_by_id
    own = [Step(OWN_LEVEL, first, OWN_WORKING_DAYS)] if first else []
    return [*own, *(step for step in steps if step.officer_id != first)]


def _take(task: Task, step: Step, *, by: platform.Operator, at: datetime) -> int:
    _, is_new = Escalation.objects.get_or_create(
        task=task, level=step.level, due_at=task.due_at,
        defaults={"officer_id": step.officer_id, "escalated_at": at},
    )  # fmt: skip
    if not is_new:
        return 0
    record(
        Act.ESCALATE_ACTIONS, task, by=by, at=at, level=step.level,
        officer=str(step.officer_id), due_at=task.due_at.isoformat(),
    )  # fmt: skip
    tell(
        task, f"{task} is overdue", step.officer_id, task.owner_id,
        kind=NewsKind.OVERDUE, by=by, at=at,
    )  # fmt: skip
    return 1
