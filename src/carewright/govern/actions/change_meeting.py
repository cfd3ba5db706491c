"""A meeting moved to another time or cancelled, and a paper taken off an agenda; all are told."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.govern import models
from carewright.govern.actions.meet import item_in_reach, meeting_in_reach
from carewright.govern.actions.news import tell_author, tell_members
from carewright.govern.actions.partner_news import tell_partners
from carewright.govern.actions.reach import CannotDo, claimed, record, refuse
from carewright.govern.rules.meetings import blockers_to_change, blockers_to_take_off
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import written_datetime


@transaction.atomic(durable=True)
def move_meeting(
    *,
    meeting_id: UUID,
    starts_at: datetime,
    place: str = "",
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Has a body meet at another time; its agenda goes with it."""
    if claimed(intent, Act.KEEP_MEETINGS, by=by, at=at).done:
        return
    meeting = meeting_in_reach(meeting_id, by)
    _refuse(meeting, reason, at, moves_to=starts_at)
    meeting.moved_from, meeting.moved_why = meeting.starts_at, reason.strip()
    meeting.starts_at, meeting.place = starts_at, place.strip() or meeting.place
    try:
        with transaction.atomic():
            meeting.save()
    except IntegrityError:
        says = f"{meeting.body.name} meets at this time already"
        raise CannotDo([Blocker("day", says)]) from None
    _write_down(
        "move_meeting", meeting, by, at, reason, starts_at=starts_at.isoformat(),
        moved_from=meeting.moved_from.isoformat(),
    )  # fmt: skip
    what = f"{meeting.body.name} meets instead on {written_datetime(starts_at)}"
    _tell_of_papers(_on_agenda(meeting), what, by, at)
    tell_members(meeting, what, by=by, at=at)


@transaction.atomic(durable=True)
def cancel_meeting(
    *,
    meeting_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Says that a body does not meet; its papers wait for the next meeting again."""
    if claimed(intent, Act.KEEP_MEETINGS, by=by, at=at).done:
        return
    meeting = meeting_in_reach(meeting_id, by)
    _refuse(meeting, reason, at)
    meeting.cancelled_at, meeting.cancelled_by_name = at, by.name
    meeting.cancelled_why = reason.strip()
    meeting.save()
    _write_down("cancel_meeting", meeting, by, at, reason)
    what = f"{meeting.body.name} does not meet on {written_datetime(meeting.starts_at)}"
    waiting = _on_agenda(meeting)
    for each in waiting:
        _off(each, f"The meeting was cancelled: {reason.strip()}", by, at)
    _tell_of_papers(waiting, what, by, at)
    tell_members(meeting, what, by=by, at=at)


@transaction.atomic(durable=True)
def take_off_agenda(
    *,
    item_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Takes a paper off an agenda before it is resolved on; it waits for another meeting."""
    if claimed(intent, Act.KEEP_MEETINGS, by=by, at=at).done:
        return
    item = item_in_reach(item_id, by)
    off = item.taken_off_at is not None
    refuse(blockers_to_take_off(minuted=item.minuted_at is not None, off=off, reason=reason))
    _off(item, reason.strip(), by, at)
    _tell_of_papers([item], f"Taken off the agenda of {item.meeting.body.name}", by, at)


def _refuse(
    meeting: models.Meeting, reason: str, at: datetime, *, moves_to: datetime | None = None
) -> None:
    refuse(
        blockers_to_change(
            cancelled=meeting.cancelled_at is not None,
            minuted=meeting.items.filter(minuted_at__isnull=False).exists(),
            reason=reason, moves_to=moves_to, at=at,
        )
    )  # fmt: skip


def _on_agenda(meeting: models.Meeting) -> list[models.AgendaItem]:
    standing = meeting.items.filter(minuted_at=None, taken_off_at=None)
    return list(standing.select_related("paper").order_by("number"))


def _off(item: models.AgendaItem, why: str, by: platform.Officer, at: datetime) -> None:
    item.taken_off_at, item.taken_off_by_name, item.taken_off_why = at, by.name, why
    item.save()
    record("take_off_agenda", item.paper, by=by, at=at, reason=why, number=item.number)


def _tell_of_papers(
    items: list[models.AgendaItem], what: str, by: platform.Officer, at: datetime
) -> None:
    """Whoever brought each paper, and the partners with whom it is shared."""
    for each in items:
        tell_author(each.paper, what, by=by, at=at)
        tell_partners(each.paper, what, by=by)


def _write_down(
    act: str, meeting: models.Meeting, by: platform.Officer, at: datetime, reason: str,
    **facts: object,
) -> None:  # fmt: skip
    platform.audit.record(
        act, "meeting", meeting.pk, by=by, at=at, organisation_id=by.organisation.id,
        reason=reason.strip(), body=meeting.body.name, **facts,
    )  # fmt: skip
