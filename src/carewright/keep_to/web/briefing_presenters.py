"""A briefing as its page prints it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.keep_to.api import Briefing, Reader, changed_since, record_says
from carewright.ui.formats import written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Tag


def facts_of(found: contract.Agreement) -> tuple[Fact, ...]:
    """What the record says, as it is today."""
    says = record_says(found)
    goes_on = found.goes_on
    more = (
        (Fact(_("Care goes on by an exception"), goes_on.reason),) if goes_on else ()
    )  # fmt: skip
    return (*(Fact(name, value) for name, value in says.items()), *more)


def parts(found: Briefing) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    """The sections of the page: id, heading, and what stands beneath each smaller heading."""
    words = found.words
    after = ((_("What comes after it"), words.afterwards),) if words.afterwards else ()
    return (
        ("what", _("What it buys, and for whom"),
         ((_("What it buys"), words.buys), (_("For whom"), words.who_for), *after)),
        ("refer", _("How to refer, and whom to call"),
         ((_("How to refer"), words.how_to_refer),
          (_("In working hours"), words.call_in_hours),
          (_("At any other time"), words.call_out_of_hours))),
        ("wrong", _("When it goes wrong: three different things"),
         ((_("Somebody may be harmed: a safeguarding concern"), words.concern),
          (_("Somebody is unhappy with the care: a complaint"), words.complaint),
          (_("A provider disputes a decision: a challenge"), words.challenge))),
    )  # fmt: skip


def changed_grid(agreement: contract.Agreement, found: Briefing) -> Grid | None:
    """What the record says otherwise than when the words were written."""
    changed = changed_since(found.record_said, record_says(agreement))
    if not changed:
        return None
    return Grid(
        caption=_("Changed in the record since this version was written"),
        columns=(GridColumn(_("What")), GridColumn(_("Then")), GridColumn(_("Now"))),
        rows=tuple(changed), stacked=True,
    )  # fmt: skip


def readers_grid(readers: Sequence[Reader]) -> Grid:
    """Who has to have read it, those who have not first."""
    ordered = sorted(readers, key=lambda each: (each.read_at is not None, each.name))
    return Grid(
        caption=_("Who has to have read this version"),
        columns=(GridColumn(_("Name")), GridColumn(_("Team")), GridColumn(_("Read"))),
        rows=tuple(
            (each.name, each.team,
             written_datetime(each.read_at) if each.read_at
             else GridCell(tag=Tag(_("Not yet"), "wait")))
            for each in ordered
        ),
        stacked=True,
    )  # fmt: skip


def reading(readers: Sequence[Reader]) -> str:
    """How many have read it, as a heading says it."""
    if not readers:
        return _("No team has been named that has to read it")
    done = sum(each.read_at is not None for each in readers)
    return _("%(done)s of %(all)s have read it") % {"done": done, "all": len(readers)}
