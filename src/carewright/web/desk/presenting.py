"""The desk as the inbox prints it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.ui.formats import written_date, written_datetime
from carewright.ui.rows import Count, Link
from carewright.web.desk.duties import Duty, Pending
from carewright.web.desk.piles import (
    Piles,
    end_of_the_week_from,
    not_said_in,
    people_in,
    state_of,
    waiting_for,
)
from carewright.web.rows import DeskPile, DutyRow

WIDEST_BAR: Final = 64


def counts(piles: Piles, pending: Sequence[Pending], now: datetime) -> tuple[Count, ...]:
    """The large numbers at the head of the inbox, each with the people whom it is about."""
    return (
        _count(piles.overdue, _("Overdue"), "#overdue", "late"),
        _count(piles.due, _due_by(now), "#due", "soon"),
        _count(pending, _("Waiting for others"), "#waiting", "wait"),
    )


def desk_piles(piles: Piles, pending: Sequence[Pending], now: datetime) -> tuple[DeskPile, ...]:
    """The piles that have anything in them, the most urgent first."""
    most = max((each.people or 0 for pile in _all(piles, pending) for each in pile), default=0)
    shown = (
        _pile("overdue", _("Overdue"), piles.overdue, most, now),
        _pile("due", _due_by(now), piles.due, most, now),
        _pending_pile(pending, most, now),
        _pile("undated", _("Waiting for you, without a date"), piles.undated, most, now),
        _pile("later", _("Later"), piles.later, most, now),
    )
    return tuple(pile for pile in shown if pile.rows)


def _all(piles: Piles, pending: Sequence[Pending]) -> tuple[Sequence[Duty | Pending], ...]:
    return (piles.overdue, piles.due, pending, piles.undated, piles.later)


def _count(things: Sequence[Duty | Pending], words: str, href: str, state: str) -> Count:
    link = Link(words, href if things else "#desk")
    return Count(str(len(things)), link, _affected(things), state)  # type: ignore[arg-type]


def _affected(things: Sequence[Duty | Pending]) -> str:
    """How many people the things are about, as far as they say."""
    people, unsaid = people_in(things), not_said_in(things)
    if not people:
        return _("People affected: not said") if unsaid else ""
    figures = {"people": f"{people:,}", "unsaid": f"{unsaid:,}"}
    if unsaid:
        words = "%(people)s person, and %(unsaid)s not said"
        return ngettext(words, "%(people)s people, and %(unsaid)s not said", people) % figures
    return ngettext("%(people)s person affected", "%(people)s people affected", people) % figures


def _due_by(now: datetime) -> str:
    return _("Due by %(day)s") % {"day": written_date(end_of_the_week_from(now))}


def _pile(id_: str, heading: str, duties: Sequence[Duty], most: int, now: datetime) -> DeskPile:
    rows = tuple(
        DutyRow(
            text=duty.text, href=duty.href, beneath=duty.words,
            people=_people(duty), bar=_bar(duty, most),
            when=written_datetime(duty.due) if duty.due else _("Whenever you can"),
            tag=state_of(duty.due, now),
        )
        for duty in duties
    )  # fmt: skip
    return DeskPile(id_, heading, _("What to do"), _("Due"), _("State"), rows)


def _pending_pile(pending: Sequence[Pending], most: int, now: datetime) -> DeskPile:
    rows = tuple(
        DutyRow(
            text=each.text, href=each.href, beneath=each.beneath,
            people=_people(each), bar=_bar(each, most),
            when=_("%(who)s, since %(day)s")
            % {"who": each.with_whom, "day": written_date(localtime(each.since).date())},
            tag=waiting_for(each.since, now),
        )
        for each in pending
    )  # fmt: skip
    return DeskPile(
        "waiting", _("Waiting for others"), _("What is waiting"), _("With whom"), _("For"), rows
    )


def _people(thing: Duty | Pending) -> str:
    return _("Not said") if thing.people is None else f"{thing.people:,}"


def _bar(thing: Duty | Pending, most: int) -> int:
    if not thing.people or not most:
        return 0
    return max(2, thing.people * WIDEST_BAR // most)
