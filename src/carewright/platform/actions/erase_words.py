"""Makes the record forget the words of an event, never that it happened."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import audit, models, rows
from carewright.platform.policies import require
from carewright.platform.queries import NotFound
from carewright.platform.rules.acts import Act


class CannotErase(ValueError):
    """Words are not erased without a reason."""


@transaction.atomic(durable=True)
def erase_words(*, event_id: UUID, reason: str, by: rows.Actor, at: datetime) -> None:
    """Takes name, reason, facts and salt out of an event. Twice does no harm.

    Who did what by code and id, when and to what, stays, and so does the proof that it was sealed.
    """
    require(by, Act.ERASE_WORDS)
    if not reason.strip():
        raise CannotErase("Say why, without repeating what is erased")
    found = models.AuditEvent.objects.select_for_update().filter(pk=event_id).first()
    if found is None:
        raise NotFound("There is no such event")
    if found.erased_at is not None:
        return
    models.AuditEvent.objects.filter(pk=event_id).update(
        salt=None, by_name="", reason="", facts={}, erased_at=at
    )
    audit.record(
        Act.ERASE_WORDS,
        "event",
        event_id,
        by=by,
        at=at,
        organisation_id=found.organisation_id,
        reason=reason.strip(),
    )
