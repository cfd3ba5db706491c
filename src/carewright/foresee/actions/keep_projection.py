"""Gives an answered projection a name, and shows it to partners or to nobody else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.foresee.models import Projection
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind


@transaction.atomic(durable=True)
def name_projection(*, projection_id: UUID, name: str, by: platform.Officer, at: datetime) -> None:
    """Names one's own projection, so that it is found again; no name takes the name off."""
    found = _own(projection_id, Act.NAME_PROJECTION, by)
    before, found.name = found.name, name.strip()
    found.save(update_fields=["name"])
    platform.audit.record(
        Act.NAME_PROJECTION, "projection", found.pk, by=by, at=at,
        organisation_id=found.organisation_id, before=before, name=found.name,
    )  # fmt: skip


@transaction.atomic(durable=True)
def share_projection(
    *, projection_id: UUID, partnership_id: UUID | None, by: platform.Officer, at: datetime
) -> None:
    """Puts one's own projection into a partnership that shares such things; None takes it out."""
    found = _own(projection_id, Act.SHARE_PROJECTION, by)
    if partnership_id and partnership_id not in by.partnerships_sharing(SharedKind.PROJECTION):
        raise platform.NotYours
    before, found.partnership_id = found.partnership_id, partnership_id
    found.save(update_fields=["partnership_id"])
    platform.audit.record(
        Act.SHARE_PROJECTION, "projection", found.pk, by=by, at=at,
        organisation_id=found.organisation_id, before=before and str(before),
        partnership=partnership_id and str(partnership_id),
    )  # fmt: skip


def _own(projection_id: UUID, act: Act, by: platform.Officer) -> Projection:
    """One's own answered projection, locked; any other does not exist."""
    platform.require(by, act)
    own = Projection.objects.for_organisation(by.organisation.id).filter(
        pk=projection_id, answered_at__isnull=False
    )
    found = own.defer("answer", "sources", "question").select_for_update(of=("self",)).first()
    if found is None:
        raise platform.NotYours
    platform.require(by, act, found)
    return found
