"""Applies a round in one step, and closes it once it is paid."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Sum

from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london
from carewright.uplift import models
from carewright.uplift.actions.approval import refuse_below_the_floor
from carewright.uplift.actions.preview import lines_now
from carewright.uplift.actions.prices_moved import changes_of, named
from carewright.uplift.actions.reach import (
    CannotDo,
    move,
    record,
    refuse,
    refuse_if,
    refuse_unless_applied,
    round_in_reach,
)
from carewright.uplift.queries.answers import standings
from carewright.uplift.rules.answering import blockers_of_providers
from carewright.uplift.rules.life_of_a_round import RoundState
from carewright.uplift.rules.working_out import changed_since, digest_of
from carewright_engine.costing.uplift import share_of_a_year
from carewright_engine.values.period import Period

_OWED: Final = """
UPDATE uplift_upliftline AS line SET owed_pence = asked.pence
FROM unnest(%s::uuid[], %s::bigint[]) AS asked (id, pence) WHERE line.id = asked.id
"""


@platform.without_collecting()
@transaction.atomic(durable=True)
def apply_round(*, round_id: UUID, by: platform.Officer, at: datetime) -> int | None:
    """Closes every standing price and opens the new one, all of them or none.

    What is owed for days that were delivered already is worked out for each line where the round
    takes effect before today; the sum in pence, None where nothing is owed.
    """
    found = round_in_reach(round_id, by=by, act=Act.APPLY_UPLIFT)
    _refuse_unless_approved(found, by, at)
    today = in_london(at).date()
    refuse(blockers_of_providers(standings(found), today))
    refuse_below_the_floor(found)
    _refuse_changed(found, by)
    changes = changes_of(found)
    try:
        contract.change_prices(
            changes=changes,
            starts_on=found.effective_on,
            reason=f"{found}: {found.reason}",
            by=by,
            at=at,
        )
    except contract.PricesMoved as moved:
        raise CannotDo(named(found, list(moved.line_ids))) from None
    found.owed_pence = _keep_what_is_owed(found, today)
    move(found, RoundState.APPLIED)
    found.applied_by_name, found.applied_at = by.name, at
    found.save(update_fields=["state", "applied_by_name", "applied_at", "owed_pence"])
    record(
        Act.APPLY_UPLIFT, found, by=by, at=at, reason=found.reason, digest=found.digest,
        lines=len(changes), effect=found.figures["effect"], owed=found.owed_pence,
        effective_on=found.effective_on.isoformat(),
    )  # fmt: skip
    return found.owed_pence


@transaction.atomic(durable=True)
def close_as_paid(*, round_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Invoices were paid at the new prices: from here on a price is changed, never taken back."""
    found = round_in_reach(round_id, by=by, act=Act.APPLY_UPLIFT)
    refuse_unless_applied(found)
    refuse_if(
        found.undo_asked_by_account is not None,
        "Somebody has asked to take it back: that is decided first",
    )
    move(found, RoundState.PAID)
    found.ended_at = at
    found.save(update_fields=["state", "ended_at"])
    record("close_as_paid", found, by=by, at=at)


def _refuse_unless_approved(found: models.UpliftRound, by: platform.Officer, at: datetime) -> None:
    """Approved, and free of what scrutiny may still say."""
    refuse_if(found.state == RoundState.APPLIED.value,
              f"{found} has been applied already, by {found.applied_by_name}")  # fmt: skip
    state = RoundState(found.state)
    refuse_if(state is not RoundState.APPROVED, f"{found} is {state.label.lower()}, not approved")
    approval = decide.approval(UUID(str(found.request_id)), seen_by=by)
    refuse([Blocker("", each.says) for each in approval.blockers_to_carry_out(at)])


def _refuse_changed(found: models.UpliftRound, by: platform.Officer) -> None:
    """What was checked and approved are the prices that were read; another price, another round."""
    now = lines_now(found, by, found.previewed_at or found.proposed_at)
    if digest_of(now) == found.digest:
        return
    read = found.lines.values_list("price_line_id", "old_pence", "starts_on", "ends_before")
    changed = changed_since({key: (*rest,) for key, *rest in read}, now)  # type: ignore[misc]
    new = {each.id: f"{each.agreement}, {each.priced.label}" for each in now}
    raise CannotDo(named(found, changed, new))


def _keep_what_is_owed(found: models.UpliftRound, today: date) -> int | None:
    """For each line the share of a year's effect that fell before today; their sum."""
    if found.effective_on >= today:
        return None
    rising = found.lines.filter(new_pence__isnull=False)
    delivered = Period(found.effective_on, today)
    owing = [
        (
            line_id,
            share_of_a_year(
                (new or 0) - old, quantity, Period(found.effective_on, ends), delivered
            ),
        )
        for line_id, old, new, quantity, ends in rising.values_list(
            "id", "old_pence", "new_pence", "quantity", "ends_before"
        )
    ]
    with connection.cursor() as cursor:
        cursor.execute(_OWED, [[each for each, _ in owing], [pence for _, pence in owing]])
    return int(rising.aggregate(owed=Sum("owed_pence"))["owed"] or 0)
