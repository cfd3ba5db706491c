"""Sends a decision that was called in back to whoever took it, who says whether it stands."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.decide.actions.decide_step import CannotDecide
from carewright.decide.actions.moves import move
from carewright.decide.actions.news import tell_last_deciders, tell_requester, write_down
from carewright.decide.actions.record_minute import missing_of_minute
from carewright.decide.actions.subjects import request_in_reach
from carewright.decide.models import ApprovalRequest, Hold, Reconsideration
from carewright.decide.queries.cases import last_case_of, sent_back
from carewright.decide.queries.standing_in import person
from carewright.decide.rules.life_of_a_request import RequestState
from carewright.decide.rules.reconsidering import (
    Verdict,
    blockers_to_decide_again,
    blockers_to_send_back,
    power_to_decide_again,
)
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london, written_date
from carewright_engine.values.local_time import LONDON

END_OF_THE_WORKING_DAY: Final = time(17)


@transaction.atomic
def send_back_decision(
    *, request_id: UUID, reasons: str, decide_by: date, by: platform.Officer, at: datetime
) -> None:
    """Has whoever decided say by 5 pm of a day whether it stands; nothing is done meanwhile."""
    request = request_in_reach(request_id, by=by, act=Act.HOLD_DECISION)
    held = Hold.objects.filter(request=request, released_at=None).values_list("reason", flat=True)
    due_at = datetime.combine(decide_by, END_OF_THE_WORKING_DAY, tzinfo=LONDON)
    if against := blockers_to_send_back(
        RequestState(request.state), list(held), sent_back(request), reasons=reasons,
        due_at=due_at, at=at,
    ):  # fmt: skip
        raise CannotDecide(against)
    Reconsideration.objects.create(
        request=request, reasons=reasons.strip(), sent_back_by_name=by.name, sent_back_at=at,
        due_at=due_at,
    )  # fmt: skip
    write_down(
        "send_back_decision", request, by=by, at=at, reason=reasons.strip(),
        due_at=due_at.isoformat(),
    )  # fmt: skip
    tell_last_deciders(request, by=by, at=at)
    tell_requester(request, "Sent back to whoever decided it", by=by, at=at)


@transaction.atomic(durable=True)
def decide_again(
    *,
    request_id: UUID,
    verdict: Verdict,
    why: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Says by a role of the last step whether what came back stands."""
    request = request_in_reach(request_id, by=by, act=Act.DECIDE_REQUEST)
    if platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at).done:
        return
    case = last_case_of(request, person(by, at=at))
    _refuse(blockers_to_decide_again(case, sent_back(request), minuted=False), why)
    power = power_to_decide_again(case)
    instead = power.holder.name if power and not power.own else ""
    _say(request, verdict, why, by, at, power_name=instead)


@transaction.atomic(durable=True)
def minute_decided_again(
    *,
    request_id: UUID,
    verdict: Verdict,
    why: str,
    met_on: date,
    minute_reference: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Records what the committee that decided resolved on what came back."""
    request = request_in_reach(request_id, by=by, act=Act.RECORD_MINUTE)
    if platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at).done:
        return
    case = last_case_of(request, person(by, at=at))
    _refuse(blockers_to_decide_again(case, sent_back(request), minuted=True), why)
    if against := missing_of_minute(minute_reference, met_on, in_london(at).date()):
        raise CannotDecide(against)
    minute = f"{case.committee}, {written_date(met_on)}, minute {minute_reference.strip()}"
    _say(request, verdict, why, by, at, minute=minute)


def _refuse(blockers: list[Blocker], why: str) -> None:
    if not why.strip():
        blockers.append(Blocker("", "Say why it stands, or why it does not"))
    if blockers:
        raise CannotDecide(blockers)


def _say(
    request: ApprovalRequest, verdict: Verdict, why: str, by: platform.Officer, at: datetime, *,
    power_name: str = "", minute: str = "",
) -> None:  # fmt: skip
    kept = request.reconsideration
    kept.verdict, kept.why, kept.decided_at = verdict.value, why.strip(), at
    kept.decided_by_name, kept.power_name, kept.minute = by.name, power_name, minute
    kept.save()
    if verdict is Verdict.CHANGED:
        move(request, RequestState.SET_ASIDE, at)
    write_down(
        "decide_again", request, by=by, at=at, reason=why.strip(), verdict=verdict.value,
        minute=minute, stands_in_for=power_name,
    )  # fmt: skip
    with platform.acting_for(request.organisation_id):  # a partner may have decided
        tell_requester(request, "Decided again", by=by, at=at)
