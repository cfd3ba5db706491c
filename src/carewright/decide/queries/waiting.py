"""What waits for an officer to decide, to minute or to answer, and what waits for others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from carewright.decide import rows
from carewright.decide.models import ApprovalRequest
from carewright.decide.queries.approvals import approval_row, approvals
from carewright.decide.queries.cases import case_of, with_who_acted_first
from carewright.decide.queries.standing_in import Person, person
from carewright.decide.rules.life_of_a_request import RequestState, StepState
from carewright.decide.rules.who_may import blockers_to_decide, blockers_to_minute, power_for
from carewright.platform import api as platform
from carewright.platform.api import Act


def waiting_for(officer: platform.Officer, *, at: datetime) -> list[rows.Waiting]:
    """What this officer is to do now, the earliest deadline first."""
    me = person(officer, at=at)
    found = [*_steps_to_take(officer, me), *_questions_to_answer(officer)]
    return sorted(found, key=_by_deadline)


def waiting_for_others(officer: platform.Officer) -> list[rows.Waiting]:
    """What this officer asked for and somebody else has to decide."""
    asked = approvals(seen_by=officer).filter(
        requester_id=officer.id, state=RequestState.REQUESTED.value
    )
    return sorted(map(_with_others, asked), key=_by_deadline)


def _steps_to_take(officer: platform.Officer, me: Person) -> Iterator[rows.Waiting]:
    minutes = platform.may(officer, Act.RECORD_MINUTE)
    if not minutes and not platform.may(officer, Act.DECIDE_REQUEST):
        return
    wanted = Q(steps__roles__overlap=sorted(role.value for role in me.roles))
    if minutes:
        wanted |= ~Q(steps__committee="")
    open_ones = with_who_acted_first(approvals(seen_by=officer)).filter(
        wanted, state=RequestState.REQUESTED.value, steps__state=StepState.OPEN.value
    )
    for request in open_ones.distinct():
        own = request.organisation_id == officer.organisation.id
        if platform.may(officer, Act.DECIDE_REQUEST, request) or (minutes and own):
            yield from _of_request(request, me, minutes=minutes and own)


def _of_request(request: ApprovalRequest, me: Person, *, minutes: bool) -> Iterator[rows.Waiting]:
    approval = approval_row(request)
    for step in request.steps.all():
        case = case_of(request, step, me)
        if minutes and step.committee and not blockers_to_minute(case, on_agenda=True):
            what = _to_minute(request, step.committee)
            yield _waiting(approval, what, step.pk)
        elif not blockers_to_decide(case) and (power := power_for(case)):
            for_whom = "" if power.own else power.holder.name
            yield _waiting(approval, "Decide", step.pk, for_whom)


def _to_minute(request: ApprovalRequest, committee: str) -> str:
    if request.minutes_link:
        return f"Bring it before a meeting of {committee}"
    return f"Record the minute of {committee}"


def _questions_to_answer(officer: platform.Officer) -> Iterator[rows.Waiting]:
    returned = approvals(seen_by=officer).filter(
        requester_id=officer.id, state=RequestState.RETURNED.value
    )
    for request in returned:
        yield _waiting(approval_row(request), "Answer the questions")


def _with_others(request: ApprovalRequest) -> rows.Waiting:
    approval = approval_row(request)
    return _waiting(approval, "; ".join(step.who for step in approval.open_steps))


def _waiting(
    approval: rows.Approval, what: str, step_id: object = None, for_whom: str = ""
) -> rows.Waiting:
    opened = [step.opened_at for step in approval.open_steps if step.opened_at]
    return rows.Waiting(
        approval=approval, what=what, since=max(opened, default=approval.asked_at),
        due_at=approval.due_at, step_id=step_id, standing_in_for=for_whom,  # type: ignore[arg-type]
    )  # fmt: skip


def _by_deadline(waiting: rows.Waiting) -> tuple[bool, datetime]:
    """What has no deadline comes last, the oldest first."""
    return waiting.due_at is None, waiting.due_at or waiting.since
