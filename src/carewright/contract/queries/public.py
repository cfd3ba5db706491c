"""What the public may see of the register, and what the law obliges to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import F, Max, Min, Q
from django.db.models.functions import Coalesce

from carewright.contract import models, rows
from carewright.contract.queries.owing import law_facts
from carewright.contract.rules.life_of_an_agreement import NEVER_AGREED
from carewright.contract.rules.open_contracting import PublicEntry, Publisher
from carewright.contract.rules.publishing import KIND, PUBLIC, PUBLISHED_ABOVE, REGIME
from carewright.contract.rules.words import Kind, OptionState, Regime, Side
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright_engine.rules.dated import Dated, dated
from carewright_engine.rules.obligations import Obligation, obligations
from carewright_engine.rules.reading import NotInForce

_UNSIGNED: Final = sorted(state.value for state in NEVER_AGREED)
#: Agreements of unknown kind that the page names one by one.
MOST_NAMED: Final = 10
_MAY_BE_PUBLIC: Final = sorted(kind.value for kind in PUBLIC)
_KIND_IS_KNOWN: Final = ~Q(not_in_source__contains=[KIND])
_ABOUT_ONE: Final = Q(people_supported=1)


def published_above(*, on: date) -> Dated | None:
    """The value above which contracts are published, as the law has it; None where none is held."""
    try:
        return dated(PUBLISHED_ABOVE, on=on)
    except NotInForce:
        return None


def public_register(
    *, seen_by: platform.Officer, on: date
) -> OrganisationQuerySet[models.Agreement]:
    """The entries of the public register: nothing about one person, and nothing of unknown kind."""
    public = _large_enough(seen_by, on).filter(_KIND_IS_KNOWN).exclude(_ABOUT_ONE)
    ours = Q(signatures__party__side=Side.BUYER.value)
    still_open = Q(extensions__state=OptionState.OPEN.value)
    return public.annotate(
        awarded_on=Min("signatures__signed_on", filter=ours),
        extended_before=Coalesce(Max("extensions__ends_before"), F("ends_before")),
        review_on=Min("extensions__decide_by", filter=still_open),
    )


def withheld(*, seen_by: platform.Officer, on: date) -> rows.Withheld:
    """How many agreements that the law may want published are not, and why."""
    found = _large_enough(seen_by, on)
    unknown, one = (found.filter(each).count() for each in (~_KIND_IS_KNOWN, _ABOUT_ONE))
    first = found.filter(~_KIND_IS_KNOWN).order_by("number")[:MOST_NAMED]
    return rows.Withheld(unknown, one, tuple((e.pk, f"{e} {e.title}") for e in first))


def _large_enough(seen_by: platform.Officer, on: date) -> OrganisationQuerySet[models.Agreement]:
    """What is signed or in use, of a kind that may be published, and worth enough or of no value.

    Of what was imported without a kind, a person has said one for the whole file alone.
    """
    own = models.Agreement.objects.for_organisation(seen_by.organisation.id)
    found = own.filter(kind__in=_MAY_BE_PUBLIC).exclude(state__in=_UNSIGNED)
    least = published_above(on=on)
    return found.filter(Q(value_pence=None) | Q(value_pence__gt=least.pence)) if least else found


def public_entries(*, seen_by: platform.Officer, on: date) -> Iterator[PublicEntry]:
    """The same entries one after the other, as a file of open data takes them."""
    found = public_register(seen_by=seen_by, on=on).order_by("number")
    for each in found.iterator(chunk_size=1_000):
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
        regime=None if REGIME in found.not_in_source else Regime(found.regime),
        provider=found.provider_name,
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
