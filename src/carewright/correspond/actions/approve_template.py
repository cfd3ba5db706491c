"""Approves the newest words of a template, by somebody else than whoever wrote them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.correspond.actions.reach import record, refuse, template_in_reach
from carewright.correspond.rules.approving import blockers_to_approval
from carewright.platform import api as platform
from carewright.platform.api import Act


@transaction.atomic(durable=True)
def approve_version(*, template_id: UUID, number: int, by: platform.Officer, at: datetime) -> None:
    """From now on letters are written from these words; `number` is what the approver read."""
    found = template_in_reach(template_id, by=by, act=Act.APPROVE_TEMPLATE)
    refuse([] if number == found.newest else ["Newer words have been written since: read those"])
    version = found.versions.select_for_update().get(number=number)
    refuse(blockers_to_approval(
        is_own=platform.is_same_person(by, version.written_by_account),
        approved=version.approved_at is not None,
    ))  # fmt: skip
    version.approved_by_account, version.approved_by_name = by.account_id, by.name
    version.approved_at = at
    version.save(update_fields=["approved_by_account", "approved_by_name", "approved_at"])
    record(Act.APPROVE_TEMPLATE, found, by=by, at=at, version=number)
