"""One person before one step: what the rules need to know of both, on a day."""

from __future__ import annotations

from datetime import datetime

from carewright.decide.models import ApprovalRequest, Step
from carewright.decide.rules.life_of_a_request import Outcome, RequestState, StepState
from carewright.decide.rules.who_may import Case, Holder
from carewright.platform import api as platform
from carewright.ui.formats import in_london


def case_of(request: ApprovalRequest, step: Step, *, by: platform.Officer, at: datetime) -> Case:
    """The case, with the roles as they are held on the day and not as the page remembers them."""
    day = in_london(at).date()
    said = [each for each in request.said.all() if _spends(each.outcome, each.committee)]
    return Case(
        person=_holder(platform.officer(by.id, on=day)),
        stands_in_for=(),
        requester_account_id=request.requester_account_id,
        covers_of_requester=frozenset(),
        spent=frozenset(each.account_id for each in said)
        | frozenset(each.power_account_id for each in said),
        acted_urgently=frozenset(),
        state=RequestState(request.state),
        step_state=StepState(step.state),
        roles=frozenset(platform.Role(code) for code in step.roles),
        committee=step.committee,
        held=tuple(hold.reason for hold in request.holds.all() if hold.released_at is None),
    )


def _holder(officer: platform.Officer) -> Holder:
    return Holder(officer.account_id, officer.name, officer.roles)


def _spends(outcome: str, committee: str) -> bool:
    """Whether somebody's own power went into what was said; a minute spends nobody's."""
    return outcome == Outcome.APPROVE.value and not committee
