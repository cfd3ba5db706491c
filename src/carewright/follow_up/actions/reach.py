"""Finds what an action is about, locked, and only within the actor's reach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Max, QuerySet
from django.urls import reverse

from carewright.follow_up.models import Plan, PlanImport, Review, Task
from carewright.follow_up.rules.blockers import ActionFacts
from carewright.follow_up.rules.life_of_an_action import ActionState
from carewright.notify import api as notify
from carewright.notify.api import NewsKind
from carewright.platform import api as platform
from carewright.platform.api import Blocker
from carewright.ui.formats import in_london

Kept = TypeVar("Kept", Plan, PlanImport, Review, Task)


class Refused(platform.Blocked):
    """Something stands in the way, with each reason and the question that it is about."""


def in_reach(model: type[Kept], wanted: UUID, *, by: platform.Officer, act: platform.Act) -> Kept:
    """One row, locked for this transaction; a stranger's does not exist.

    A partner's action is in reach where it is shared far enough for the act.
    """
    platform.require(by, act)
    found = _near(model, by).select_for_update(of=("self",)).filter(pk=wanted).first()
    if found is None:
        raise platform.NotYours
    platform.require(by, act, found)
    return found


def _near(model: type[Kept], by: platform.Officer) -> QuerySet[Kept]:
    if model is Task:
        return Task.objects.within_reach_of(by, platform.SharedKind.TASK)  # type: ignore[return-value]
    return model._default_manager.filter(organisation_id=by.organisation.id)


def facts_of(task: Task) -> ActionFacts:
    """What the rules need to know."""
    return ActionFacts(
        state=ActionState(task.state),
        evidence=task.evidence.count(),
    )


def refuse_if(blockers: Sequence[Blocker]) -> None:
    """Lets nothing pass that has a reason against it."""
    if blockers:
        raise Refused(blockers)


def next_number(organisation_id: UUID) -> int:
    """The number of the organisation's next action; nobody else gets it meanwhile."""
    platform.wait_ones_turn("follow_up.number", organisation_id)
    among = Task.objects.for_organisation(organisation_id)
    return 1 + (among.aggregate(last=Max("number"))["last"] or 0)


def active_colleague(officer_id: UUID, *, by: platform.Officer, at: datetime) -> platform.Officer:
    """An officer of one's own organisation who works there now."""
    try:
        found = platform.officer(officer_id, on=in_london(at).date())
    except platform.NotFound:
        raise platform.NotYours from None
    if found.organisation.id != by.organisation.id:
        raise platform.NotYours
    return found


def record(
    act: str,
    task: Task,
    *,
    by: platform.Actor,
    at: datetime,
    reason: str = "",
    **facts: object,
) -> None:
    """Writes down what was done with an action, for a partner that did it too."""
    own = by.organisation.id if isinstance(by, platform.Officer) else task.organisation_id
    for organisation_id in {task.organisation_id, own}:
        with platform.acting_for(organisation_id):
            platform.audit.record(
                act, "task", task.pk, by=by, at=at, organisation_id=organisation_id,
                reason=reason, **facts,
            )  # fmt: skip


def tell(
    task: Task,
    title: str,
    *officer_ids: UUID | None,
    kind: NewsKind = NewsKind.FOLLOW_UP,
    by: platform.Actor,
    at: datetime,
) -> None:
    """Tells officers of a turn; the title holds the reference only, as it goes into mails."""
    with platform.acting_for(task.organisation_id):
        notify.tell(
            officer_ids=[each for each in officer_ids if each and _works_here(task, each, at)],
            kind=kind, subject_kind="task", subject_id=task.pk, title=title,
            link=reverse("follow_up:action", args=[task.pk]),
            organisation_id=task.organisation_id, by=by, at=at,
        )  # fmt: skip


def _works_here(task: Task, officer_id: UUID, at: datetime) -> bool:
    """Whether the officer is of the action's own organisation, as a partner's may not be told."""
    if task.partnership_id is None:
        return True
    try:
        found = platform.officer(officer_id, on=in_london(at).date())
    except platform.NotFound:
        return False
    return found.organisation.id == task.organisation_id
