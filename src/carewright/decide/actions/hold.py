"""Stops a decision for a time, as scrutiny before it may, and lets it go on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.decide.actions.decide_step import CannotDecide
from carewright.decide.actions.news import KIND, tell_deciders, tell_requester
from carewright.decide.actions.subjects import request_in_reach
from carewright.decide.models import Hold
from carewright.decide.rules.life_of_a_request import ENDED, RequestState
from carewright.decide.rules.who_may import OWN_REQUEST, Blocker
from carewright.platform import api as platform
from carewright.platform.api import Act


@transaction.atomic
def hold(*, request_id: UUID, reason: str, by: platform.Officer, at: datetime) -> UUID:
    """Keeps everybody from deciding until this hold is released; others stand on their own."""
    request = request_in_reach(request_id, by=by, act=Act.HOLD_DECISION)
    if RequestState(request.state) in ENDED:
        raise CannotDecide([Blocker("STATE", "This has been decided, so it cannot be held up.")])
    if not reason.strip():
        raise CannotDecide([Blocker("REASON", "Say why the decision has to wait")])
    held = Hold.objects.create(
        request=request, reason=reason.strip(), held_by_name=by.name, held_at=at
    )
    _record(Act.HOLD_DECISION, request_id, reason, by, at)
    tell_requester(request, "On hold", by=by, at=at)
    return held.pk


@transaction.atomic
def release_hold(*, hold_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Ends one hold; the decision goes on once none stands. Whoever asked for it never does."""
    held = Hold.objects.filter(pk=hold_id).first()
    if held is None:
        raise platform.NotYours
    request = request_in_reach(held.request_id, by=by, act=Act.HOLD_DECISION)
    if by.account_id in {request.requester_account_id, *request.author_account_ids}:
        raise CannotDecide([OWN_REQUEST])
    if not reason.strip():
        raise CannotDecide([Blocker("REASON", "Say why the decision may go on")])
    standing = Hold.objects.filter(request=request, released_at=None)
    if not standing.filter(pk=hold_id).update(
        released_at=at, released_by_name=by.name, release_reason=reason.strip()
    ):
        raise CannotDecide([Blocker("HELD", "This hold has been released already.")])
    _record("release_hold", request.pk, reason, by, at)
    if not standing.exists():
        tell_deciders(request, by=by, at=at)


def _record(act: str, request_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    platform.audit.record(
        act, KIND, request_id, by=by, at=at, organisation_id=by.organisation.id,
        reason=reason.strip(),
    )  # fmt: skip
