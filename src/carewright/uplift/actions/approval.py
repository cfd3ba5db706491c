"""Asks for the approval that the scheme of delegation wants of a round, and takes it over."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from carewright.decide import api as decide
from carewright.decide.api import DecidedAct, Outcome, RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, in_london
from carewright.uplift import models
from carewright.uplift.actions.reach import (
    ROUND,
    claimed,
    hands,
    move,
    record,
    refuse,
    refuse_if,
    round_in_reach,
    said_by_decide,
)
from carewright.uplift.queries.level import level
from carewright.uplift.rules.level import MONTHS, Level
from carewright.uplift.rules.life_of_a_round import RoundState

WAITING: Final = frozenset({RequestState.REQUESTED, RequestState.RETURNED})
JUDGED_HIGHEST: Final = (
    "The round is judged as the dearest that the scheme knows. To be judged by what it costs, each "
    "agreement has to say its value."
)


@transaction.atomic(durable=True)
def ask_for_approval(
    *,
    round_id: UUID,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks whoever the scheme names at what its rises cost in a year; the request's id."""
    once = claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    refuse_if(found.state != RoundState.CHECKED.value, f"{found} has not been read a second time")
    refuse_below_the_floor(found)
    if found.request_id:
        state = decide.state_of(found.request_id, seen_by=by)
        refuse_if(state in WAITING, "The approval has been asked for and is not decided yet")
    asked = level(found, on=in_london(at).date(), seen_by=by)
    with said_by_decide():
        found.request_id = decide.request_approval(
            subject_kind=ROUND, subject_id=found.pk, title=f"{found} {found.reason}",
            link=reverse("uplift:round", args=[found.pk]), act=DecidedAct.UPLIFT,
            annual_value_pence=asked.pence, term_months=MONTHS, in_framework=False,
            people_affected=_people(found, asked), author_account_ids=hands(found),
            missing=_missing(asked), missing_why=JUDGED_HIGHEST if asked.unknown else "",
            by=by, at=at,
        )  # fmt: skip
    found.save(update_fields=["request_id"])
    record("ask_for_approval", found, by=by, at=at, request=str(found.request_id),
           annual_pence=asked.pence, unknown=asked.unknown)  # fmt: skip
    once.keep(found.request_id)
    return found.request_id


def _missing(asked: Level) -> list[str]:
    if not asked.unknown:
        return []
    lines = count_of(asked.unknown, "%(n)s price line", "%(n)s price lines")
    return [f"How much is bought of {lines}, and so what that costs in a year"]


def _people(found: models.UpliftRound, asked: Level) -> int | None:
    """Whom the figures may count; few persons with a price of their own are not among them."""
    figures = found.figures["open_to_all"] if asked.rounded else found.figures
    people: int | None = figures["people"]
    return people


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
