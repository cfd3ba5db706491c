"""Tests a variation against the law, asks for its approval, and takes an approved one back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.contract.api import ONE_PERSON, Blocker, CannotDo, Side
from carewright.decide import api as decide
from carewright.decide.api import DecidedAct
from carewright.platform import api as platform
from carewright.vary.actions.reach import (
    VARIATION,
    agreement_locked,
    approved_at,
    claimed,
    kept_by,
    move,
    record,
    refuse,
    refuse_if,
    refuse_own,
    refuse_while_asked,
    said_by_decide,
    variation_in_reach,
)
from carewright.vary.models import TakingBack, Variation
from carewright.vary.queries.standing import tried_of, words_of
from carewright.vary.rules.lives import VARIATION_MOVES, VariationState
from carewright.vary.rules.testing import Tried, notices_owed, tested
from carewright.vary.rules.varying import blockers_by_law, blockers_to_assign, blockers_to_vary
from carewright_engine.rules.modifications import Modification


@transaction.atomic(durable=True)
def ask_to_vary(
    *,
    variation_id: UUID,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks for the approval that the scheme wants, if the law carries the change; its id.

    What the law said is kept with it: the ground, its source, what is left, and the notice.
    """
    once = claimed(intent, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = variation_in_reach(variation_id, by=by)
    agreement = agreement_locked(found.agreement_id, by=by, at=at)
    refuse_if(found.state != VariationState.DRAFT.value, f"{found} is no draft")
    refuse_while_asked(found.request_id, by=by)
    tried = hold_against_the_law(found, agreement, by)
    with said_by_decide():
        found.request_id = _asked(found, agreement, tried, by, at)
    found.save(update_fields=["ground", "tested", "request_id"])
    record(
        "ask_to_vary", VARIATION, found, by=by, at=at, ground=found.ground, tested=found.tested,
        request=str(found.request_id),
    )  # fmt: skip
    once.keep(found.request_id)
    return found.request_id


@transaction.atomic(durable=True)
def take_over_variation(*, variation_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Marks the draft as approved, once everybody whom the scheme names has approved it."""
    found = variation_in_reach(variation_id, by=by)
    approved_at(found.request_id, by=by, at=at)
    agreement = agreement_locked(found.agreement_id, by=by, at=at)
    # Others may have been approved meanwhile, and the sums with them.
    hold_against_the_law(found, agreement, by)
    move(found, VARIATION_MOVES, VariationState.APPROVED)
    found.save(update_fields=["state", "ground", "tested"])
    record("take_over_variation", VARIATION, found, by=by, at=at, request=str(found.request_id))


@transaction.atomic(durable=True)
def ask_variation_back(
    *, variation_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> UUID:
    """Asks a second person to take an approved variation back, before both sides have signed."""
    found = variation_in_reach(variation_id, by=by)
    refuse_if(found.state != VariationState.APPROVED.value, f"{found} is {found.state}")
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
    """A second person makes it a draft again; its approval is asked for anew."""
    found = variation_in_reach(variation_id, by=by)
    asked = found.taken_back.filter(confirmed_at=None).first()
    if asked is None:
        raise CannotDo([Blocker("Nobody has asked to take it back")])
    refuse_own(asked.asked_by_account, by=by)
    move(found, VARIATION_MOVES, VariationState.DRAFT)
    found.request_id, found.ground, found.tested = None, "", {}
    found.save(update_fields=["state", "request_id", "ground", "tested"])
    asked.confirmed_by_account, asked.confirmed_by_name = by.account_id, by.name
    asked.confirmed_at = at
    asked.save(update_fields=["confirmed_by_account", "confirmed_by_name", "confirmed_at"])
    record("confirm_variation_back", VARIATION, found, by=by, at=at, reason=asked.reason)


def hold_against_the_law(
    found: Variation, agreement: contract.Agreement, by: platform.Officer
) -> Tried:  # fmt: skip
    """Refuses what no ground carries, and writes into the row which one does."""
    words = words_of(found)
    tried = tried_of(
        agreement, words=words, area_code=by.organisation.area_code or "", but=found.pk
    )
    said = tested(tried)
    refuse([
        *blockers_to_vary(agreement.state), *blockers_to_assign(words), *blockers_by_law(said)
    ])  # fmt: skip
    found.ground = said.ground.id if said.ground else ""
    found.tested = _kept(tried, said, agreement)
    return tried


def _kept(tried: Tried, said: Modification, agreement: contract.Agreement) -> dict[str, Any]:
    """The ground with its source, what is left on it, and each notice with its day."""
    ground = said.ground
    if ground is None:
        return {}
    both = {each.side for each in agreement.signatures} == set(Side)
    entered = max(each.signed_on for each in agreement.signatures) if both else None
    owed = notices_owed(tried, said, kind=agreement.wording.kind.value, entered_on=entered)
    return {
        "words": ground.words, "source": ground.source, "verified": ground.verified,
        "left_pence": ground.left_pence, "share": "" if ground.share is None else str(ground.share),
        "reasons": [*ground.reasons_for], "notice": said.notice.words,
        "notice_by": [f"{each.words}: {each.when}" for each in owed],
        "on": tried.on.isoformat(),
    }  # fmt: skip


def _asked(
    found: Variation, agreement: contract.Agreement, tried: Tried, by: platform.Officer,
    at: datetime,
) -> UUID:  # fmt: skip
    """By what all variations come to, so that no limit is dodged by varying in small parts."""
    together = max(abs(found.change_pence), abs(tried.sums.net_pence + found.change_pence))
    term, kind = agreement.term, agreement.wording.kind
    # Notices carry the title, so that of one person's placement says only its kind.
    title = kind.label if kind in ONE_PERSON else agreement.wording.title
    return decide.request_approval(
        subject_kind=VARIATION, subject_id=found.pk,
        title=f"{agreement.reference} {found}: variation of {title}",
        link=f"/contract/changes/variations/{found.pk}/", act=DecidedAct.VARIATION,
        annual_value_pence=contract.annual_pence(together, term), term_months=term.months,
        in_framework=agreement.facts.in_framework, people_affected=found.people_affected,
        author_account_ids={found.written_by_account}, by=by, at=at,
    )  # fmt: skip
