"""Asks for the approval of a decision, and puts it into force once it was given."""

from __future__ import annotations

from datetime import date, datetime, time
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid5

from django.db import transaction

from carewright.decide import api as decide
from carewright.decide.api import DecidedAct, Outcome, RequestState
from carewright.follow_up import api as follow_up
from carewright.follow_up.api import Agreed, Source
from carewright.govern.api import CannotDo
from carewright.plan.actions.reach import (
    claimed,
    decision_in_reach,
    draft_in_reach,
    move,
    record,
    refuse,
    refuse_if,
    said_by_decide,
)
from carewright.plan.models import SourcingDecision, Weighed
from carewright.plan.queries.decisions import SOURCING, asked_of
from carewright.plan.queries.facts import facts_of
from carewright.plan.rules.deciding import blockers_to_ask, missing
from carewright.plan.rules.life import DecisionState
from carewright.plan.rules.people import is_small
from carewright.plan.rules.words import Option
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london
from carewright_engine.values.local_time import LONDON

NOON: Final = time(12)
LOOK_AGAIN: Final = "look again at a sourcing decision"
CHANGED: Final = "The paper was changed and is sent again"


@transaction.atomic(durable=True)
def ask_for_approval(
    *,
    decision_id: UUID,
    reason: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks for the approval that the scheme of delegation wants; `reason` signs what is missing."""
    once = claimed(intent, Act.SEND_SOURCING, by=by, at=at)
    if once.done:
        return UUID(once.result)
    platform.require(by, Act.SEND_SOURCING, decision_in_reach(decision_id, by=by))
    found = draft_in_reach(decision_id, by=by)
    facts, today = facts_of(found, on=in_london(at).date()), in_london(at).date()
    refuse(blockers_to_ask(facts, reason=reason, on=today))
    found.without = list(missing(facts))
    found.without_reason = reason.strip() if found.without else ""
    with said_by_decide():
        _end_former_request(found, by, at)
        found.request_id = _asked(found, by, at)
    found.save(update_fields=["without", "without_reason", "request_id"])
    record(
        Act.SEND_SOURCING, found, by=by, at=at, reason=found.without_reason, without=found.without,
        request=str(found.request_id), chosen=found.chosen,
    )  # fmt: skip
    once.keep(found.request_id)
    return found.request_id


def put_into_force(*, decision_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Marks it as decided once everybody whom the scheme names has approved it.

    An action to look again is agreed with whoever puts it into force, due at noon of that day; the
    version before it is replaced. What was broken off after the action was kept is carried on when
    it is done again: the action is agreed once.
    """
    day = _check_approved(decision_id, by, at)
    _put_into_force(decision_id, _agree_to_look(decision_id, day, by, at), by, at)


@transaction.atomic(durable=True)
def withdraw_decision(
    *, decision_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Takes a draft back, and with it the approval that was asked for."""
    found = decision_in_reach(decision_id, by=by)
    refuse_if(not reason.strip(), "Say why it is withdrawn", "reason")
    move(found, DecisionState.WITHDRAWN)
    with said_by_decide():
        _end_former_request(found, by, at, reason=reason)
    found.ended_at, found.ended_by_name, found.ended_why = at, by.name, reason.strip()
    found.save(update_fields=["state", "ended_at", "ended_by_name", "ended_why"])
    record("withdraw_sourcing", found, by=by, at=at, reason=reason)


def _asked(found: SourcingDecision, by: platform.Officer, at: datetime) -> UUID:
    moving = _people_moving(found)
    return decide.request_approval(
        subject_kind=SOURCING, subject_id=found.pk, title=f"{found} {found.title}",
        link=f"/plan/{found.pk}/", act=DecidedAct.SOURCING,
        annual_value_pence=found.annual_pence or 0, term_months=found.term_months or 0,
        in_framework=found.chosen == Option.JOIN.value,
        # Everybody who decides on anything reads the number: a small one could tell who they are.
        people_affected=None if is_small(moving) else moving,
        author_account_ids={found.written_by_account, *found.touched_by_accounts},
        missing=found.without, missing_why=found.without_reason, by=by, at=at,
    )  # fmt: skip


def _people_moving(found: SourcingDecision) -> int | None:
    said = Weighed.objects.filter(decision=found, option=found.chosen)
    return said.values_list("people_moving", flat=True).first()


def _end_former_request(
    found: SourcingDecision, by: platform.Officer, at: datetime, reason: str = CHANGED
) -> None:
    """A changed paper is another one to decide on, so what was asked before ends."""
    asked = asked_of(found, seen_by=by)
    if found.request_id and asked in (RequestState.REQUESTED, RequestState.RETURNED):
        decide.withdraw_request(request_id=found.request_id, reason=reason, by=by, at=at)


@transaction.atomic(durable=True)
def _check_approved(decision_id: UUID, by: platform.Officer, at: datetime) -> date:
    """The day to look again, if what was asked for may be carried out."""
    found = decision_in_reach(decision_id, by=by)
    platform.require(by, Act.KEEP_ACTIONS)
    _refuse_unapproved(found, by, at)
    day, today = found.look_again_on, in_london(at).date()
    if day is None or day <= today:
        says = "The day to look again has come already: withdraw the decision and write it anew"
        raise CannotDo([Blocker("", says)])
    return day


def _agree_to_look(decision_id: UUID, day: date, by: platform.Officer, at: datetime) -> UUID:
    meant = sha256(LOOK_AGAIN.encode()).hexdigest()
    agreed = Agreed(
        finding="A sourcing decision says when somebody looks at it again",
        action="Look again at the sourcing decision: does what it rests on still hold?",
        owner_words=by.name, owner_id=by.id, source=Source.STRATEGY, themes=("Sourcing",),
        due_at=datetime.combine(day, NOON, tzinfo=LONDON),
        evidence_wanted="A new version of the decision, or why it stands",
    )  # fmt: skip
    once = platform.Intent(key=uuid5(decision_id, LOOK_AGAIN), fingerprint=meant)
    return follow_up.agree_action(agreed=agreed, by=by, at=at, intent=once)


@transaction.atomic(durable=True)
def _put_into_force(decision_id: UUID, task_id: UUID, by: platform.Officer, at: datetime) -> None:
    found = decision_in_reach(decision_id, by=by)
    approval = _refuse_unapproved(found, by, at)
    move(found, DecisionState.DECIDED)
    _replace_former(found, by, at)
    found.approved_by = "; ".join(_who_approved(approval))
    found.decided_at, found.look_again_task_id = at, task_id
    found.save(update_fields=["state", "approved_by", "decided_at", "look_again_task_id"])
    record(
        "put_sourcing_into_force", found, by=by, at=at, request=str(found.request_id),
        approved_by=found.approved_by, chosen=found.chosen, task=str(task_id),
    )  # fmt: skip


def _refuse_unapproved(
    found: SourcingDecision, by: platform.Officer, at: datetime
) -> decide.Approval:
    state = DecisionState(found.state)
    refuse_if(state is not DecisionState.DRAFT, f"{found} is {state.label.lower()}")
    if found.request_id is None:
        raise CannotDo([Blocker("", "Nobody has been asked to approve it")])
    approval = decide.approval(found.request_id, seen_by=by)
    refuse([Blocker("", each.says) for each in approval.blockers_to_carry_out(at)])
    return approval


def _replace_former(found: SourcingDecision, by: platform.Officer, at: datetime) -> None:
    """At most one version of a decision is in force."""
    own = SourcingDecision.objects.for_organisation(found.organisation_id)
    before = own.select_for_update().filter(number=found.number, state=DecisionState.DECIDED.value)
    for former in before:
        move(former, DecisionState.REPLACED)
        former.ended_at = at
        former.save(update_fields=["state", "ended_at"])
        record("replace_sourcing", former, by=by, at=at, by_version=found.version)


def _who_approved(approval: decide.Approval) -> list[str]:
    """Everybody who said yes, in order, each with the committee where one resolved on it."""
    said = [
        each.committee or each.name
        for step in approval.steps
        for each in step.said
        if each.outcome is Outcome.APPROVE
    ]
    return list(dict.fromkeys(said))
