"""Keeps what somebody typed of a round between its steps, and throws it away."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.uplift import models
from carewright.uplift.actions.reach import claimed, refuse_if, round_in_reach
from carewright.uplift.rules.drafting import Answers, Typed
from carewright.uplift.rules.life_of_a_round import OPEN_TO_CHANGE, RoundState

KIND: Final = "uplift_draft"


@transaction.atomic(durable=True)
def begin_draft(
    *,
    answers: Answers,
    round_id: UUID | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps the first answers of a round that nobody has proposed; its id.

    With a `round_id` the draft is of another wording of that round.
    """
    once = claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    if round_id is not None:
        found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
        state = RoundState(found.state)
        refuse_if(
            state not in OPEN_TO_CHANGE,
            f"{found} is {state.label.lower()}: open it again before it is changed",
        )
    draft = models.RoundDraft.objects.create(
        organisation_id=by.organisation.id, round_id=round_id, by_name=by.name, answers=answers,
        touched_by_accounts=[by.account_id], begun_at=at, saved_at=at,
    )  # fmt: skip
    _record("begin_draft", draft, by, at)
    once.keep(draft.pk)
    return draft.pk


@transaction.atomic(durable=True)
def save_draft_step(
    *, draft_id: UUID, step: str, typed: Typed, by: platform.Officer, at: datetime
) -> None:
    """Keeps what was typed in one step; what stood there gives way."""
    draft = draft_in_reach(draft_id, by=by)
    draft.answers = {**draft.answers, step: dict(typed)}
    draft.touched_by_accounts = contract.with_hand(draft.touched_by_accounts, by.account_id)
    draft.saved_at = at
    draft.save(update_fields=["answers", "touched_by_accounts", "saved_at"])
    _record("save_draft_step", draft, by, at, step=step)


@transaction.atomic(durable=True)
def discard_draft(*, draft_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Throws away what was never proposed."""
    end_draft(draft_id, by=by, at=at)


def end_draft(draft_id: UUID, *, by: platform.Officer, at: datetime) -> frozenset[UUID]:
    """Within the caller's transaction: what was typed is proposed now, or not wanted any more.

    The accounts of all who typed in it.
    """
    draft = draft_in_reach(draft_id, by=by)
    _record("end_draft", draft, by, at)
    draft.delete()
    return frozenset(draft.touched_by_accounts)


def draft_in_reach(draft_id: UUID, *, by: platform.Officer) -> models.RoundDraft:
    """The draft, locked for this transaction; a stranger's does not exist."""
    platform.require(by, Act.PROPOSE_UPLIFT)
    among = models.RoundDraft.objects.for_organisation(by.organisation.id)
    draft = among.select_for_update(of=("self",)).filter(pk=draft_id).first()
    if draft is None:
        raise platform.NotYours
    return draft


def _record(
    act: str, draft: models.RoundDraft, by: platform.Officer, at: datetime, step: str = ""
) -> None:
    platform.audit.record(
        act, KIND, draft.pk, by=by, at=at, organisation_id=draft.organisation_id, step=step
    )
