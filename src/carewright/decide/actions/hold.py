"""Stops a decision for a time, as scrutiny before it may, and lets it go on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.decide.actions.decide_step import CannotDecide
from carewright.decide.actions.news import KIND, tell_deciders, tell_requester
from carewright.decide.actions.subjects import request_in_reach
from carewright.decide.models import ApprovalRequest, Hold
from carewright.decide.queries.cases import days_of
from carewright.decide.rules.days_for_scrutiny import blockers_to_hold, blockers_to_spare
from carewright.decide.rules.life_of_a_request import RequestState
from carewright.decide.rules.who_may import OWN_REQUEST
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


@transaction.atomic
def hold(*, request_id: UUID, reason: str, by: platform.Officer, at: datetime) -> UUID:
    """Keeps everybody from deciding until this hold is released; others stand on their own."""
    request = request_in_reach(request_id, by=by, act=Act.HOLD_DECISION)
    if against := blockers_to_hold(RequestState(request.state), days_of(request), at):
        raise CannotDecide(against)
    if not reason.strip():
        raise CannotDecide([Blocker("", "Say why the decision has to wait")])
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
    if _asked(request, by):
        raise CannotDecide([OWN_REQUEST])
    if not reason.strip():
        raise CannotDecide([Blocker("", "Say why the decision may go on")])
    standing = Hold.objects.filter(request=request, released_at=None)
    if not standing.filter(pk=hold_id).update(
        released_at=at, released_by_name=by.name, release_reason=reason.strip()
    ):
        raise CannotDecide([Blocker("", "This hold has been released already.")])
    _record("release_hold", request.pk, reason, by, at)
    if not standing.exists():
        _say_that_it_goes_on(request, by, at)


@transaction.atomic
def spare_the_days(*, request_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Agrees that a decision cannot wait for members' days; never by whoever asked for it."""
    request = request_in_reach(request_id, by=by, act=Act.HOLD_DECISION)
    held = Hold.objects.filter(request=request, released_at=None).values_list("reason", flat=True)
    state = RequestState(request.state)
    against = blockers_to_spare(state, days_of(request), list(held), at, reason=reason)
    if _asked(request, by):
        against.append(OWN_REQUEST)
    if against:
        raise CannotDecide(against)
    request.spared_why, request.spared_by_name, request.spared_at = reason.strip(), by.name, at
    request.save(update_fields=["spared_why", "spared_by_name", "spared_at"])
    _record("spare_the_days", request_id, reason, by, at)
    _say_that_it_goes_on(request, by, at)


def _asked(request: ApprovalRequest, by: platform.Officer) -> bool:
    return by.account_id in {request.requester_account_id, *request.author_account_ids}


def _say_that_it_goes_on(request: ApprovalRequest, by: platform.Officer, at: datetime) -> None:
    """To those who decide; once it is decided, to whoever carries it out."""
    if RequestState(request.state) is RequestState.APPROVED:
        tell_requester(request, "It waits for scrutiny no longer", by=by, at=at)
    else:
        tell_deciders(request, by=by, at=at)


def _record(act: str, request_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    platform.audit.record(
        act, KIND, request_id, by=by, at=at, organisation_id=by.organisation.id,
        reason=reason.strip(),
    )  # fmt: skip
