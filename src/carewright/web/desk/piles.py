"""Sorts duties as a desk has them: late, due within a week, later, without a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.ui.rows import Tag
from carewright.web.desk.duties import Duty, Pending

SOON_DAYS = 3
DUE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Piles:
    """The desk at one moment."""

    overdue: tuple[Duty, ...]
    due: tuple[Duty, ...]  # within a week
    later: tuple[Duty, ...]
    undated: tuple[Duty, ...]


def sorted_at(duties: Iterable[Duty], now: datetime) -> Piles:
    """Each duty in one pile, the most urgent first."""
    dated = sorted((d for d in duties if d.due is not None), key=_by_urgency)
    soon = end_of_the_week_from(now)
    return Piles(
        overdue=tuple(d for d in dated if d.due is not None and d.due < now),
        due=tuple(d for d in dated if d.due is not None and d.due >= now and _day(d.due) <= soon),
        later=tuple(d for d in dated if d.due is not None and _day(d.due) > soon),
        undated=tuple(d for d in duties if d.due is None),
    )


def _by_urgency(duty: Duty) -> tuple[float, str]:
    return (duty.due.timestamp() if duty.due else 0.0, duty.text)


def end_of_the_week_from(now: datetime) -> date:
    """The last of the days that count as due soon."""
    return _day(now) + timedelta(days=DUE_DAYS)


def people_in(things: Sequence[Duty | Pending]) -> int:
    """How many people the things are about; one person may be counted under more than one."""
    return sum(each.people or 0 for each in things)


def not_said_in(things: Sequence[Duty | Pending]) -> int:
    """How many of the things do not say how many people they are about."""
    return sum(each.people is None for each in things)


def state_of(due: datetime | None, now: datetime) -> Tag:
    """How late, or how soon, in words."""
    if due is None:
        return Tag(_("No date"), "none")
    days = (_day(due) - _day(now)).days
    return _late(-days) if due < now else _coming(days)


def _late(days: int) -> Tag:
    if days == 0:
        return Tag(_("Late today"), "late")
    words = ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days}
    return Tag(words, "late")


def _coming(days: int) -> Tag:
    if days <= 1:
        return Tag(_("Tomorrow") if days else _("Today"), "soon")
    words = ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
    return Tag(words, "soon" if days <= SOON_DAYS else "none")


def waiting_for(since: datetime, now: datetime) -> Tag:
    """For how long something has waited, in words."""
    days = (_day(now) - _day(since)).days
    if days <= 0:
        return Tag(_("Since today"), "wait")
    return Tag(ngettext("%(days)s day", "%(days)s days", days) % {"days": days}, "wait")


def _day(moment: datetime) -> date:
    """The day in London: a deadline of 11.30 pm belongs to that day, in summer too."""
    return localtime(moment).date()
