"""Asks for the approval that the scheme of delegation wants of a round, and takes it over."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from carewright.decide import api as decide
from carewright.decide.api import DecidedAct, Outcome, RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.uplift import models
from carewright.uplift.actions.reach import (
    ROUND,
    hands,
    move,
    record,
    refuse,
    refuse_if,
    round_in_reach,
    said_by_decide,
)
from carewright.uplift.rules.life_of_a_round import RoundState

WAITING: Final = frozenset({RequestState.REQUESTED, RequestState.RETURNED})
MONTHS: Final = 12  # an uplift is decided by what it costs in a year


@transaction.atomic(durable=True)
def ask_for_approval(
    *,
    round_id: UUID,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks whoever the scheme names at what its rises cost in a year; the request's id."""
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    refuse_if(found.state != RoundState.CHECKED.value, f"{found} has not been read a second time")
    refuse_below_the_floor(found)
    if found.request_id:
        state = decide.state_of(found.request_id, seen_by=by)
        refuse_if(state in WAITING, "The approval has been asked for and is not decided yet")
    with said_by_decide():
        found.request_id = decide.request_approval(
            subject_kind=ROUND, subject_id=found.pk, title=f"{found} {found.reason}",
            link=f"/contract/uplifts/{found.pk}/", act=DecidedAct.UPLIFT,
            annual_value_pence=to_be_approved(found), term_months=MONTHS,
            in_framework=False, people_affected=found.figures["people"],
            author_account_ids=hands(found),
            by=by, at=at,
        )  # fmt: skip
    found.save(update_fields=["request_id"])
    record("ask_for_approval", found, by=by, at=at, request=str(found.request_id))
    once.keep(found.request_id)
    return found.request_id


def to_be_approved(found: models.UpliftRound) -> int:
    """Pence a year at which the scheme is asked: every rise, and what is owed for days gone by.

    What one provider gets less does not hide what another gets more.
    """
    rises = found.lines.filter(effect_pence__gt=0).aggregate(sum=Sum("effect_pence"))["sum"]
    return (rises or 0) + max(0, found.figures["owed"] or 0)


@transaction.atomic(durable=True)
def take_over_approval(*, round_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Marks the round as approved, once everybody whom the scheme names has approved it."""
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    refuse_if(found.request_id is None, "Nobody has been asked to approve it")
    approval = decide.approval(UUID(str(found.request_id)), seen_by=by)
    refuse_if(approval.state is not RequestState.APPROVED, "Nobody has approved it yet")
    approved = [
        said for step in approval.steps for said in step.said if said.outcome is Outcome.APPROVE
    ]
    approvers = {account for said in approved for account in said.accounts}
    refuse_if(approvers & hands(found), "Whoever proposed or read a round does not approve it")
    move(found, RoundState.APPROVED)
    found.approved_by_accounts = sorted(approvers)
    found.save(update_fields=["state", "approved_by_accounts"])
    record("take_over_approval", found, by=by, at=at, request=str(found.request_id))


def refuse_below_the_floor(found: models.UpliftRound) -> None:
    """No price goes below the legal direct cost of care without a director's reason."""
    below = found.lines.filter(new_pence__isnull=False, floor="below")
    refuse([
        platform.Blocker("", f"{each.reference}, {each.priced}, is below the least cost of care: "
                             "raise it, or have a director sign a reason")
        for each in below.order_by("place")[:5]
    ])  # fmt: skip
