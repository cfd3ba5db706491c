"""With whom an organisation works, and on what terms."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from carewright.platform import models, rows
from carewright.platform.queries import NotFound
from carewright.platform.rows.together import Member, Partnership, Sharing, Terms
from carewright.platform.rules.sharing import Level, SharedKind


def partnerships(*, seen_by: rows.Officer) -> list[Partnership]:
    """Every partnership in whose terms the officer's organisation is or was named, by name."""
    return [partnership_row(each) for each in _named(seen_by).order_by("name")]


def partnership(partnership_id: UUID, *, seen_by: rows.Officer) -> Partnership:
    """One of them."""
    found = _named(seen_by).filter(pk=partnership_id).first()
    if found is None:
        raise NotFound("There is no such partnership that you may see")
    return partnership_row(found)


def sharing_of(thing: rows.Shareable, kind: SharedKind, *, seen_by: rows.Officer) -> Sharing | None:
    """Under which partnership the thing is shared now; None: it is its owner's alone."""
    for each in seen_by.partnerings:
        level = each.shared.get(kind)
        if level and thing.organisation_id and each.partnership_id == thing.partnership_id:
            return Sharing(
                owner=models.Organisation.objects.get(pk=thing.organisation_id).name,
                partnership_id=each.partnership_id,
                partnership=models.Partnership.objects.get(pk=each.partnership_id).name,
                level=level,
                own=thing.organisation_id == seen_by.organisation.id,
            )
    return None


def partnerships_sharing(kind: SharedKind, *, seen_by: rows.Officer) -> list[tuple[UUID, str]]:
    """The partnerships into which the officer's organisation may put such a thing, by name."""
    joint = models.Partnership.objects.filter(pk__in=seen_by.partnerships_sharing(kind))
    return list(joint.order_by("name").values_list("id", "name"))


def _named(officer: rows.Officer) -> QuerySet[models.Partnership]:
    own = models.PartnershipMember.objects.filter(organisation_id=officer.organisation.id)
    found = models.Partnership.objects.filter(pk__in=own.values("terms__partnership_id"))
    return found.select_related("organisation").prefetch_related(Prefetch("terms", _all_terms()))


def _all_terms() -> QuerySet[models.PartnershipTerms]:
    members = models.PartnershipMember.objects.select_related("organisation")
    by_name = Prefetch("members", members.order_by("organisation__name"))
    return models.PartnershipTerms.objects.order_by("-number").prefetch_related(by_name, "sharing")


def partnership_row(found: models.Partnership) -> Partnership:
    """The partnership as others see it."""
    return Partnership(
        id=found.id,
        lead_id=found.organisation_id,
        lead=found.organisation.name,
        name=found.name,
        purpose=found.purpose,
        ends_before=found.ends_before,
        terms=tuple(_terms(each) for each in found.terms.all()),
    )


def _terms(found: models.PartnershipTerms) -> Terms:
    return Terms(
        id=found.id,
        number=found.number,
        starts_on=found.starts_on,
        proposed_by=found.proposed_by_name,
        proposed_at=found.proposed_at,
        members=tuple(_member(each) for each in found.members.all()),
        shared={SharedKind(each.kind): Level(each.level) for each in found.sharing.all()},
    )


def _member(found: models.PartnershipMember) -> Member:
    return Member(
        organisation_id=found.organisation_id,
        name=found.organisation.name,
        share=found.share,
        agreed_by=found.agreed_by_name,
        agreed_at=found.agreed_at,
        leaves_before=found.leaves_before,
    )
