"""What the public may see of the register, and what the law obliges to."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db.models import F, Max, Min, Q
from django.db.models.functions import Coalesce

from carewright.contract import models, rows
from carewright.contract.queries.among import PROTECTED
from carewright.contract.queries.owing import law_facts
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.words import Kind, OptionState, Side
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright_engine.rules.obligations import Obligation, obligations

#: Local Government Transparency Code 2015, paragraph 32: what exceeds £5,000.
PUBLIC_OVER_PENCE: Final = 500_000
_UNSIGNED: Final = (AgreementState.DRAFT.value, AgreementState.APPROVED.value)


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
    facts = law_facts(
        found.wording,
        state=found.state,
        over_on=found.over_on,
        signed=[(each.side, each.signed_on) for each in found.signatures],
        may_extend=any(each.state is OptionState.OPEN for each in found.extensions),
        area_code=area_code,
    )
    return obligations(facts, on)
