"""Shows a paper to partners, as far as the terms of the partnership say."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.govern.actions.partner_news import tell_partners
from carewright.govern.actions.reach import paper_in_reach, record
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind


@transaction.atomic(durable=True)
def share_paper(
    *, paper_id: UUID, partnership_id: UUID | None, by: platform.Officer, at: datetime
) -> None:
    """Puts it into a partnership that shares papers, or with None shows it to nobody else."""
    found = paper_in_reach(paper_id, by=by, act=Act.SHARE_PAPER)
    if partnership_id and partnership_id not in by.partnerships_sharing(SharedKind.PAPER):
        raise platform.NotYours
    was, found.partnership_id = found.partnership_id, partnership_id
    if was == partnership_id:
        return
    found.save(update_fields=["partnership_id"])
    record(
        Act.SHARE_PAPER, found, by=by, at=at, was=str(was or ""),
        partnership=str(partnership_id or ""),
    )  # fmt: skip
    tell_partners(found, "Shared with you", by=by)
