"""Findings that return: proposed by likeness, counted once a person has confirmed it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from carewright.follow_up import rows
from carewright.follow_up.models import Task
from carewright.follow_up.rules.life_of_an_action import ActionState
from carewright.follow_up.rules.likeness import Finding, most_like
from carewright.follow_up.rules.sources import Source
from carewright.platform import api as platform

#: So many earlier findings are compared, the latest first; so many new ones are looked at.
MOST_COMPARED: Final = 2_000
MOST_LOOKED_AT: Final = 30


def selves_of(first_id: UUID, *, seen_by: platform.Officer) -> list[rows.LikeFinding]:
    """Every time that one finding was made, the first one first."""
    own = Task.objects.for_organisation(seen_by.organisation.id)
    found = own.filter(Q(pk=first_id) | Q(first_self_id=first_id)).order_by("created_at", "number")
    return [_like(task, 100) for task in found]


def earlier_selves(task_id: UUID, *, seen_by: platform.Officer) -> list[rows.LikeFinding]:
    """Earlier findings that may be this one come back, for a person to say."""
    own = Task.objects.for_organisation(seen_by.organisation.id)
    task = own.filter(pk=task_id).first()
    return [] if task is None else _proposed(task, _earlier(own))


def proposed_returns(
    *, seen_by: platform.Officer
) -> list[tuple[rows.LikeFinding, list[rows.LikeFinding]]]:
    """The latest findings that may have been made before, each with its earlier selves."""
    own = Task.objects.for_organisation(seen_by.organisation.id)
    latest = own.filter(first_self=None, comes_after=None).order_by("-created_at", "-number")
    earlier = _earlier(own)
    looked_at = latest.prefetch_related("compared")[:MOST_LOOKED_AT]
    found = ((task, _proposed(task, earlier)) for task in looked_at)
    return [(_like(task, 100), alike) for task, alike in found if alike]


def returning(*, seen_by: platform.Officer) -> list[rows.Returning]:
    """Findings that have come back, the most persistent first."""
    own = Task.objects.for_organisation(seen_by.organisation.id)
    found: dict[UUID, list[Task]] = {}
    for task in own.filter(first_self__isnull=False).select_related("first_self"):
        found.setdefault(task.first_self_id or task.pk, []).append(task)
    rows_found = [_returning(tasks) for tasks in found.values()]
    return sorted(rows_found, key=lambda each: (-each.came_back, each.first_made_at))


def _returning(tasks: list[Task]) -> rows.Returning:
    first = tasks[0].first_self or tasks[0]
    selves = [first, *tasks]
    return rows.Returning(
        first_id=first.pk, finding=first.finding, first_made_at=first.created_at,
        came_back=len(tasks), last_made_at=max(task.created_at for task in tasks),
        open=sum(task.state in ("open", "in_progress", "done") for task in selves),
        themes=tuple(sorted({theme for task in selves for theme in task.themes})),
    )  # fmt: skip


def _earlier(own: QuerySet[Task]) -> list[Task]:
    """Findings that may have returned: not the rounds of a series, which return by rule."""
    return list(own.filter(comes_after=None).order_by("-created_at")[:MOST_COMPARED])


def _proposed(task: Task, among: list[Task]) -> list[rows.LikeFinding]:
    if task.first_self_id or task.comes_after_id or _is_beneath_another(task, among):
        return []
    apart = {each.earlier_id for each in task.compared.all()}
    # Rows of one plan stand beside each other; none of them is another come back.
    earlier = {
        each.pk: each
        for each in among
        if each.created_at < task.created_at
        and each.pk not in apart
        and (task.plan_id is None or each.plan_id != task.plan_id)
    }
    alike = most_like(_finding(task), map(_finding, earlier.values()))
    return [_like(earlier[which], degree) for which, degree in alike]


def _is_beneath_another(task: Task, among: list[Task]) -> bool:
    """A finding with several actions is compared once, with the first of them."""
    return task.plan_id is not None and any(
        each.plan_id == task.plan_id and each.finding == task.finding and each.number < task.number
        for each in among
    )


def _finding(task: Task) -> Finding:
    return Finding(task.pk, task.finding, task.source, task.reference)


def _like(task: Task, degree: int) -> rows.LikeFinding:
    return rows.LikeFinding(
        task.pk, str(task), task.finding, Source(task.source), task.reference, task.created_at,
        ActionState(task.state), degree,
    )  # fmt: skip
