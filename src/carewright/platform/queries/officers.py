"""Who is enrolled in an organisation, for its administrators and auditors."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch

from carewright.platform import models, rows
from carewright.platform.likeness import likest
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.queries import NotFound
from carewright.platform.rows.officers import EnrolledOfficer, HeldRole
from carewright.platform.rules.organisations import Role


def enrolled_officers(*, seen_by: rows.Officer) -> list[EnrolledOfficer]:
    """Everybody enrolled in the officer's organisation, also who has left, by name."""
    return [_enrolled(each) for each in _of(seen_by).order_by("account__name", "id")]


def found_officers(words: str, *, seen_by: rows.Officer, most: int) -> list[EnrolledOfficer]:
    """Whoever is enrolled in the officer's organisation with such a name, job or address."""
    columns = ("account__name", "job_title", "account__email")
    return [_enrolled(each) for each in likest(_of(seen_by), words, *columns, most=most)]


def enrolled_officer(officer_id: UUID, *, seen_by: rows.Officer) -> EnrolledOfficer:
    """One of them."""
    found = _of(seen_by).filter(pk=officer_id).first()
    if found is None:
        raise NotFound("There is no such officer that you may see")
    return _enrolled(found)


def _of(officer: rows.Officer) -> OrganisationQuerySet[models.Officer]:
    held = Prefetch("roles", models.OfficerRole.objects.order_by("-starts_on", "role"))
    found = models.Officer.objects.for_organisation(officer.organisation.id)
    return found.select_related("account").prefetch_related(held)


def _enrolled(found: models.Officer) -> EnrolledOfficer:
    return EnrolledOfficer(
        id=found.id,
        account_id=found.account_id,
        name=found.account.name,
        email=found.account.email,
        job_title=found.job_title,
        active=found.active,
        enrolled_at=found.enrolled_at,
        deactivated_at=found.deactivated_at,
        roles=tuple(
            HeldRole(Role(each.role), each.starts_on, each.ends_before)
            for each in found.roles.all()
        ),
    )
