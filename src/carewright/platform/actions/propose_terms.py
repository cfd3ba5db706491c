"""Brings organisations together on terms, or offers those who are together other terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from carewright.platform import audit, models, policies, rows
from carewright.platform.actions.subjects import partnership_in_reach
from carewright.platform.rules.acts import Act
from carewright.platform.rules.blockers import Blocked, Blocker
from carewright.platform.rules.sharing import (
    Level,
    Part,
    SharedKind,
    blockers_to_terms,
)


class CannotPartner(Blocked):
    """The organisations cannot work together so; `blockers` say why."""


@transaction.atomic(durable=True)
def form_partnership(
    *,
    name: str,
    purpose: str,
    starts_on: date,
    parts: Sequence[Part],
    shared: Mapping[SharedKind, Level],
    by: rows.Officer,
    at: datetime,
) -> UUID:
    """Forms a partnership that the officer's organisation leads, once all its members agree."""
    policies.require(by, Act.PROPOSE_TERMS)
    formed = _formed(name.strip(), purpose.strip(), by, at)
    _propose(formed, starts_on=starts_on, parts=parts, shared=shared, by=by, at=at)
    return formed.id


@transaction.atomic(durable=True)
def propose_terms(
    *,
    partnership_id: UUID,
    starts_on: date,
    parts: Sequence[Part],
    shared: Mapping[SharedKind, Level],
    by: rows.Officer,
    at: datetime,
) -> UUID:
    """Offers other terms; those agreed before stay in force until every member named agrees."""
    found = partnership_in_reach(partnership_id, by=by, act=Act.PROPOSE_TERMS)
    return _propose(found, starts_on=starts_on, parts=parts, shared=shared, by=by, at=at)


def _formed(name: str, purpose: str, by: rows.Officer, at: datetime) -> models.Partnership:
    if not name:
        raise CannotPartner([Blocker("name", "Give the partnership a name")])
    try:
        with transaction.atomic():
            return models.Partnership.objects.create(
                organisation_id=by.organisation.id, name=name, purpose=purpose, formed_at=at
            )
    except IntegrityError:
        says = f"There is a partnership called {name} already"
        raise CannotPartner([Blocker("name", says)]) from None


def _propose(
    whole: models.Partnership,
    *,
    starts_on: date,
    parts: Sequence[Part],
    shared: Mapping[SharedKind, Level],
    by: rows.Officer,
    at: datetime,
) -> UUID:
    before = whole.terms.aggregate(number=Max("number"), starts_on=Max("starts_on"))
    if blockers := blockers_to_terms(
        parts,
        shared,
        lead_id=whole.organisation_id,
        known=set(models.Organisation.objects.values_list("id", flat=True)),
        after=before["starts_on"],
        starts_on=starts_on,
    ):
        raise CannotPartner(blockers)
    terms = models.PartnershipTerms.objects.create(
        partnership=whole,
        number=(before["number"] or 0) + 1,
        starts_on=starts_on,
        proposed_at=at,
        proposed_by_name=by.name,
    )
    _write_down(terms, parts, shared)
    _record(terms, parts, shared, by=by, at=at)
    return terms.id


def _write_down(
    terms: models.PartnershipTerms, parts: Sequence[Part], shared: Mapping[SharedKind, Level]
) -> None:
    models.PartnershipMember.objects.bulk_create(
        models.PartnershipMember(
            terms=terms, organisation_id=part.organisation_id, share=part.share
        )
        for part in parts
    )
    models.PartnershipSharing.objects.bulk_create(
        models.PartnershipSharing(terms=terms, kind=kind.value, level=level.value)
        for kind, level in shared.items()
    )


def _record(
    terms: models.PartnershipTerms,
    parts: Sequence[Part],
    shared: Mapping[SharedKind, Level],
    *,
    by: rows.Officer,
    at: datetime,
) -> None:
    audit.record(
        Act.PROPOSE_TERMS,
        "partnership",
        terms.partnership_id,
        by=by,
        at=at,
        organisation_id=by.organisation.id,
        number=terms.number,
        starts_on=terms.starts_on.isoformat(),
        parts={str(part.organisation_id): part.share for part in parts},
        shared={kind.value: level.value for kind, level in shared.items()},
    )
