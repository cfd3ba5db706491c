"""Obligations and timetables as their pages print them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.contract import api as contract
from carewright.keep_to.api import (
    OPEN,
    SETTLED,
    Change,
    ChangeKind,
    DutyState,
    Obligation,
    is_late,
)
from carewright.keep_to.web.words import BASES, checked, standing
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity

#: The steps with something that is owed, and what a link to each says.
STEPS: Final = (("done", _lazy("Mark it done")), ("not_needed", _lazy("It is not needed")),
                ("hand_on", _lazy("Hand it on")))  # fmt: skip
TAKE_BACK: Final = (("take_back", _lazy("It is to be done after all")),)


def about(found: Obligation, at: datetime) -> Identity:
    """The line between the stages and the page."""
    facts = (found.agreement, found.when)
    return Identity(found.reference, facts, standing(found.state, found.due_at, found.sense, at))


def key_facts(found: Obligation) -> tuple[Fact, ...]:
    """What one looks for first."""
    return (
        Fact(_("By when"), found.when[:1].upper() + found.when[1:]),
        Fact(
            _("Owner"), found.owner or _("Nobody"),
            _("Handed on") if found.handed_on else _("As who looks after the agreement"),
        ),
        Fact(_("Usually done by"), found.who.capitalize()),
        Fact(_("Rests on"), str(BASES[found.basis]), checked(found.source, found.verified)),
        Fact(_("What would show it"), found.evidence_wanted.capitalize()),
    )  # fmt: skip


def steps(found: Obligation, by: platform.Officer) -> list[tuple[str, str]]:
    """The steps that the officer may take now: where each leads, and what its link says."""
    if not platform.may(by, Act.KEEP_OBLIGATIONS):
        return []
    if found.state in SETTLED:
        offered: tuple[tuple[str, object], ...] = TAKE_BACK
    else:
        offered = STEPS if found.state in OPEN else ()
    return [(reverse(f"keep_to:{code}", args=[found.id]), str(words)) for code, words in offered]


def history_grid(found: Obligation) -> Grid:
    """What happened to it, the newest first."""
    columns = (_("What happened"), _("Its day"), _("Why"), _("Who"), _("When"))
    return Grid(
        caption=_("History"), caption_hidden=True,
        columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (each.kind.label, _days(each), each.why, each.by, written_datetime(each.at))
            for each in reversed(found.history)
        ),
        stacked=True,
    )  # fmt: skip


def _days(change: Change) -> str:
    after = written_date(change.day_after) if change.day_after else _("No day")
    if change.kind is not ChangeKind.MOVED:
        return after
    before = written_date(change.day_before) if change.day_before else _("No day")
    return _("%(before)s, now %(after)s") % {"before": before, "after": after}


def timetable_page(found: Iterable[Obligation], at: datetime) -> dict[str, Any]:
    """What is to do with a day, what has none yet, and what became of the rest."""
    due = [each for each in found if each.state is DutyState.DUE]
    dated = [each for each in due if each.last_day]
    undated = [each for each in due if not each.last_day]
    rest = [each for each in found if each.state is not DutyState.DUE]
    late = sum(is_late(each.due_at, each.sense, at) for each in dated)
    return {
        "finding": _finding(dated, late),
        "dated": _grid(dated, at, _("To do, the soonest first")) if dated else None,
        "undated": _grid(undated, at, _("Without a day")) if undated else None,
        "rest": _grid(rest, at, _("Done, not needed, or no longer asked")) if rest else None,
    }  # fmt: skip


def _finding(dated: list[Obligation], late: int) -> str:
    if late:
        return count_of(late, "%(n)s duty is late", "%(n)s duties are late")
    if not dated:
        return _("Nothing is due on a day that is known")
    return _("Next: %s") % dated[0].words


def _grid(rows: Iterable[Obligation], at: datetime, caption: str) -> Grid:
    columns = (_("What"), _("By when"), _("Owner"), _("Source"), _("State"))
    return Grid(
        caption=caption, columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (
                GridCell(each.words, reverse("keep_to:obligation", args=[each.id]), each.because),
                each.when, each.owner or _("Nobody"), checked(each.source, each.verified),
                GridCell(
                    tag=standing(each.state, each.due_at, each.sense, at),
                    beneath=each.settled_words,
                ),
            )
            for each in rows
        ),
        stacked=True,
    )  # fmt: skip


def agreement_about(found: contract.Agreement) -> Identity:
    """Which agreement a page is about."""
    providers = ", ".join(each.name for each in found.providers) or _("No provider yet")
    return Identity(found.reference, (found.wording.title, providers))
