"""What a variation is tried with: the agreement as it stands, and what was changed before it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.vary.models import Variation
from carewright.vary.rules.cumulative import Earlier, asked_before, end_at_award, so_far
from carewright.vary.rules.lives import STANDS, VariationState
from carewright.vary.rules.testing import Tried
from carewright.vary.rules.varying import VariationWords
from carewright.vary.rules.weighing import Valued, Weighed, weighed
from carewright.vary.rules.words import What

#: Somebody may still approve it, or has, and nobody has taken that over yet.
_MAY_COME: Final = frozenset({RequestState.REQUESTED, RequestState.RETURNED, RequestState.APPROVED})


def words_of(found: Variation) -> VariationWords:
    """What it says."""
    return VariationWords(
        touches=tuple(What(each) for each in found.touches), reason=found.reason,
        starts_on=found.starts_on, change_pence=found.change_pence, ends_before=found.ends_before,
        scope=found.scope, price_effect=found.price_effect, people_effect=found.people_effect,
        people_affected=found.people_affected, notice_days=found.notice_days,
        own_notice_days=found.own_notice_days, payment_terms=found.payment_terms,
        leaving_party=found.leaving_party, new_provider=found.new_provider,
        new_provider_number=found.new_provider_number, diligence_on=found.diligence_on,
        consent_on=found.consent_on, people_told_on=found.people_told_on, answers=found.answers,
    )  # fmt: skip


def earlier_of(
    agreement_id: UUID, *, but: UUID | None, seen_by: platform.Officer
) -> tuple[Earlier, ...]:
    """The other variations of the agreement that stand or are asked for, in their order."""
    others = Variation.objects.filter(agreement_id=agreement_id)
    return tuple(
        Earlier(
            each.change_pence, each.ground, bool(each.answers.get("own_decision")),
            each.state == VariationState.APPLIED.value, each.ended_before,
            each.worth_pence, each.ends_before, each.asked_at,
        )
        for each in others.order_by("number")
        if each.pk != but and _counts(each, seen_by)
    )  # fmt: skip


def _counts(each: Variation, seen_by: platform.Officer) -> bool:
    """A draft counts from the day on which its approval is asked for: nobody knows what follows."""
    if VariationState(each.state) in STANDS:
        return True
    if each.state != VariationState.DRAFT.value or each.request_id is None:
        return False
    return decide.state_of(each.request_id, seen_by=seen_by) in _MAY_COME


def tried_of(
    agreement: contract.Agreement, *, words: VariationWords, on: date, seen_by: platform.Officer,
    but: UUID | None = None,
) -> Tried:  # fmt: skip
    """The change beside the agreement and everything that was changed before, or may be.

    What counts from a day gone by is made on the day on which it is tried, under its law.
    """
    earlier = earlier_of(agreement.id, but=but, seen_by=seen_by)
    award_end = end_at_award(agreement.term.ends_before, earlier)
    regime, area_code = agreement.wording.regime, seen_by.organisation.area_code or ""
    return Tried(
        on=max(words.starts_on, on), regime=regime, nation=contract.nation_of(regime, area_code),
        change_pence=words.change_pence, ends_before=words.ends_before,
        changes_provider=What.PROVIDER in words.touches, answers=words.answers,
        sums=so_far(agreement.wording.value_pence, earlier), earlier=earlier,
        starts_on=agreement.term.starts_on, ended_before=agreement.term.ends_before,
        award_ends_before=award_end, longest_ends_before=longest_end(award_end, agreement),
    )  # fmt: skip


def weighed_of(
    tried: Tried, agreement: contract.Agreement, *, asked_at: datetime | None = None
) -> Weighed:
    """What the scheme is asked about it, with what was asked for before."""
    return weighed(
        tried.change_pence, tried.ends_before, valued=valued(agreement),
        earlier=asked_before(tried.earlier, asked_at),
    )  # fmt: skip


def valued(agreement: contract.Agreement) -> Valued:
    """What the agreement is worth as it stands, and for which days."""
    return Valued(agreement.wording.value_pence, agreement.value_term, agreement.term)


def nothing_yet(on: date, answers: Mapping[str, bool]) -> VariationWords:
    """No change at all: what it leaves is what is left today."""
    return VariationWords(touches=(), reason="", starts_on=on, answers=answers)


def longest_end(award_end: date | None, agreement: contract.Agreement) -> date | None:
    """The end with every option that was agreed; an agreement without an end has none."""
    if award_end is None:
        return None
    return max([award_end, *(each.ends_before for each in agreement.extensions)])
