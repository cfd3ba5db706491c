"""What one officer can do with one request now, and where not, why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright.decide import rows
from carewright.decide.models import ApprovalRequest
from carewright.decide.queries.approvals import approval_row, approvals
from carewright.decide.queries.cases import (
    case_of,
    last_case_of,
    sent_back,
    urgent_case_of,
    with_who_acted_first,
)
from carewright.decide.queries.standing_in import Person, person
from carewright.decide.rules.decided_acts import DecidedAct
from carewright.decide.rules.life_of_a_request import ENDED, RequestState, StepState
from carewright.decide.rules.reconsidering import blockers_to_decide_again
from carewright.decide.rules.who_may import (
    Power,
    blockers_to_act_urgently,
    blockers_to_decide,
    blockers_to_minute,
    power_for,
)
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


@dataclass(frozen=True, slots=True)
class Choices:
    """The steps that the officer may take now and what else is open to them."""

    decide: tuple[tuple[UUID, Power], ...] = ()
    minute: tuple[UUID, ...] = ()  # on the form of this stage, or at the meeting that has it
    blockers: tuple[Blocker, ...] = ()  # why none of the open steps is the officer's
    answer: bool = False
    withdraw: bool = False
    act_now: bool = False
    decide_again: bool = False
    minute_again: bool = False


def choices_at(request_id: UUID, *, seen_by: platform.Officer, at: datetime) -> Choices:
    """What the officer can do; the same rules refuse the act itself."""
    return approval_and_choices(request_id, seen_by=seen_by, at=at)[1]


def approval_and_choices(
    request_id: UUID, *, seen_by: platform.Officer, at: datetime
) -> tuple[rows.Approval, Choices]:
    """One request, and what the officer can do with it."""
    request = with_who_acted_first(approvals(seen_by=seen_by)).filter(pk=request_id).first()
    if request is None:
        raise platform.NotFound("There is no such request that you may see")
    return approval_row(request), _choices(request, seen_by, at)


def _choices(request: ApprovalRequest, seen_by: platform.Officer, at: datetime) -> Choices:
    if not platform.may(seen_by, Act.DECIDE_REQUEST, request) and not _own(request, seen_by):
        return Choices()
    me = person(seen_by, at=at)
    decide, minute, blockers = [], [], []
    for step in sorted(request.steps.all(), key=lambda step: (step.stage, step.place)):
        case = case_of(request, step, me)
        if step.state != StepState.OPEN.value:
            continue
        against = blockers_to_decide(case)
        if step.committee:
            against_minute = blockers_to_minute(case, on_agenda=True)
            if platform.may(seen_by, Act.RECORD_MINUTE, request) and not against_minute:
                minute.append(step.pk)
        elif not against and (power := power_for(case)):
            decide.append((step.pk, power))
        blockers += against
    mine = request.requester_account_id in {me.self.account_id, *me.self.covers}
    urgent = urgent_case_of(request, me)
    act_now = not blockers_to_act_urgently(urgent, DecidedAct(request.act))
    return Choices(
        decide=tuple(decide), minute=tuple(minute),
        blockers=() if decide or minute else tuple(dict.fromkeys(blockers)),
        answer=mine and _own(request, seen_by) and request.state == RequestState.RETURNED.value,
        withdraw=mine and _own(request, seen_by) and RequestState(request.state) not in ENDED,
        act_now=act_now and platform.may(seen_by, Act.USE_URGENT_POWER, request),
        decide_again=may_decide_again(request, seen_by, me, minuted=False),
        minute_again=may_decide_again(request, seen_by, me, minuted=True),
    )  # fmt: skip


def may_decide_again(
    request: ApprovalRequest, officer: platform.Officer, me: Person, *, minuted: bool
) -> bool:
    """Whether the officer may say if what came back stands, or record what a committee said."""
    act = Act.RECORD_MINUTE if minuted else Act.DECIDE_REQUEST
    if not platform.may(officer, act, request):
        return False
    back = sent_back(request)
    if back is None:
        return False
    return not blockers_to_decide_again(last_case_of(request, me), back, minuted=minuted)


def _own(request: ApprovalRequest, officer: platform.Officer) -> bool:
    """Whether the officer's own organisation asked; a partner only ever decides."""
    return request.organisation_id == officer.organisation.id
