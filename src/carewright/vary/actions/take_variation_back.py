"""Takes an approved variation back, or sets a signed one aside: one asks, another confirms."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.contract.api import Blocker, CannotDo
from carewright.platform import api as platform
from carewright.vary.actions.reach import (
    VARIATION,
    kept_by,
    move,
    record,
    refuse_if,
    variation_in_reach,
)
from carewright.vary.models import TakingBack, Variation
from carewright.vary.rules.lives import VARIATION_MOVES, VariationState

#: Where a variation goes back to: before both sides have signed it may still become another.
BACK_TO: Final = {
    VariationState.APPROVED: VariationState.DRAFT, VariationState.SIGNED: VariationState.SET_ASIDE,
}  # fmt: skip


@transaction.atomic(durable=True)
def ask_variation_back(
    *, variation_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> UUID:
    """Asks a second person to take an approved variation back, or to set a signed one aside."""
    found = variation_in_reach(variation_id, by=by)
    state = VariationState(found.state)
    refuse_if(state not in BACK_TO, f"{found} is {state.label.lower()}")
    refuse_if(not reason.strip(), "Say why it is taken back", "reason")
    with kept_by("taking_back_is_asked_for_once", "Somebody has asked for this already"):
        asked = TakingBack.objects.create(
            organisation_id=found.organisation_id, variation=found, reason=reason.strip(),
            asked_by_account=by.account_id, asked_by_name=by.name, asked_at=at,
        )  # fmt: skip
    record("ask_variation_back", VARIATION, found, by=by, at=at, reason=reason)
    return asked.pk


@transaction.atomic(durable=True)
def confirm_variation_back(*, variation_id: UUID, by: platform.Officer, at: datetime) -> None:
    """A second person makes it a draft again, or sets aside what both sides have signed."""
    found = variation_in_reach(variation_id, by=by)
    asked = _asked_back(found)
    contract.refuse_own(asked_by=asked.asked_by_account, by=by, at=at)
    state = VariationState(found.state)
    refuse_if(state not in BACK_TO, f"{found} is {state.label.lower()}")
    move(found, VARIATION_MOVES, BACK_TO[state])
    if state is VariationState.APPROVED:
        found.request_id, found.asked_at, found.ground, found.tested = None, None, "", {}
    else:
        found.withdrawn_why = asked.reason
    found.save()
    asked.confirmed_by_account, asked.confirmed_by_name = by.account_id, by.name
    asked.confirmed_at = at
    asked.save(update_fields=["confirmed_by_account", "confirmed_by_name", "confirmed_at"])
    record("confirm_variation_back", VARIATION, found, by=by, at=at, reason=asked.reason,
           to=found.state)  # fmt: skip


@transaction.atomic(durable=True)
def keep_variation(*, variation_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """It stays as it is: whoever asked thought better of it, or nobody has confirmed it."""
    found = variation_in_reach(variation_id, by=by)
    asked = _asked_back(found)
    refuse_if(not reason.strip(), "Say why it stays as it is", "reason")
    asked.withdrawn_at, asked.withdrawn_by_name = at, by.name
    asked.withdrawn_why = reason.strip()
    asked.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_why"])
    record("keep_variation", VARIATION, found, by=by, at=at, reason=reason)


def refuse_asked_back(found: Variation) -> None:
    """While somebody asks for it back, nothing further is done with it."""
    waits = found.taken_back.filter(confirmed_at=None, withdrawn_at=None).exists()
    refuse_if(waits, "Somebody has asked to take it back: that is decided first")


def _asked_back(found: Variation) -> TakingBack:
    asked = found.taken_back.filter(confirmed_at=None, withdrawn_at=None).first()
    if asked is None:
        raise CannotDo([Blocker("", "Nobody has asked to take it back")])
    return asked
