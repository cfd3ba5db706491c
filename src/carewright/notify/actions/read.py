"""Marks what an officer was told as read."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from carewright.notify import queries
from carewright.platform import api as platform


@transaction.atomic(durable=True)
def mark_all_read(*, by: platform.Officer, at: datetime) -> int:
    """Everything that the officer was told until now is read; how much that was.

    It changes nothing but the officer's own list, so the record does not speak of it.
    """
    platform.require(by, platform.Act.SEE_NOTICES)
    return (
        queries.notifications(seen_by=by).filter(read_at=None, told_at__lte=at).update(read_at=at)
    )
