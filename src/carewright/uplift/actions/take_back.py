"""Takes an applied round back by two persons, or lets it stand after all."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.uplift import models
from carewright.uplift.actions.prices_moved import changes_of, named
from carewright.uplift.actions.reach import (
    CannotDo,
    claimed,
    move,
    record,
    refuse_if,
    refuse_unless_applied,
    refuse_unless_second,
    round_in_reach,
)
from carewright.uplift.rules.life_of_a_round import RoundState

#: A price that was changed since would be lost, so the round stands and is put right onwards.
TOO_LATE: Final = (
    "It can no longer be taken back: decline this, and put right what is wrong by another round"
)
_ASKED_BY: Final = ("undo_asked_by_account", "undo_asked_by_name", "undo_reason")


@transaction.atomic(durable=True)
def ask_to_reverse(
    *,
    round_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Asks a second person to take an applied round back, before its prices are paid."""
    if claimed(intent, Act.APPLY_UPLIFT, by=by, at=at).done:
        return
    found = round_in_reach(round_id, by=by, act=Act.APPLY_UPLIFT)
    refuse_unless_applied(found)
    refuse_if(
        found.undo_asked_by_account is not None,
        f"{found.undo_asked_by_name} has asked for this already",
    )
    refuse_if(not reason.strip(), "Say why it is taken back", "reason")
    found.undo_asked_by_account, found.undo_asked_by_name = by.account_id, by.name
    found.undo_reason = reason.strip()
    found.save(update_fields=_ASKED_BY)
    record("ask_to_reverse", found, by=by, at=at, reason=reason)


@platform.without_collecting()
@transaction.atomic(durable=True)
def confirm_reversal(*, round_id: UUID, by: platform.Officer, at: datetime) -> None:
    """A second person takes the new prices away; the old ones go on as if nothing had been."""
    found, asked = _asked(round_id, by)
    own = "You asked for this yourself. Somebody else has to confirm it"
    refuse_unless_second(found, asked, by=by, at=at, own=own)
    try:
        contract.take_prices_back(
            changes=changes_of(found), starts_on=found.effective_on, reason=found.undo_reason,
            by=by, at=at,
        )  # fmt: skip
    except contract.PricesMoved as moved:
        raise CannotDo(named(found, list(moved.line_ids), then=TOO_LATE)) from None
    move(found, RoundState.REVERSED)
    found.undone_by_account, found.undone_by_name = by.account_id, by.name
    found.ended_at, found.ended_reason = at, found.undo_reason
    found.save()
    record("reverse_uplift", found, by=by, at=at, reason=found.undo_reason,
           asked_by=found.undo_asked_by_name)  # fmt: skip


@transaction.atomic(durable=True)
def decline_reversal(
    *,
    round_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """A second person lets the round stand; whoever asked may ask again with better reasons."""
    if claimed(intent, Act.APPLY_UPLIFT, by=by, at=at).done:
        return
    found, asked = _asked(round_id, by)
    own = "You asked for this yourself: withdraw it instead"
    refuse_unless_second(found, asked, by=by, at=at, own=own)
    refuse_if(not reason.strip(), "Say why the round stands", "reason")
    _stands(found, "decline_reversal", reason, by, at)


@transaction.atomic(durable=True)
def withdraw_reversal(
    *,
    round_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Whoever asked asks no longer; the round stands."""
    if claimed(intent, Act.APPLY_UPLIFT, by=by, at=at).done:
        return
    found, asked = _asked(round_id, by)
    is_own = platform.is_same_person(by, asked)
    refuse_if(not is_own, f"{found.undo_asked_by_name} asked for this: decline it instead")
    refuse_if(not reason.strip(), "Say why the round stands after all", "reason")
    _stands(found, "withdraw_reversal", reason, by, at)


def _asked(round_id: UUID, by: platform.Officer) -> tuple[models.UpliftRound, UUID]:
    """An applied round, and the account that asked to take it back."""
    found = round_in_reach(round_id, by=by, act=Act.APPLY_UPLIFT)
    refuse_unless_applied(found)
    if found.undo_asked_by_account is None:
        raise CannotDo([Blocker("", "Nobody has asked to take it back")])
    return found, found.undo_asked_by_account


def _stands(
    found: models.UpliftRound, act: str, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Nobody asks any longer; who did, and why, stays in the record."""
    asked_by, why = found.undo_asked_by_name, found.undo_reason
    found.undo_asked_by_account, found.undo_asked_by_name, found.undo_reason = None, "", ""
    found.save(update_fields=_ASKED_BY)
    record(act, found, by=by, at=at, reason=reason, asked_by=asked_by, asked_because=why)
