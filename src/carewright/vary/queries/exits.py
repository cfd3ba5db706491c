"""Ends of agreements with their plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from carewright.contract import api as contract
from carewright.follow_up import api as follow_up
from carewright.follow_up.api import ActionState
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright.vary import rows
from carewright.vary.models import Exit, ExitStep
from carewright.vary.rules.lives import ExitState
from carewright.vary.rules.words import PROTECTS_PEOPLE, Cause, Counted, StepKind

#: Its owner says that it is done, with what shows it; that somebody closes it may follow.
DONE = frozenset({ActionState.DONE, ActionState.CLOSED})


def exits_near(officer: platform.Officer) -> OrganisationQuerySet[Exit]:
    """The ends of the agreements that the officer may see."""
    own = Exit.objects.for_organisation(officer.organisation.id)
    return own.filter(agreement__in=contract.agreements(seen_by=officer))


def exit_plan(exit_id: UUID, *, seen_by: platform.Officer, at: datetime) -> rows.Exit:
    """One of them with its steps; a stranger's does not exist."""
    found = exits_near(seen_by).filter(pk=exit_id).first()
    if found is None:
        raise platform.NotFound("There is no such exit plan that you may see")
    return _row(found, steps_of([found], seen_by=seen_by, at=at)[found.pk])


def exits_of(
    agreement_id: UUID, *, seen_by: platform.Officer, at: datetime
) -> tuple[rows.Exit, ...]:
    """Those of one agreement, the latest first."""
    found = list(exits_near(seen_by).filter(agreement_id=agreement_id).order_by("-asked_at"))
    steps = steps_of(found, seen_by=seen_by, at=at)
    return tuple(_row(each, steps[each.pk]) for each in found)


def steps_of(
    exits: Iterable[Exit], *, seen_by: platform.Officer, at: datetime
) -> Mapping[UUID, tuple[rows.ExitStep, ...]]:
    """The steps of each plan by their moment, with how the actions stand."""
    ids = [each.pk for each in exits]
    steps = {each.task_id: each for each in ExitStep.objects.filter(exit_id__in=ids)}
    found: dict[UUID, list[rows.ExitStep]] = {each: [] for each in ids}
    if not steps:
        return {each: () for each in ids}
    for task in follow_up.actions(seen_by=seen_by, at=at).filter(pk__in=list(steps)):
        step = steps[task.pk]
        found[step.exit_id].append(_step(step, task, at))
    return {each: tuple(lines) for each, lines in found.items()}


def _step(step: ExitStep, task: Any, at: datetime) -> rows.ExitStep:
    state, kind = ActionState(task.state), StepKind(step.kind)
    return rows.ExitStep(
        kind=kind, protects=kind in PROTECTS_PEOPLE, task_id=task.pk, reference=str(task),
        action=task.action, owner=task.owner_words, due_at=task.due_at, is_done=state in DONE,
        state=state.label, is_late=task.due_at <= at and state not in DONE,
    )  # fmt: skip


def _row(found: Exit, steps: tuple[rows.ExitStep, ...]) -> rows.Exit:
    return rows.Exit(
        id=found.pk, agreement_id=found.agreement_id, state=ExitState(found.state),
        cause=Cause(found.cause), reason=found.reason, notice_given_on=found.notice_given_on,
        counted=Counted(found.counted), notice_days=found.notice_days,
        earliest_last_day=found.earliest_last_day, notice_says=found.notice_says,
        waived=found.waived, last_day=found.last_day, people_affected=found.people_affected,
        handover=found.handover, data_return=found.data_return, tupe=found.tupe,
        asked_by_account=found.asked_by_account, asked_by=found.asked_by_name,
        asked_at=found.asked_at, confirmed_by=found.confirmed_by_name,
        confirmed_at=found.confirmed_at, ended_at=found.ended_at, ended_by=found.ended_by_name,
        withdrawn_why=found.withdrawn_why, notice_why=found.notice_why,
        undo_asked_by_account=found.undo_asked_by_account,
        undo_asked_by=found.undo_asked_by_name, undo_why=found.undo_why, steps=steps,
    )  # fmt: skip
