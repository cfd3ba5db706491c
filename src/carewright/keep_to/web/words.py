"""Words and colours that several pages of the stage share."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.keep_to.api import DutyState, is_late
from carewright.ui.formats import count_of, in_london
from carewright.ui.rows import State, Tag
from carewright_engine.rules.obligation_rules import Basis, Sense

SOON: Final = 30
STATES: Final[dict[DutyState, State]] = {
    DutyState.DUE: "wait", DutyState.EARLIER: "none", DutyState.DONE: "good",
    DutyState.NOT_NEEDED: "none", DutyState.REPLACED: "none",
}  # fmt: skip
BASES: Final = {
    Basis.LAW: _lazy("Law"), Basis.AGREEMENT: _lazy("The agreement"),
    Basis.POLICY: _lazy("Own policy"),
}  # fmt: skip


def how_near(due_at: datetime | None, sense: Sense, now: datetime) -> Tag:
    """How late, or how soon, in words; a day before which nothing may be done is never late."""
    if due_at is None:
        return Tag(_("No day"), "none")
    days = (_day(due_at) - _day(now)).days
    if sense is Sense.NOT_BEFORE:
        return Tag(_("Wait"), "wait") if due_at > now else Tag(_("May be done"), "good")
    if is_late(due_at, sense, now):
        return Tag(count_of(max(-days, 1), "%(n)s day late", "%(n)s days late"), "late")
    words = count_of(days, "%(n)s day", "%(n)s days") if days else _("Today")
    return Tag(words, "soon" if days <= SOON else "none")


def standing(state: DutyState, due_at: datetime | None, sense: Sense, now: datetime) -> Tag:
    """How near, while it is to do; then what became of it."""
    if state is DutyState.DUE:
        return how_near(due_at, sense, now)
    return Tag(state.label, STATES[state])


def checked(source: str, verified: bool) -> str:
    """Where a rule is written, and whether anybody has read and confirmed it."""
    return source if verified else _("%(source)s. Not verified") % {"source": source}


def _day(moment: datetime) -> date:
    return in_london(moment).date()
