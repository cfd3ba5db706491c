"""What a variation is tried with: the agreement as it stands, and what was changed before it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from carewright.contract import api as contract
from carewright.vary.models import Variation
from carewright.vary.rules.cumulative import Earlier, end_at_award, so_far
from carewright.vary.rules.lives import STANDS, VariationState
from carewright.vary.rules.testing import Tried, nation_of
from carewright.vary.rules.varying import VariationWords
from carewright.vary.rules.words import What


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


def earlier_of(agreement_id: UUID, *, but: UUID | None) -> tuple[Earlier, ...]:
    """The other variations of the agreement that stand, in their order."""
    others = Variation.objects.filter(agreement_id=agreement_id, state__in=sorted(STANDS))
    return tuple(
        Earlier(
            each.change_pence, each.ground, bool(each.answers.get("own_decision")),
            each.state == VariationState.APPLIED.value, each.ended_before,
        )
        for each in others.order_by("number")
        if each.pk != but
    )  # fmt: skip


def tried_of(
    agreement: contract.Agreement, *, words: VariationWords, area_code: str,
    but: UUID | None = None,
) -> Tried:  # fmt: skip
    """The change beside the agreement and everything that was changed before."""
    earlier = earlier_of(agreement.id, but=but)
    award_end = end_at_award(agreement.term.ends_before, earlier)
    regime = agreement.wording.regime
    return Tried(
        on=words.starts_on, regime=regime, nation=nation_of(regime, area_code),
        change_pence=words.change_pence, ends_before=words.ends_before,
        changes_provider=What.PROVIDER in words.touches, answers=words.answers,
        sums=so_far(agreement.wording.value_pence, earlier),
        starts_on=agreement.term.starts_on, ended_before=agreement.term.ends_before,
        longest_ends_before=_longest(award_end, agreement),
    )  # fmt: skip


def nothing_yet(on: date, answers: Mapping[str, bool]) -> VariationWords:
    """No change at all: what it leaves is what is left today."""
    return VariationWords(touches=(), reason="", starts_on=on, answers=answers)


def _longest(award_end: date | None, agreement: contract.Agreement) -> date | None:
    """The end with every option that was agreed; an agreement without an end has none."""
    if award_end is None:
        return None
    return max([award_end, *(each.ends_before for each in agreement.extensions)])
