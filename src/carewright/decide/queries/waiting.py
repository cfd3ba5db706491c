"""What waits for an officer to decide, to minute or to answer, and what waits for others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from carewright.decide import rows
from carewright.decide.models import ApprovalRequest, Step
from carewright.decide.queries.approvals import approval_row, approvals
from carewright.decide.queries.cases import case_of, last_steps, with_who_acted_first
from carewright.decide.queries.choices import may_decide_again
from carewright.decide.queries.standing_in import Person, person
from carewright.decide.rules.life_of_a_request import RequestState, StepState
from carewright.decide.rules.who_may import blockers_to_decide, blockers_to_minute, power_for
from carewright.platform import api as platform
from carewright.platform.api import Act

REQUESTED: Final = RequestState.REQUESTED.value


def waiting_for(officer: platform.Officer, *, at: datetime) -> list[rows.Waiting]:
    """What this officer is to do now, the earliest deadline first."""
    return list(desk_of(officer, at=at).mine)


def desk_of(officer: platform.Officer, *, at: datetime) -> rows.Desk:
    """What the officer is to do and what others are to do for them, by deadline."""
    me = person(officer, at=at)
    mine: list[rows.Waiting] = []
    others: list[rows.Waiting] = []
    for request in _on_the_desk_of(officer, me):
        mine += _steps_to_take(request, officer, me)
        mine += _to_decide_again(request, officer, me)
        if request.requester_id == officer.id and request.state == RequestState.RETURNED.value:
            mine.append(_waiting(approval_row(request), "Answer the questions"))
        elif request.requester_id == officer.id and request.state == REQUESTED:
            others.append(_with_others(request))
    return rows.Desk(
        mine=tuple(sorted(mine, key=_by_deadline)), others=tuple(sorted(others, key=_by_deadline))
    )


def _on_the_desk_of(officer: platform.Officer, me: Person) -> QuerySet[ApprovalRequest]:
    """What the officer asked for, and what has an open step that they might take."""
    asked = Q(requester_id=officer.id, state__in=[REQUESTED, RequestState.RETURNED.value])
    wanted = Q(roles__overlap=sorted(role.value for role in me.roles))
    if platform.may(officer, Act.RECORD_MINUTE):
        wanted |= ~Q(committee="")
    elif not platform.may(officer, Act.DECIDE_REQUEST):
        return with_who_acted_first(approvals(seen_by=officer)).filter(asked)
    theirs = Step.objects.filter(wanted, request=OuterRef("pk"), state=StepState.OPEN.value)
    back = Q(reconsideration__isnull=False, reconsideration__decided_at=None)
    again = Step.objects.filter(wanted, request=OuterRef("pk"))
    wide = with_who_acted_first(approvals(seen_by=officer))
    return wide.filter(asked | Q(Exists(theirs), state=REQUESTED) | back & Q(Exists(again)))


def _steps_to_take(
    request: ApprovalRequest, officer: platform.Officer, me: Person
) -> Iterator[rows.Waiting]:
    own = request.organisation_id == officer.organisation.id
    minutes = own and platform.may(officer, Act.RECORD_MINUTE)
    if minutes or platform.may(officer, Act.DECIDE_REQUEST, request):
        yield from _of_request(request, me, minutes=minutes)


def _of_request(request: ApprovalRequest, me: Person, *, minutes: bool) -> Iterator[rows.Waiting]:
    approval = approval_row(request)
    for step in request.steps.all():
        case = case_of(request, step, me)
        if minutes and step.committee and not blockers_to_minute(case, on_agenda=True):
            what = _to_minute(request, step.committee)
            yield _waiting(approval, what, (step.pk,))
        elif not blockers_to_decide(case) and (power := power_for(case)):
            for_whom = "" if power.own else power.holder.name
            yield _waiting(approval, "Decide", (step.pk,), for_whom)


def _to_decide_again(
    request: ApprovalRequest, officer: platform.Officer, me: Person
) -> Iterator[rows.Waiting]:
    """What members sent back, for whoever may say whether it stands or minute that."""
    said = {False: "Say whether it stands", True: "Record the minute of whether it stands"}
    for minuted, what in said.items():
        if may_decide_again(request, officer, me, minuted=minuted):
            approval = approval_row(request)
            back, last = request.reconsideration, tuple(e.pk for e in last_steps(request))
            yield rows.Waiting(approval, what, back.sent_back_at, back.due_at, last)


def _to_minute(request: ApprovalRequest, committee: str) -> str:
    if request.minutes_link:
        return f"Bring it before a meeting of {committee}"
    return f"Record the minute of {committee}"


def _with_others(request: ApprovalRequest) -> rows.Waiting:
    approval = approval_row(request)
    return _waiting(approval, "; ".join(step.who for step in approval.open_steps))


def _waiting(
    approval: rows.Approval, what: str, step_ids: tuple[UUID, ...] = (), for_whom: str = ""
) -> rows.Waiting:
    opened = [step.opened_at for step in approval.open_steps if step.opened_at]
    return rows.Waiting(
        approval=approval, what=what, since=max(opened, default=approval.asked_at),
        due_at=approval.due_at, step_ids=step_ids, standing_in_for=for_whom,
    )  # fmt: skip


def _by_deadline(waiting: rows.Waiting) -> tuple[bool, datetime]:
    """What has no deadline comes last, the oldest first."""
    return waiting.due_at is None, waiting.due_at or waiting.since
