"""Approves, declines or sends back what waits at one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.decide.actions.moves import carry_on
from carewright.decide.actions.news import tell_deciders, tell_requester, write_down
from carewright.decide.actions.subjects import step_in_reach
from carewright.decide.models import ApprovalRequest, Step, StepDecision
from carewright.decide.queries.cases import case_of
from carewright.decide.queries.standing_in import person
from carewright.decide.rules.life_of_a_request import Outcome, RequestState
from carewright.decide.rules.who_may import Case, Power, blockers_to_decide, power_for
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker

NO_REASON = {
    Outcome.DECLINE: Blocker("", "Say why you decline it"),
    Outcome.RETURN: Blocker("", "Say what you need to know"),
}
#: The database holds what the rules say, should they ever be asked the wrong question.
ANOTHER_PERSON: Final = Blocker("", "Another person has to decide this.")


class CannotDecide(platform.Blocked):
    """The person cannot decide the step now; each blocker says why."""

    between = " "


@transaction.atomic(durable=True)
def decide_step(
    *,
    step_id: UUID,
    outcome: Outcome,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Says what one person decides at a step, and what follows from it for the request."""
    step = step_in_reach(step_id, by=by, act=Act.DECIDE_REQUEST)
    if platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at).done:
        return
    reason = reason.strip()
    case = _whoever_signs_in(case_of(step.request, step, person(by, at=at)), by)
    blockers, power = blockers_to_decide(case), power_for(case)
    if not reason and outcome in NO_REASON:
        blockers.append(NO_REASON[outcome])
    if blockers or power is None:
        raise CannotDecide(blockers)
    _write(step, outcome, reason, power, by, at)
    carry_on(step, outcome, at)
    write_down(
        Act.DECIDE_REQUEST, step.request, by=by, at=at, reason=reason, outcome=outcome.value,
        step=str(step.pk), role=power.role.value,
        stands_in_for="" if power.own else power.holder.name, scheme_row=str(step.request.line_id),
    )  # fmt: skip
    spread(step.request, by=by, at=at)


def _whoever_signs_in(case: Case, by: platform.Officer) -> Case:
    """The case with every account of those who asked, wrote, approved or acted already."""
    authors, spent, acted = platform.each_with_the_same_people(
        (case.askers, case.spent, case.acted_urgently), organisation_id=by.organisation.id
    )
    return replace(case, authors=authors, spent=spent, acted_urgently=acted)


def _write(
    step: Step, outcome: Outcome, reason: str, power: Power, by: platform.Officer, at: datetime
) -> None:
    try:
        with transaction.atomic():
            StepDecision.objects.create(
                request=step.request, step=step, outcome=outcome.value, reason=reason,
                requester_account_id=step.request.requester_account_id, officer_id=by.id,
                account_id=by.account_id, name=by.name, role=power.role.value,
                power_account_id=power.holder.account_id, power_name=power.holder.name,
                decided_at=at,
            )  # fmt: skip
    except IntegrityError:
        raise CannotDecide([ANOTHER_PERSON]) from None


def spread(request: ApprovalRequest, *, by: platform.Officer, at: datetime) -> None:
    """Tells whoever comes next, or whoever asked, in the organisation that asked."""
    state = RequestState(request.state)
    with platform.acting_for(request.organisation_id):
        if state is RequestState.REQUESTED:
            tell_deciders(request, by=by, at=at)
        else:
            tell_requester(request, state.label, by=by, at=at)
