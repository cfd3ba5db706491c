"""What people have put right or confirmed, beside what the files propose."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from carewright.platform import api as platform
from carewright.register import rows
from carewright.register.models import Correction, PublicRunDecision, ServiceReading
from carewright.register.queries.services import latest_of_each_register, services


def corrections(*, seen_by: platform.Officer, at: datetime | None = None) -> list[rows.Correction]:
    """The corrections that stand for the officer's organisation, or that stood at a moment."""
    found = Correction.objects.for_organisation(seen_by.organisation.id)
    if at is None:
        found = found.filter(withdrawn_at=None)
    else:
        withdrawn_later = Q(withdrawn_at=None) | Q(withdrawn_at__gt=at)
        found = found.filter(withdrawn_later, decided_at__lte=at)
    return [
        rows.Correction(
            c.pk, c.service_id, c.as_at, c.column, c.old_value, c.new_value, c.reason,
            c.decided_by_name, c.decided_at,
        )
        for c in found.order_by("decided_at", "id")
    ]  # fmt: skip


def correction(correction_id: UUID, *, seen_by: platform.Officer) -> rows.Correction:
    """One correction that stands; a stranger's does not exist."""
    for found in corrections(seen_by=seen_by):
        if found.id == correction_id:
            return found
    raise platform.NotFound


def public_run_decisions(*, seen_by: platform.Officer) -> dict[str, PublicRunDecision]:
    """What stands on who runs a service, by its number."""
    standing = PublicRunDecision.objects.for_organisation(seen_by.organisation.id)
    return {d.service_id: d for d in standing.filter(withdrawn_at=None)}


def public_run_proposals(
    council_code: str, *, seen_by: platform.Officer
) -> list[rows.PublicRunProposal]:
    """Services of a council that the latest file of each register lets us propose as public."""
    decided = public_run_decisions(seen_by=seen_by)
    there = services(seen_by=seen_by).filter(council_code=council_code)
    proposed = (
        there.filter(latest_of_each_register(there))
        .exclude(public_class="")
        .order_by("kind", "name", "service_id", "organisation_id")
    )
    once = {reading.service_id: reading for reading in reversed(proposed)}
    return [
        _proposal(reading, decided.get(service_id))
        for service_id, reading in reversed(once.items())
    ]


def _proposal(
    reading: ServiceReading, decision: PublicRunDecision | None
) -> rows.PublicRunProposal:
    return rows.PublicRunProposal(
        service_id=reading.service_id, name=reading.name, kind=reading.kind,
        care_group=reading.care_group, provider_name=reading.provider_name,
        council_code=reading.council_code,
        proposed=reading.public_class, basis=reading.public_basis,
        decided=None if decision is None else decision.public_class,
        decided_by="" if decision is None else decision.decided_by_name,
    )  # fmt: skip
