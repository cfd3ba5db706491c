"""Closes papers that turn out to belong to one person's placement to those who may not see it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import audit, policies, rows
from carewright.platform.models import Document
from carewright.platform.rules.acts import Act


@transaction.atomic
def keep_with_placement(
    *, document_ids: Collection[UUID], placement_id: UUID, by: rows.Officer, at: datetime
) -> None:
    """From now on the papers are opened with the placement alone, by those who may see people."""
    policies.require(by, Act.SEE_PEOPLE)
    own = Document.objects.for_organisation(by.organisation.id).select_for_update()
    for each in own.filter(pk__in=document_ids, placement_id=None).order_by("id"):
        each.placement_id = placement_id
        each.save(update_fields=["placement_id"])
        audit.record(
            "keep_with_placement", "document", each.pk, by=by, at=at,
            organisation_id=by.organisation.id, placement=str(placement_id),
        )  # fmt: skip
