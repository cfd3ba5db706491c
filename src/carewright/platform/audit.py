"""Writes the record; an act that cannot be recorded does not happen."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from carewright.platform import models
from carewright.platform.rows import Actor, Operator


class RecordOutsideTransaction(RuntimeError):
    """An event was to be written apart from the change that it tells of."""


def record(
    act: str,
    subject_kind: str,
    subject_id: object,
    *,
    by: Actor,
    at: datetime,
    organisation_id: UUID | None,
    reason: str = "",
    **facts: object,
) -> None:
    """Writes who did what, when, for whom and why, in the transaction that does it.

    `act` is a code that is kept for ever, most often an `Act`; `facts` must be plain values.
    """
    if not connection.in_atomic_block:
        raise RecordOutsideTransaction(
            f"{act} of {subject_kind} {subject_id} was recorded outside a transaction"
        )
    by_id = "operator" if isinstance(by, Operator) else str(by.id)
    models.AuditEvent.objects.create(
        at=at,
        act=str(act),
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        organisation_id=organisation_id,
        by_id=by_id,
        by_name=by.name,
        reason=reason,
        facts=facts,
    )
