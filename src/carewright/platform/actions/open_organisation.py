"""Brings an organisation into this installation, at the operator's word."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from carewright.platform import audit, models, policies, queries, rows
from carewright.platform.rules.acts import Act
from carewright.platform.rules.organisations import OrganisationKind


class OrganisationExists(Exception):
    """Another organisation has this name already."""


@transaction.atomic(durable=True)
def open_organisation(
    *,
    kind: OrganisationKind,
    name: str,
    slug: str,
    area_code: str | None = None,
    practice: bool = False,
    by: rows.Actor,
    at: datetime,
) -> rows.Organisation:
    """Opens an organisation; a practice one never stands for a real body."""
    policies.require(by, Act.OPEN_ORGANISATION)
    if models.Organisation.objects.filter(slug=slug).exists():
        raise OrganisationExists(f"There is an organisation {slug} already")
    if models.Organisation.objects.filter(name=name).exists():
        raise OrganisationExists(f"There is an organisation called {name} already")
    opened = models.Organisation.objects.create(
        kind=kind.value, name=name, slug=slug, area_code=area_code, practice=practice
    )
    audit.record(
        Act.OPEN_ORGANISATION,
        "organisation",
        opened.id,
        by=by,
        at=at,
        organisation_id=opened.id,
        name=name,
        kind=kind.value,
        practice=practice,
    )
    return queries.organisation_row(opened)
