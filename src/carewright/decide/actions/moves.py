"""Moves a request and its steps; nothing else sets their states."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from carewright.decide.models import ApprovalRequest, Step, UrgentUse
from carewright.decide.rules.due import due_at
from carewright.decide.rules.life_of_a_request import (
    ENDED,
    Outcome,
    RequestState,
    StepState,
    may_move,
    may_step,
)
from carewright.platform import api as platform
from carewright.ui.formats import in_london


class CannotMove(Exception):
    """The request is in a state from which it cannot go there; the text says so."""


def move(request: ApprovalRequest, to: RequestState, at: datetime) -> None:
    """Brings a request into another state; when it ends, so do the steps not taken."""
    start = RequestState(request.state)
    if not may_move(start, to):
        raise CannotMove(f"The request is not open: {start.label.lower()}.")
    request.state = to.value
    if to in ENDED:
        request.ended_at = at
        for step in request.steps.filter(state__in=[StepState.WAITING, StepState.OPEN]):
            move_step(step, StepState.NOT_NEEDED, at)
    days = request.line.scrutiny_after
    if to is RequestState.APPROVED and days:
        area_code = request.organisation.area_code
        request.carry_out_from = due_at(in_london(at).date(), days, area_code)
    request.save(update_fields=["state", "ended_at", "carry_out_from"])
    if to is RequestState.APPROVED:
        _approve_what_was_done(request, at)


def _approve_what_was_done(request: ApprovalRequest, at: datetime) -> None:
    """Ends what somebody did first: by this request, or by one about the same that came to nothing.

    Whoever takes the last step may be a partner; what was done is its owner's.
    """
    ended = [state.value for state in ENDED]
    same = Q(
        request__subject_kind=request.subject_kind, request__subject_id=request.subject_id,
        request__organisation=request.organisation_id, request__state__in=ended,
    )  # fmt: skip
    with platform.acting_for(request.organisation_id):
        UrgentUse.objects.filter(same, approved_at=None).update(approved_at=at)


def move_step(step: Step, to: StepState, at: datetime) -> None:
    """Brings one step into another state."""
    if not may_step(StepState(step.state), to):
        raise CannotMove(f"This step is not open: {StepState(step.state).label.lower()}.")
    step.state = to.value
    if to is StepState.OPEN:
        step.opened_at = at
        step.due_at = _due_at(step, at)
    else:
        step.ended_at = at
    step.save(update_fields=["state", "opened_at", "due_at", "ended_at"])


def _due_at(step: Step, at: datetime) -> datetime | None:
    """By when the step should be taken; one that waits for members' days counts from their end."""
    request = step.request
    days = request.line.days_to_decide
    if days is None:
        return None
    last = not request.steps.filter(stage__gt=step.stage).exists()
    begins = max(at, request.decide_from) if last and request.decide_from else at
    return due_at(in_london(begins).date(), days, request.organisation.area_code)


def open_next_stage(request: ApprovalRequest, at: datetime) -> bool:
    """Opens the steps whose turn has come; says whether there were any."""
    waiting = request.steps.filter(state=StepState.WAITING).order_by("stage", "place")
    first = waiting.first()
    if first is None:
        return False
    for step in waiting.filter(stage=first.stage):
        step.request = request
        move_step(step, StepState.OPEN, at)
    return True


def carry_on(step: Step, outcome: Outcome, at: datetime) -> None:
    """What follows for the request from what was said at one of its steps."""
    request = step.request
    if outcome is Outcome.DECLINE:
        move_step(step, StepState.DECLINED, at)
        move(request, RequestState.DECLINED, at)
    elif outcome is Outcome.RETURN:
        move(request, RequestState.RETURNED, at)
    elif _all_have_spoken(step):
        move_step(step, StepState.APPROVED, at)
        _next_stage_or_end(request, at)


def _all_have_spoken(step: Step) -> bool:
    return step.said.filter(outcome=Outcome.APPROVE).count() >= step.persons


def _next_stage_or_end(request: ApprovalRequest, at: datetime) -> None:
    if request.steps.filter(state=StepState.OPEN).exists():
        return
    if not open_next_stage(request, at):
        move(request, RequestState.APPROVED, at)
