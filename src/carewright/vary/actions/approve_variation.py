"""Tests a variation against the law, asks for its approval, and takes an approved one back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract.api import ONE_PERSON, Blocker, Side
from carewright.decide import api as decide
from carewright.decide.api import DecidedAct
from carewright.platform import api as platform
from carewright.ui.formats import in_london
from carewright.vary.actions.reach import (
    VARIATION,
    agreement_locked,
    claimed,
    move,
    record,
    refuse,
    refuse_if,
    refuse_while_asked,
    said_by_decide,
    variation_in_reach,
)
from carewright.vary.actions.use_exemptions import refuse_beyond_exemptions
from carewright.vary.models import Variation
from carewright.vary.queries.standing import tried_of, valued, weighed_of, words_of
from carewright.vary.rules.lives import VARIATION_MOVES, VariationState
from carewright.vary.rules.testing import Tried, notices_owed, tested
from carewright.vary.rules.varying import blockers_by_law, blockers_to_assign, blockers_to_vary
from carewright.vary.rules.weighing import Weighed, blockers_to_weigh
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
    tried = hold_against_the_law(found, agreement, by, at)
    refuse(blockers_to_weigh(found.ends_before, valued(agreement)))
    figures = weighed_of(tried, agreement)
    with said_by_decide():
        found.request_id = _asked(found, agreement, figures, by, at)
    found.asked_at, found.worth_pence = at, figures.worth_pence
    found.save(update_fields=["ground", "tested", "request_id", "asked_at", "worth_pence"])
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
    hold_as_of_the_day(found, by, at)
    move(found, VARIATION_MOVES, VariationState.APPROVED)
    found.save(update_fields=["state", "ground", "tested"])
    record("take_over_variation", VARIATION, found, by=by, at=at, request=str(found.request_id))


def hold_as_of_the_day(found: Variation, by: platform.Officer, at: datetime) -> contract.Agreement:
    """Refuses what the scheme or the law of the day would not carry any more, on its facts.

    Between asking and carrying out the scheme, the agreement and other variations may change.
    """
    agreement = agreement_locked(found.agreement_id, by=by, at=at)
    refuse(blockers_by_the_scheme(found, agreement, by, at))
    hold_against_the_law(found, agreement, by, at)
    return agreement


def blockers_by_the_scheme(
    found: Variation, agreement: contract.Agreement, by: platform.Officer, at: datetime
) -> list[Blocker]:
    """Why what was approved is not carried out today."""
    figures = figures_of(found, agreement, by, at)
    wanted = _wanted(agreement, figures)
    return contract.blockers_to_carry_out(found.request_id, wanted, by=by, at=at)


def figures_of(
    found: Variation, agreement: contract.Agreement, by: platform.Officer, at: datetime
) -> Weighed:
    """What the scheme is asked about an asked variation, as the agreement stands today."""
    tried = tried_of(
        agreement, words=words_of(found), on=in_london(at).date(), seen_by=by, but=found.pk
    )
    return weighed_of(tried, agreement, asked_at=found.asked_at)


def hold_against_the_law(
    found: Variation, agreement: contract.Agreement, by: platform.Officer, at: datetime
) -> Tried:
    """Refuses what no ground carries, and writes into the row which one does.

    So it does where the agreement stands on an exemption of which too little is left.
    """
    words = words_of(found)
    tried = tried_of(agreement, words=words, on=in_london(at).date(), seen_by=by, but=found.pk)
    said = tested(tried)
    refuse([
        *blockers_to_vary(agreement.state), *blockers_to_assign(words), *blockers_by_law(said)
    ])  # fmt: skip
    refuse_beyond_exemptions(found, agreement, weighed_of(tried, agreement).worth_pence, by)
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


def _wanted(agreement: contract.Agreement, figures: Weighed) -> decide.Wanted:
    return decide.Wanted(
        DecidedAct.VARIATION, figures.annual_pence, figures.term_months,
        agreement.in_framework,
    )  # fmt: skip


def _asked(
    found: Variation, agreement: contract.Agreement, figures: Weighed, by: platform.Officer,
    at: datetime,
) -> UUID:  # fmt: skip
    """By what all variations come to, so that no limit is dodged by varying in small parts."""
    wanted, kind = _wanted(agreement, figures), agreement.wording.kind
    # Notices carry the title, so that of one person's placement says only its kind.
    title = kind.label if kind in ONE_PERSON else agreement.wording.title
    return decide.request_approval(
        subject_kind=VARIATION, subject_id=found.pk,
        title=f"{agreement.reference} {found}: variation of {title}",
        link=reverse("vary:variation", args=[found.pk]), act=wanted.act,
        annual_value_pence=wanted.annual_pence, term_months=wanted.term_months,
        in_framework=wanted.in_framework, people_affected=found.people_affected,
        author_account_ids=contract.authors(
            found.written_by_account, found.touched_by_accounts
        ), by=by, at=at,
    )  # fmt: skip
