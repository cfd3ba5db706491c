"""What the public may see of the register, and what the law obliges to."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db.models import F, Max, Min, Q
from django.db.models.functions import Coalesce

from carewright.contract import models, rows
from carewright.contract.queries.among import PROTECTED
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.words import Kind, OptionState, Regime, Side
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright_engine.rules import facts as law
from carewright_engine.rules.obligations import Obligation, obligations
from carewright_engine.values.bank_holidays import Nation

#: Local Government Transparency Code 2015, paragraph 32: what exceeds £5,000.
PUBLIC_OVER_PENCE: Final = 500_000
_UNSIGNED: Final = (AgreementState.DRAFT.value, AgreementState.APPROVED.value)
_SCOTTISH: Final = (Regime.SCOT_HIGHER, Regime.SCOT_REGULATED)


def public_register(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.Agreement]:
    """The entries of the public register; one person's placement is never among them."""
    own = models.Agreement.objects.for_organisation(seen_by.organisation.id)
    public = own.exclude(kind__in=[*PROTECTED, Kind.IN_HOUSE.value]).exclude(state__in=_UNSIGNED)
    valued = public.filter(Q(value_pence=None) | Q(value_pence__gt=PUBLIC_OVER_PENCE))
    ours = Q(signatures__party__side=Side.BUYER.value)
    still_open = Q(extensions__state=OptionState.OPEN.value)
    return valued.annotate(
        awarded_on=Min("signatures__signed_on", filter=ours),
        extended_before=Coalesce(Max("extensions__ends_before"), F("ends_before")),
        review_on=Min("extensions__decide_by", filter=still_open),
    )


def obligations_of(found: rows.Agreement, *, area_code: str, on: date) -> tuple[Obligation, ...]:
    """What the dated rules oblige to, from what is known of the agreement."""
    return obligations(_facts(found, area_code), on)


def _facts(found: rows.Agreement, area_code: str) -> law.ContractFacts:
    words = found.wording
    signed = [each.signed_on for each in found.signatures]
    both = {each.side for each in found.signatures} == set(Side)
    return law.ContractFacts(
        regime=law.Regime(words.regime.value), nation=_nation(words.regime, area_code),
        kind=words.kind, value_pence=words.value_pence,
        entered_on=max(signed) if both else None, starts_on=words.starts_on,
        ends_before=words.ends_before,
        terminated_on=found.over_on if found.state is AgreementState.TERMINATED else None,
        notice_days=words.own_notice_days,
        transfer_on=words.starts_on if words.tupe else None,
        extension_possible=any(each.state is OptionState.OPEN for each in found.extensions),
    )  # fmt: skip


def _nation(regime: Regime, area_code: str) -> Nation | None:
    """By the regime; below every threshold, by where the organisation is."""
    if regime in _SCOTTISH:
        return Nation.SCOTLAND
    if regime is Regime.BELOW_THRESHOLD:
        return {"S": Nation.SCOTLAND, "E": Nation.ENGLAND}.get(area_code[:1])
    return Nation.ENGLAND
