"""One person before one step: what the rules need to know of both, on a day."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models

from carewright.decide.models import ApprovalRequest, Reconsideration, Step, StepDecision
from carewright.decide.queries.schemes import line_row
from carewright.decide.queries.standing_in import Person
from carewright.decide.rules.days_for_scrutiny import Days
from carewright.decide.rules.life_of_a_request import Outcome, RequestState, StepState
from carewright.decide.rules.reconsidering import SentBack, Verdict
from carewright.decide.rules.who_may import Case
from carewright.platform import api as platform

#: As the model declares it, so that the types know it of every request.
ACTED_FIRST: Final = "acted_first"
Requests = platform.OrganisationQuerySet[ApprovalRequest]


def with_who_acted_first(requests: Requests) -> Requests:
    """The requests, each with the accounts that acted on its subject and stand unapproved.

    The database looks at every request about the same subject, so that asking anew, or deciding
    from a partner's office, does not make anybody a stranger to what they did.
    """
    accounts = ArrayField(models.UUIDField())
    asked = models.Func(models.F("pk"), function="decide_acted_first", output_field=accounts)
    return requests.annotate(**{ACTED_FIRST: asked})


def case_of(request: ApprovalRequest, step: Step, person: Person) -> Case:
    """The person before a step of the request."""
    return replace(
        _case(request, person),
        step_state=StepState(step.state),
        roles=frozenset(platform.Role(code) for code in step.roles),
        committee=step.committee,
        members_look_until=days_of(request).before(person.at) if _is_last(request, step) else None,
    )


def days_of(request: ApprovalRequest) -> Days:
    """The days that members have; what was done by an urgent power waits for none.

    What they called in and sent back they call in no more, so their days after it are over.
    """
    spared = request.spared_at is not None or hasattr(request, "urgent_use")
    after = None if hasattr(request, "reconsideration") else request.carry_out_from
    return Days(request.decide_from, after, spared)


def _is_last(request: ApprovalRequest, step: Step) -> bool:
    return step.stage == max(each.stage for each in request.steps.all())


def last_steps(request: ApprovalRequest) -> list[Step]:
    """The steps with which the request is decided, one beside the other."""
    return [step for step in request.steps.all() if _is_last(request, step)]


def last_case_of(request: ApprovalRequest, person: Person) -> Case:
    """The person before what the last step decided, to say whether it stands."""
    last = last_steps(request)
    roles = {platform.Role(code) for step in last for code in step.roles}
    committee = next((step.committee for step in last if step.committee), "")
    return replace(_case(request, person), roles=frozenset(roles), committee=committee)


def sent_back(request: ApprovalRequest) -> SentBack | None:
    """Whether members sent the decision back, and what came of it."""
    kept: Reconsideration | None = getattr(request, "reconsideration", None)
    if kept is None:
        return None
    return SentBack(kept.due_at, Verdict(kept.verdict) if kept.verdict else None)


def urgent_case_of(request: ApprovalRequest, person: Person) -> Case:
    """The person before the power to act first that the scheme's row gives."""
    return replace(_case(request, person), roles=line_row(request.line).urgent_roles)


def _case(request: ApprovalRequest, person: Person) -> Case:
    said = [each for each in request.said.all() if _spends(each)]
    return Case(
        person=person.self,
        stands_in_for=person.stands_in_for,
        requester_account_id=request.requester_account_id,
        authors=frozenset(request.author_account_ids),
        spent=frozenset(i for each in said for i in (each.account_id, each.power_account_id)),
        acted_urgently=frozenset(request.acted_first),
        acted_on=hasattr(request, "urgent_use"),
        state=RequestState(request.state),
        step_state=StepState.WAITING,
        minuted_at_meetings=bool(request.minutes_link),
        held=tuple(hold.reason for hold in request.holds.all() if hold.released_at is None),
    )


def _spends(each: StepDecision) -> bool:
    """Whether somebody's own power went into what was said; a minute spends nobody's."""
    return each.outcome == Outcome.APPROVE.value and not each.committee
