"""What the public may see of the register, and what the law obliges to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import F, Max, Min, Q
from django.db.models.functions import Coalesce

from carewright.contract import models, rows
from carewright.contract.queries.among import PROTECTED
from carewright.contract.queries.owing import law_facts
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.open_contracting import PublicEntry, Publisher
from carewright.contract.rules.words import Kind, OptionState, Regime, Side
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


def public_entries(*, seen_by: platform.Officer) -> Iterator[PublicEntry]:
    """The same entries one after the other, as a file of open data takes them."""
    for each in public_register(seen_by=seen_by).order_by("number").iterator(chunk_size=1_000):
        yield _entry(each)


def publisher(*, seen_by: platform.Officer) -> Publisher | None:
    """Who publishes the register; None until the organisation has said its prefix."""
    own = models.OpenDataPublisher.objects.for_organisation(seen_by.organisation.id)
    prefix = own.values_list("ocid_prefix", flat=True).first()
    ours = seen_by.organisation
    return Publisher(prefix, ours.slug, ours.name) if prefix else None


def _entry(found: Any) -> PublicEntry:
    return PublicEntry(
        id=found.pk, reference=str(found), title=found.title, kind=Kind(found.kind),
        regime=Regime(found.regime), provider=found.provider_name,
        provider_number=found.provider_number, awarded_on=found.awarded_on,
        value_pence=found.value_pence, starts_on=found.starts_on,
        ends_on=_last_day(found.ends_before), extended_to=_last_day(found.extended_before),
        review_on=found.review_on,
    )  # fmt: skip


def _last_day(ends_before: date | None) -> date | None:
    return ends_before - timedelta(days=1) if ends_before else None


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
