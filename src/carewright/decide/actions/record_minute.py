"""Records what a committee resolved, with the minute that says so."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.decide.actions.decide_step import ANOTHER_PERSON, NO_REASON, CannotDecide, spread
from carewright.decide.actions.moves import carry_on
from carewright.decide.actions.news import KIND
from carewright.decide.actions.subjects import step_in_reach
from carewright.decide.models import Step, StepDecision
from carewright.decide.queries.cases import case_of
from carewright.decide.queries.standing_in import person
from carewright.decide.rules.life_of_a_request import Outcome
from carewright.decide.rules.who_may import blockers_to_minute
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london


@transaction.atomic
def record_minute(
    *,
    step_id: UUID,
    outcome: Outcome = Outcome.APPROVE,
    met_on: date,
    minute_reference: str,
    document_id: UUID | None = None,
    agenda_item_id: UUID | None = None,
    reason: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Takes the step that waits for a committee; never by whoever asked or acted first.

    Where the request says that another stage keeps the meetings, the minute comes from there with
    the item under which it stood on the agenda.
    """
    step = step_in_reach(step_id, by=by, act=Act.RECORD_MINUTE)
    if platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at).done:
        return
    case = case_of(step.request, step, person(by, at=at))
    blockers = blockers_to_minute(case, on_agenda=agenda_item_id is not None)
    blockers += _missing(minute_reference, met_on, reason, outcome, in_london(at).date())
    if blockers:
        raise CannotDecide(blockers)
    if document_id is not None:
        document_id = _own_document(document_id, by)
    minute = {"met_on": met_on, "minute_reference": minute_reference.strip()}
    _write(
        step, by, outcome=outcome.value, reason=reason.strip(), decided_at=at,
        document_id=document_id, agenda_item_id=agenda_item_id, **minute,
    )  # fmt: skip
    carry_on(step, outcome, at)
    platform.audit.record(
        Act.RECORD_MINUTE, KIND, step.request_id, by=by, at=at,
        organisation_id=step.request.organisation_id, reason=reason.strip(),
        outcome=outcome.value, step=str(step.pk), committee=step.committee,
        met_on=met_on.isoformat(), minute=minute_reference.strip(),
    )  # fmt: skip
    spread(step.request, by=by, at=at)


def _write(step: Step, by: platform.Officer, **said: Any) -> None:
    try:
        with transaction.atomic():
            StepDecision.objects.create(
                request=step.request, step=step, committee=step.committee, officer_id=by.id,
                requester_account_id=step.request.requester_account_id,
                account_id=by.account_id, name=by.name, power_account_id=by.account_id,
                power_name=by.name, **said,
            )  # fmt: skip
    except IntegrityError:
        raise CannotDecide([ANOTHER_PERSON]) from None


def missing_of_minute(minute: str, met_on: date, today: date) -> list[Blocker]:
    """What a minute lacks: its reference, or that the meeting was held."""
    found = []
    if not minute.strip():
        found.append(Blocker("", "Give the reference of the minute"))
    if met_on > today:
        found.append(Blocker("", "The meeting must have been held"))
    return found


def _missing(
    minute: str, met_on: date, reason: str, outcome: Outcome, today: date
) -> list[Blocker]:
    found = missing_of_minute(minute, met_on, today)
    if not reason.strip() and outcome in NO_REASON:
        found.append(Blocker("", "Say what the committee resolved, and why"))
    return found


def _own_document(document_id: UUID, by: platform.Officer) -> UUID:
    try:
        return platform.document(document_id, seen_by=by).id
    except platform.NotFound:
        raise platform.NotYours from None
