"""Who is away and who stands in."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Q

from carewright.platform import models, rows
from carewright.platform.models.cover import Covers
from carewright.platform.rows.together import Colleague, Cover

#: What a cover tells, in the order of its row: several questions of one page begin with it.
OF_A_COVER: Final = (
    "id", "absent_id", "absent__account__name", "deputy_id", "deputy__account__name",
    "starts_on", "ends_before", "deputy__active",
)  # fmt: skip


def cover_on(*, organisation_id: UUID, day: date) -> list[Cover]:
    """Who stands in for whom on the day; only deputies who still work there."""
    found = models.Cover.objects.for_organisation(organisation_id).on(day)
    standing = found.filter(deputy__active=True).order_by("starts_on", "id")
    return [Cover(*each) for each in standing.values_list(*OF_A_COVER)]


def covers_from(day: date, *, seen_by: rows.Officer) -> list[Cover]:
    """Every cover of the officer's organisation that has not ended by the day."""
    found = _covers(seen_by.organisation.id).standing().filter(ends_before__gt=day)
    return [cover_row(each) for each in found]


def covers_of(officer_id: UUID, *, day: date, seen_by: rows.Officer) -> list[Cover]:
    """The covers from the day on in which one officer is away or stands in."""
    found = _covers(seen_by.organisation.id).standing().filter(ends_before__gt=day)
    return [cover_row(e) for e in found.filter(Q(absent=officer_id) | Q(deputy=officer_id))]


def colleagues(*, seen_by: rows.Officer) -> list[Colleague]:
    """Everybody who works in the officer's organisation now, by name."""
    found = models.Officer.objects.for_organisation(seen_by.organisation.id).filter(active=True)
    listed = found.order_by("account__name").values_list("id", "account__name", "job_title")
    return [Colleague(*each) for each in listed]


def _covers(organisation_id: UUID) -> Covers:
    found = models.Cover.objects.for_organisation(organisation_id)
    return found.select_related("absent__account", "deputy__account").order_by("starts_on", "id")


def cover_row(found: models.Cover) -> Cover:
    """The cover as others see it."""
    return Cover(
        id=found.id,
        absent_id=found.absent_id,
        absent=found.absent.account.name,
        deputy_id=found.deputy_id,
        deputy=found.deputy.account.name,
        starts_on=found.starts_on,
        ends_before=found.ends_before,
        deputy_works_here=found.deputy.active,
    )
