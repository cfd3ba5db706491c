"""One person before one step: what the rules need to know of both, on a day."""

from __future__ import annotations

from dataclasses import replace

from carewright.decide.models import ApprovalRequest, Step, StepDecision
from carewright.decide.queries.schemes import line_row
from carewright.decide.queries.standing_in import Person
from carewright.decide.rules.life_of_a_request import Outcome, RequestState, StepState
from carewright.decide.rules.who_may import Case
from carewright.platform import api as platform


def case_of(request: ApprovalRequest, step: Step, person: Person) -> Case:
    """The person before a step of the request."""
    return replace(
        _case(request, person),
        step_state=StepState(step.state),
        roles=frozenset(platform.Role(code) for code in step.roles),
        committee=step.committee,
    )


def urgent_case_of(request: ApprovalRequest, person: Person) -> Case:
    """The person before the power to act first that the scheme's row gives."""
    return replace(_case(request, person), roles=line_row(request.line).urgent_roles)


def _case(request: ApprovalRequest, person: Person) -> Case:
    said = [each for each in request.said.all() if _spends(each)]
    use = getattr(request, "urgent_use", None)
    return Case(
        person=person.self,
        stands_in_for=person.stands_in_for,
        requester_account_id=request.requester_account_id,
        authors=frozenset(request.author_account_ids),
        spent=frozenset(i for each in said for i in (each.account_id, each.power_account_id)),
        acted_urgently=frozenset({use.account_id, use.power_account_id} if use else ()),
        state=RequestState(request.state),
        step_state=StepState.WAITING,
        held=tuple(hold.reason for hold in request.holds.all() if hold.released_at is None),
    )


def _spends(each: StepDecision) -> bool:
    """Whether somebody's own power went into what was said; a minute spends nobody's."""
    return each.outcome == Outcome.APPROVE.value and not each.committee
