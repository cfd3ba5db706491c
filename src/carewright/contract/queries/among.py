"""Which agreements somebody may see at all."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from carewright.contract import models
from carewright.contract.rules.words import ONE_PERSON
from carewright.platform import api as platform
from carewright.platform.api import Act, OrganisationQuerySet

Rows = TypeVar("Rows", bound="QuerySet[models.ImportRow]")
PROTECTED = sorted(kind.value for kind in ONE_PERSON)


def within_reach_of(officer: platform.Officer) -> OrganisationQuerySet[models.Agreement]:
    """The organisation's own; one person's placement only for those who may see people."""
    own = models.Agreement.objects.for_organisation(officer.organisation.id)
    return own if platform.may(officer, Act.SEE_PEOPLE) else own.exclude(kind__in=PROTECTED)


def rows_within_reach_of(officer: platform.Officer, rows: Rows) -> Rows:
    """Rows of a register; one person's placement only for those who may see people."""
    return rows if platform.may(officer, Act.SEE_PEOPLE) else rows.exclude(kind__in=PROTECTED)


def placement_of(found: models.Agreement) -> UUID | None:
    """Its id where it is one person's placement, whose papers are opened with it alone."""
    return found.pk if found.kind in PROTECTED else None
