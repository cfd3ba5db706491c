"""Records that both sides signed a variation, and puts its terms into the agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.contract.api import Authority
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london, written_date
from carewright.vary.actions.approve_variation import (
    blockers_by_the_scheme,
    figures_of,
    hold_as_of_the_day,
)
from carewright.vary.actions.reach import (
    VARIATION,
    agreement_locked,
    move,
    record,
    refuse,
    refuse_if,
    variation_in_reach,
)
from carewright.vary.actions.take_variation_back import refuse_asked_back
from carewright.vary.actions.use_exemptions import refuse_beyond_exemptions, use_exemptions
from carewright.vary.models import Variation
from carewright.vary.rules.lives import VARIATION_MOVES, VariationState
from carewright.vary.rules.words import What


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """The signed file as somebody gives it."""

    name: str
    content: IO[bytes]


@transaction.atomic(durable=True)
def sign_variation(
    *,
    variation_id: UUID,
    officer_id: UUID,
    our_day: date,
    their_name: str,
    their_day: date,
    second_officer_id: UUID | None = None,
    reason: str = "",
    copy: SignedCopy | None = None,
    by: platform.Officer,
    at: datetime,
) -> None:
    """Who signed for each side, on which day, with the signed file if there is one.

    Our officers' authority is that of the scheme in force on the day of signing, as for the
    agreement itself, and as many of them sign as it wants; without that the signature is recorded
    with its reason.
    """
    platform.require(by, Act.RECORD_SIGNATURE)
    found = variation_in_reach(variation_id, by=by)
    agreement = agreement_locked(found.agreement_id, by=by, at=at)
    refuse(blockers_by_the_scheme(found, agreement, by, at))
    worth_pence = figures_of(found, agreement, by, at).worth_pence
    refuse_beyond_exemptions(found, agreement, worth_pence, by)
    refuse_asked_back(found)
    refuse_if(not their_name.strip(), "Say who signed for the other side", "their_name")
    today = in_london(at).date()
    for day, where in ((our_day, "our_day"), (their_day, "their_day")):
        refuse_if(day > today, "That day is still to come", where)
    move(found, VARIATION_MOVES, VariationState.SIGNED)
    refuse_if(second_officer_id == officer_id, "Another officer signs beside the first",
              "second_officer_id")  # fmt: skip
    officers = (officer_id, second_officer_id) if second_officer_id else (officer_id,)
    _keep_our_signatures(found, agreement, officers, our_day, reason, by, at)
    found.our_signed_on, found.their_signed_on = our_day, their_day
    found.their_signatory_name = their_name.strip()
    found.document_id = _kept(copy, found, by, at) if copy else None
    found.save()
    record(
        "sign_variation", VARIATION, found, by=by, at=at, reason=reason,
        ours=found.our_signatory_name, second=found.our_second_name, authority=found.our_authority,
        our_day=our_day.isoformat(), theirs=found.their_signatory_name,
        their_day=their_day.isoformat(), document=str(found.document_id or ""),
    )  # fmt: skip


@transaction.atomic(durable=True)
def apply_variation(*, variation_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Puts what both sides signed into the agreement: all of it, once, or nothing.

    Where it stands on an exemption, what the change adds is used of that in the same moment.
    """
    found = variation_in_reach(variation_id, by=by)
    refuse_if(found.state == VariationState.APPLIED.value, f"{found} has been applied already")
    refuse_asked_back(found)
    begins = written_date(found.starts_on)
    refuse_if(in_london(at).date() < found.starts_on, f"It counts from {begins}, not before")
    agreement = hold_as_of_the_day(found, by, at)
    use_exemptions(found, agreement, figures_of(found, agreement, by, at).worth_pence, by, at)
    move(found, VARIATION_MOVES, VariationState.APPLIED)
    found.ended_before = agreement.term.ends_before if found.ends_before else None
    found.applied_at, found.applied_by_name = at, by.name
    found.save(update_fields=["state", "ended_before", "applied_at", "applied_by_name"])
    _change_the_agreement(found, by, at)
    record("apply_variation", VARIATION, found, by=by, at=at, agreement=agreement.reference)


def _change_the_agreement(found: Variation, by: platform.Officer, at: datetime) -> None:
    cites = f"{found} {found.pk}"
    contract.change_terms(
        agreement_id=found.agreement_id, terms=_terms(found), reason=found.reason, cites=cites,
        by=by, at=at,
    )  # fmt: skip
    if What.PROVIDER.value in found.touches and found.leaving_party:
        contract.assign_agreement(
            agreement_id=found.agreement_id, party_id=found.leaving_party,
            name=found.new_provider, number=found.new_provider_number, on=found.starts_on,
            reason=found.reason, cites=cites, by=by, at=at,
        )  # fmt: skip


def _terms(found: Variation) -> contract.Terms:
    return contract.Terms(
        value_by_pence=found.change_pence or None, ends_before=found.ends_before,
        notice_days=found.notice_days, own_notice_days=found.own_notice_days,
        payment_terms=found.payment_terms or None,
    )  # fmt: skip


def _keep_our_signatures(
    found: Variation, agreement: contract.Agreement, officers: Sequence[UUID], our_day: date,
    reason: str, by: platform.Officer, at: datetime,
) -> None:  # fmt: skip
    figures = figures_of(found, agreement, by, at)
    approved = contract.is_approved(found.request_id, seen_by=by, by_day=our_day)
    ours = [
        contract.signatory(
            each, annual_pence=figures.annual_pence, term_months=figures.term_months,
            in_framework=agreement.in_framework, signed_on=our_day, by=by, approved=approved,
        )
        for each in officers
    ]  # fmt: skip
    authority, says = _together(ours)
    refuse_if(
        authority is Authority.LACKED and not reason.strip(),
        f"{says}. Say why they signed all the same", "reason",
    )  # fmt: skip
    found.our_signatory_id, found.our_signatory_name = officers[0], ours[0].name
    if len(officers) > 1:
        found.our_second_signatory_id, found.our_second_name = officers[1], ours[1].name
    found.our_authority, found.our_authority_says = authority.value, says
    found.our_reason = reason.strip()


def _together(ours: Sequence[contract.Signatory]) -> tuple[Authority, str]:
    """Whether they bind us: each of them by the scheme, and as many of them as it wants."""
    lacking = [each for each in ours if each.said.authority is Authority.LACKED]
    if lacking:
        return Authority.LACKED, lacking[0].said.says
    wanted = max(each.signatures_wanted for each in ours)
    if len(ours) < wanted:
        return Authority.LACKED, f"The scheme wants {wanted} signatures of ours; this is one"
    return Authority.HELD, "; ".join(dict.fromkeys(each.said.says for each in ours))


def _kept(copy: SignedCopy, found: Variation, by: platform.Officer, at: datetime) -> UUID:
    try:
        kept = platform.keep_given(
            name=copy.name, content=copy.content, retention=platform.Retention.SEVEN_YEARS,
            placement_id=contract.placement_of(found.agreement), by=by, at=at,
        )  # fmt: skip
    except platform.CannotKeep as refused:
        raise contract.CannotDo([contract.Blocker("copy", str(refused))]) from None
    return kept.id
