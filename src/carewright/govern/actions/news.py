"""Tells people when a paper wants them or something has happened to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from carewright.govern import models
from carewright.notify import api as notify
from carewright.platform import api as platform
from carewright.ui.formats import in_london


def tell_scrutiny(found: models.Paper, *, by: platform.Officer, at: datetime) -> None:
    """Offers the paper to scrutiny members before anybody decides."""
    members = platform.officers_holding(
        frozenset({platform.Role.SCRUTINY_MEMBER}), organisation_id=found.organisation_id,
        on=in_london(at).date(),
    )  # fmt: skip
    tell(found, (each.id for each in members), "You can look at it first", by=by, at=at)


def tell_author(found: models.Paper, what: str, *, by: platform.Officer, at: datetime) -> None:
    """Says to whoever sent the paper on, or began it, what happened."""
    authors = {found.begun_by_id, found.sent_by_id or found.begun_by_id}
    tell(found, authors, what, by=by, at=at)


def tell_members(meeting: models.Meeting, what: str, *, by: platform.Officer, at: datetime) -> None:
    """Says to those who decide as members, and to scrutiny, that a body meets otherwise."""
    members = platform.officers_holding(
        frozenset({platform.Role.DECIDING_MEMBER, platform.Role.SCRUTINY_MEMBER}),
        organisation_id=meeting.organisation_id, on=in_london(at).date(),
    )  # fmt: skip
    notify.tell(
        officer_ids=(each.id for each in members), kind=notify.NewsKind.GOVERN,
        subject_kind="meeting", subject_id=meeting.pk, title=what[:200],
        link=f"/govern/meetings/{meeting.pk}/", organisation_id=meeting.organisation_id, by=by,
        at=at,
    )  # fmt: skip


def tell(
    found: models.Paper, officer_ids: Iterable[UUID], what: str, *,
    by: platform.Officer, at: datetime,
) -> None:  # fmt: skip
    """One notice a person, in the transaction of what it tells of."""
    notify.tell(
        officer_ids=officer_ids, kind=notify.NewsKind.GOVERN, subject_kind="paper",
        subject_id=found.pk, title=f"{what}: {found.reference} {found.title}"[:200],
        link=f"/govern/papers/{found.pk}/", organisation_id=found.organisation_id, by=by, at=at,
    )  # fmt: skip
