"""Tells officers that something wants them or has happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from carewright.notify import models
from carewright.platform import api as platform


def tell(
    *,
    officer_ids: Iterable[UUID],
    kind: str,
    subject_kind: str,
    subject_id: object,
    title: str,
    link: str,
    organisation_id: UUID,
    by: platform.Actor,
    at: datetime,
) -> None:
    """Writes the news down in the caller's transaction; nobody is told of their own act.

    `title` goes into subject lines, so it names no person in need of care.
    """
    own = by.id if isinstance(by, platform.Officer) else None
    models.Notification.objects.bulk_create(
        models.Notification(
            organisation_id=organisation_id,
            officer_id=officer_id,
            kind=kind,
            subject_kind=subject_kind,
            subject_id=str(subject_id),
            title=title[:200],
            link=link,
            told_at=at,
        )
        for officer_id in sorted(set(officer_ids) - {own}, key=str)
    )
