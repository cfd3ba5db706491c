"""Writes a variation down, changes its words while nobody has approved them, and withdraws it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.vary.actions.reach import (
    VARIATION,
    agreement_locked,
    claimed,
    move,
    record,
    refuse,
    refuse_if,
    refuse_while_asked,
    variation_in_reach,
)
from carewright.vary.models import Variation
from carewright.vary.rules.lives import VARIATION_MOVES, VariationState
from carewright.vary.rules.varying import VariationWords, blockers_to_vary, blockers_to_words


@transaction.atomic(durable=True)
def write_variation(
    *,
    agreement_id: UUID,
    words: VariationWords,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Begins a variation under the agreement's next number; its id."""
    once = claimed(intent, by=by, at=at)
    if once.done:
        return UUID(once.result)
    agreement = agreement_locked(agreement_id, by=by, at=at)
    refuse(blockers_to_vary(agreement.state))
    refuse(blockers_to_words(words))
    of_it = Variation.objects.filter(agreement_id=agreement_id)
    found = Variation(
        organisation_id=by.organisation.id, agreement_id=agreement_id,
        number=(of_it.aggregate(last=Max("number"))["last"] or 0) + 1,
        written_by_account=by.account_id, written_by_name=by.name, written_at=at,
        touched_by_accounts=[by.account_id],
    )  # fmt: skip
    _take_over(found, words)
    found.save()
    record(
        "write_variation", VARIATION, found, by=by, at=at, reason=words.reason,
        agreement=agreement.reference, touches=found.touches, change_pence=found.change_pence,
    )  # fmt: skip
    once.keep(found.pk)
    return found.pk


@transaction.atomic(durable=True)
def change_variation(
    *, variation_id: UUID, words: VariationWords, by: platform.Officer, at: datetime
) -> None:
    """Puts other words in a draft's place."""
    found = variation_in_reach(variation_id, by=by)
    _refuse_closed(found, by)
    refuse(blockers_to_words(words))
    changed = _take_over(found, words)
    found.touched_by_accounts = contract.with_hand(found.touched_by_accounts, by.account_id)
    found.save()
    record("change_variation", VARIATION, found, by=by, at=at, reason=words.reason,
           changed=changed)  # fmt: skip


@transaction.atomic(durable=True)
def withdraw_variation(
    *, variation_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Says that a draft comes to nothing, and why; it keeps its number."""
    found = variation_in_reach(variation_id, by=by)
    refuse_while_asked(found.request_id, by=by)
    refuse_if(not reason.strip(), "Say why it is withdrawn", "reason")
    move(found, VARIATION_MOVES, VariationState.WITHDRAWN)
    found.withdrawn_why = reason.strip()
    found.save(update_fields=["state", "withdrawn_why"])
    record("withdraw_variation", VARIATION, found, by=by, at=at, reason=reason)


def _refuse_closed(found: Variation, by: platform.Officer) -> None:
    refuse_if(
        found.state != VariationState.DRAFT.value,
        "Its words were approved. Take it back to a draft before you change them",
    )
    refuse_while_asked(found.request_id, by=by)
    approved = found.request_id and (
        decide.state_of(found.request_id, seen_by=by) is RequestState.APPROVED
    )
    refuse_if(approved, "It was approved in these words: mark it as approved, or withdraw it")


def _take_over(found: Variation, words: VariationWords) -> list[str]:
    """Writes the words into the row; which of them are other than before."""
    changed = []
    for name, value in asdict(words).items():
        kept = value.strip() if isinstance(value, str) else value
        kept = [str(each) for each in kept] if isinstance(kept, tuple) else kept
        if getattr(found, name) != kept:
            changed.append(name)
            setattr(found, name, kept)
    return sorted(changed)
