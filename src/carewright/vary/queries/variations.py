"""Variations, and what is left of what the law allows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from carewright.contract import api as contract
from carewright.contract.api import Authority
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright.vary import rows
from carewright.vary.models import Variation
from carewright.vary.queries.standing import nothing_yet, tried_of, words_of
from carewright.vary.rules.cumulative import SoFar
from carewright.vary.rules.lives import VariationState
from carewright.vary.rules.testing import tested
from carewright_engine.rules.modifications import Modification


def variations_near(officer: platform.Officer) -> OrganisationQuerySet[Variation]:
    """Those of the agreements that the officer may see."""
    own = Variation.objects.for_organisation(officer.organisation.id)
    return own.filter(agreement__in=contract.agreements(seen_by=officer))


def variation(variation_id: UUID, *, seen_by: platform.Officer) -> rows.Variation:
    """One of them; a stranger's does not exist."""
    whole = variations_near(seen_by).prefetch_related("taken_back")
    found = whole.filter(pk=variation_id).first()
    if found is None:
        raise platform.NotFound("There is no such variation that you may see")
    return _row(found)


def variations_of(agreement_id: UUID, *, seen_by: platform.Officer) -> tuple[rows.Variation, ...]:
    """Those of one agreement in their order."""
    near = variations_near(seen_by).filter(agreement_id=agreement_id)
    return tuple(_row(each) for each in near.prefetch_related("taken_back").order_by("number"))


def law_on(found: rows.Variation, *, seen_by: platform.Officer, on: date) -> Modification:
    """What the law says of it beside everything that stands, worked out anew."""
    agreement = contract.agreement(found.agreement_id, seen_by=seen_by, on=on)
    return tested(tried_of(agreement, words=found.words, on=on, seen_by=seen_by, but=found.id))


def headroom(
    agreement: contract.Agreement, *, seen_by: platform.Officer, on: date
) -> tuple[SoFar, Modification]:
    """What earlier variations come to, and what each ground would still allow on the day.

    What somebody answered for the last variation counts on; what nobody answered is not known.
    """
    answers = _told_of_all(agreement.id)
    tried = tried_of(agreement, words=nothing_yet(on, answers), on=on, seen_by=seen_by)
    return tried.sums, tested(tried)


def _told_of_all(agreement_id: UUID) -> dict[str, bool]:
    """What holds for the agreement and not for one change of it."""
    latest = Variation.objects.filter(agreement_id=agreement_id).order_by("-number").first()
    known = latest.answers if latest else {}
    return {name: known[name] for name in ("light_touch", "direct_a_or_b") if name in known}


def _row(found: Variation) -> rows.Variation:
    return rows.Variation(
        id=found.pk, agreement_id=found.agreement_id, reference=str(found),
        state=VariationState(found.state), words=words_of(found), ground=found.ground,
        found=_found(found), request_id=found.request_id, asked_back=_asked_back(found),
        our_signatory=found.our_signatory_name, our_second=found.our_second_name,
        our_signed_on=found.our_signed_on,
        our_authority=Authority(found.our_authority) if found.our_authority else None,
        our_authority_says=found.our_authority_says, our_reason=found.our_reason,
        their_signatory=found.their_signatory_name, their_signed_on=found.their_signed_on,
        document_id=found.document_id, applied_at=found.applied_at,
        applied_by=found.applied_by_name, withdrawn_why=found.withdrawn_why,
        written_by=found.written_by_name, written_at=found.written_at,
    )  # fmt: skip


def _found(found: Variation) -> rows.Found | None:
    said = found.tested
    if not said:
        return None
    return rows.Found(
        said["words"], said["source"], said["verified"], said["left_pence"], said["share"],
        said["notice"], tuple(said["notice_by"]), date.fromisoformat(said["on"]),
    )  # fmt: skip


def _asked_back(found: Variation) -> rows.AskedBack | None:
    for each in found.taken_back.all():
        if each.confirmed_at is None and each.withdrawn_at is None:
            return rows.AskedBack(
                each.reason, each.asked_by_account, each.asked_by_name, each.asked_at
            )
    return None
