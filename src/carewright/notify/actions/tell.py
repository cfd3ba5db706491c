"""Tells officers that something wants them or has happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final
from uuid import UUID

from procrastinate.contrib.django import app

from carewright.notify import models, queries
from carewright.notify.rules.kinds import NewsKind
from carewright.notify.rules.mailing import Wishes, mail_due
from carewright.platform import api as platform
from carewright.ui.formats import in_london

#: The job that sends what is due, by its name: jobs stand above actions.
MAIL_JOB: Final = "notify.send_due_mail"


def tell(
    *,
    officer_ids: Iterable[UUID],
    kind: NewsKind,
    subject_kind: str,
    subject_id: object,
    title: str,
    link: str,
    organisation_id: UUID,
    by: platform.Actor,
    at: datetime,
) -> None:
    """Writes the news down in the caller's transaction; nobody is told of their own act.

    Whoever stands in on the day for somebody told is told as well, and for whom.

    The mail is queued in the same transaction, so it goes out after it and never without it.
    `title` goes into mails, so it names no person in need of care.
    """
    own = by.id if isinstance(by, platform.Officer) else None
    told = {each for each in officer_ids if each != own}
    wanted = _with_deputies(told, organisation_id, in_london(at).date())
    if own is not None:
        wanted.pop(own, None)
    chosen = queries.wishes_of(wanted)
    news = [
        models.Notification(
            organisation_id=organisation_id,
            officer_id=officer_id,
            kind=kind.value,
            subject_kind=subject_kind,
            subject_id=str(subject_id),
            title=title[:200],
            stands_in_for=away,
            link=link,
            told_at=at,
            mail_due_at=mail_due(kind, chosen.get(officer_id, Wishes()), at),
        )
        for officer_id, away in sorted(wanted.items(), key=str)
    ]
    models.Notification.objects.bulk_create(news)
    for each in news:
        _queue(each)


def _with_deputies(
    officer_ids: Iterable[UUID], organisation_id: UUID, day: date
) -> dict[UUID, str]:
    """Whom to tell, each with the name of whom they stand in for; empty for one's own news."""
    deputies = {
        each.deputy_id: each.absent
        for each in platform.cover_on(organisation_id=organisation_id, day=day)
        if each.absent_id in officer_ids
    }
    return {**deputies, **dict.fromkeys(officer_ids, "")}


def _queue(news: models.Notification) -> None:
    if news.mail_due_at is not None:
        job = app.configure_task(MAIL_JOB, schedule_at=news.mail_due_at, allow_unknown=True)
        job.defer(
            organisation_id=str(news.organisation_id), officer_id=str(news.officer_id),
            until=news.mail_due_at.isoformat(),
        )  # fmt: skip
