"""Other organisations are told of what concerns them by a job that acts for them alone.

The request that changes a shared thing reads nothing of theirs; and the job, which acts for one of
them, sees the thing only as far as it is shared with them when they are told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from carewright.govern import models
from carewright.govern.queries.papers import PAPER
from carewright.notify import api as notify
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.ui.formats import in_london

DIRECTION: Final = "direction"
CHANGED: Final = "Changed"
#: The job that tells, by its name: jobs stand above actions.
TELL_JOB: Final = "govern.tell_of_shared"
#: Who is told in an organisation with which a paper is shared.
PARTNERS_TOLD: Final = frozenset(
    {Role.COMMISSIONER, Role.JOINT_COMMISSIONER, Role.CHIEF_OFFICER, Role.AUTHORISING_DIRECTOR}
)
#: Who is told in the body that a direction is given to, and in the board that gave it.
DIRECTED_TOLD: Final = frozenset({Role.AUTHORISING_DIRECTOR, Role.CHIEF_FINANCE_OFFICER})
BOARD_TOLD: Final = frozenset({Role.CHIEF_OFFICER, Role.JOINT_COMMISSIONER})


@dataclass(frozen=True, slots=True)
class _News:
    """What an organisation is told, and to whom there."""

    title: str
    link: str
    officer_ids: frozenset[UUID]


def tell_partners(found: models.Paper, what: str, *, by: platform.Officer) -> None:
    """Has every other member of the partnership told of a paper; nobody where it is not shared."""
    for each in by.partnerings:
        if each.partnership_id == found.partnership_id:
            _queue(PAPER, found.pk, what, each.members - {by.organisation.id})


def tell_of_direction(found: models.Direction, what: str, *, by: platform.Officer) -> None:
    """Has the other side of a direction told, where it works here."""
    sides = {found.organisation_id, found.to_id} - {by.organisation.id}
    _queue(DIRECTION, found.pk, what, (each for each in sides if each is not None))


@transaction.atomic
def tell_of_shared(
    *, subject_kind: str, subject_id: UUID, what: str, organisation_id: UUID, by: platform.Operator,
    at: datetime, intent: platform.Intent = platform.EACH_TIME,
) -> None:  # fmt: skip
    """Tells an organisation for which the caller acts; nothing where it does not see the thing.

    Whoever has not read yet that it was changed is not told so again. The same intent tells once,
    be it that a worker dies after telling and another takes its job up.
    """
    once = platform.once(
        key=intent.key, fingerprint=intent.fingerprint, by=by, at=at,
        organisation_id=organisation_id,
    )  # fmt: skip
    if once.done:
        return
    found = _NEWS_OF[subject_kind](subject_id, organisation_id, in_london(at).date())
    if found is None:
        return
    title = f"{what}: {found.title}"[:200]
    told = found.officer_ids
    if what == CHANGED:
        told -= notify.with_unread(
            title, subject_kind=subject_kind, subject_id=subject_id,
            organisation_id=organisation_id,
        )  # fmt: skip
    notify.tell(
        officer_ids=told, kind=notify.NewsKind.SHARED, title=title,
        subject_kind=subject_kind, subject_id=subject_id, link=found.link,
        organisation_id=organisation_id, by=by, at=at,
    )  # fmt: skip


def _of_paper(paper_id: UUID, organisation_id: UUID, day: date) -> _News | None:
    found = models.Paper.objects.select_related("organisation").filter(pk=paper_id).first()
    if found is None:
        return None
    title, link = f"{found.reference} {found.title}", f"/govern/papers/{found.pk}/"
    if found.organisation_id == organisation_id:
        authors = {found.begun_by_id, found.sent_by_id or found.begun_by_id}
        return _News(title, link, frozenset(authors))
    told = _holding(PARTNERS_TOLD, organisation_id, day)
    return _News(f"{title}, {found.organisation.name}", link, told)


def _of_direction(direction_id: UUID, organisation_id: UUID, day: date) -> _News | None:
    found = models.Direction.objects.filter(pk=direction_id).first()
    if found is None:
        return None
    roles = BOARD_TOLD if found.organisation_id == organisation_id else DIRECTED_TOLD
    told = _holding(roles, organisation_id, day)
    return _News(f"{found.reference} {found.title}", f"/govern/directions/{found.pk}/", told)


_NEWS_OF: Final = {PAPER: _of_paper, DIRECTION: _of_direction}


def _holding(roles: frozenset[Role], organisation_id: UUID, day: date) -> frozenset[UUID]:
    told = platform.officers_holding(roles, organisation_id=organisation_id, on=day)
    return frozenset(each.id for each in told)


def _queue(
    subject_kind: str, subject_id: UUID, what: str, organisation_ids: Iterable[UUID]
) -> None:
    """In the caller's transaction, so that nobody is told of what did not happen."""
    job = app.configure_task(TELL_JOB, allow_unknown=True)
    for organisation_id in sorted(organisation_ids):
        job.defer(
            subject_kind=subject_kind, subject_id=str(subject_id), what=what,
            organisation_id=str(organisation_id),
        )  # fmt: skip
