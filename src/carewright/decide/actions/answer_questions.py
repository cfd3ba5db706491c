"""Answers the questions with which a request came back, or takes the request back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.decide.actions.decide_step import CannotDecide
from carewright.decide.actions.moves import CannotMove, move
from carewright.decide.actions.news import KIND, tell_deciders
from carewright.decide.actions.subjects import request_in_reach
from carewright.decide.models import Answer, ApprovalRequest
from carewright.decide.queries.standing_in import person
from carewright.decide.rules.life_of_a_request import ENDED, RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker

NOT_YOURS = Blocker("", "Only whoever asked, or who stands in for them, can do this.")

CHANGED = "What it asked for was changed after it came back, so it has to be sent anew."


@transaction.atomic(durable=True)
def answer_questions(
    *,
    request_id: UUID,
    words: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Sends a request on again with the answers; what was approved before stays approved."""
    request = _own(request_id, by, at)
    if platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at).done:
        return
    if request.state != RequestState.RETURNED.value:
        raise CannotDecide([Blocker("", "Nobody has sent this back with questions.")])
    if not words.strip():
        raise CannotDecide([Blocker("", "Answer the questions")])
    Answer.objects.create(
        request=request, words=words.strip(), answered_by_name=by.name, answered_at=at
    )
    move(request, RequestState.REQUESTED, at)
    _record("answer_questions", request, words, by, at)
    tell_deciders(request, by=by, at=at)


@transaction.atomic
def withdraw_request(*, request_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Takes a request back before it is decided."""
    request = _own(request_id, by, at)
    if not reason.strip():
        raise CannotDecide([Blocker("", "Say why you take the request back")])
    request.withdrawn_why = reason.strip()
    try:
        move(request, RequestState.WITHDRAWN, at)
    except CannotMove as refused:
        raise CannotDecide([Blocker("", str(refused))]) from None
    request.save(update_fields=["withdrawn_why"])
    _record("withdraw_request", request, reason, by, at)


@transaction.atomic
def end_changed_request(*, request_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Ends a request that came back, as what it asks for was changed: it has to be asked anew.

    Whoever changes it need not be whoever asked; no answer brings the old request back.
    """
    request = request_in_reach(request_id, by=by, act=Act.REQUEST_APPROVAL)
    if RequestState(request.state) in ENDED:
        return
    if request.state != RequestState.RETURNED.value:
        raise CannotDecide([Blocker("", "This is waiting for a decision, so it stands.")])
    request.withdrawn_why = CHANGED
    move(request, RequestState.WITHDRAWN, at)
    request.save(update_fields=["withdrawn_why"])
    _record("withdraw_request", request, CHANGED, by, at)


def _own(request_id: UUID, by: platform.Officer, at: datetime) -> ApprovalRequest:
    request = request_in_reach(request_id, by=by, act=Act.REQUEST_APPROVAL)
    me = person(by, at=at).self
    if request.requester_account_id not in {me.account_id, *me.covers}:
        raise CannotDecide([NOT_YOURS])
    return request


def _record(
    act: str, request: ApprovalRequest, reason: str, by: platform.Officer, at: datetime
) -> None:
    platform.audit.record(
        act, KIND, request.pk, by=by, at=at, organisation_id=request.organisation_id,
        reason=reason.strip(),
    )  # fmt: skip
