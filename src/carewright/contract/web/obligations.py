"""What an agreement obliges to, as its page prints it."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from carewright.contract.web.words import not_verified
from carewright.ui.formats import count_of
from carewright.ui.rows import Grid, GridCell, GridColumn, Tag
from carewright_engine.rules.obligations import Obligation

SOON: Final = 30
SHOWN: Final = 6


def obligations_grid(owed: list[Obligation], today: date, caption: str) -> Grid:
    """Each with whose it is, by when, from which rule, and how near its day is."""
    columns = (_("What"), _("Who"), _("By"), _("From"), _("State"))
    return Grid(
        caption=caption, columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (
                GridCell(each.words, beneath=each.because), each.who.capitalize(),
                each.when,
                GridCell(each.source, beneath="" if each.verified else not_verified()),
                GridCell(tag=_state(each, today)),
            )
            for each in owed
        ),
        stacked=True,
    )  # fmt: skip


def to_come(owed: tuple[Obligation, ...], today: date) -> list[Obligation]:
    """Those whose day is known and has not passed, the soonest first."""
    return [each for each in owed if each.last_day and each.last_day >= today][:SHOWN]


def heading(owed: tuple[Obligation, ...], today: date) -> str:
    """What is due first, as a finding."""
    coming = to_come(owed, today)
    if not coming:
        return _("No duty has a day to come")
    first = coming[0]
    return _("Next: %s") % first.words


def _state(each: Obligation, today: date) -> Tag:
    if each.last_day is None:
        return Tag(_("Waits"), "none")
    days = (each.last_day - today).days
    if days < 0:
        return Tag(_("Day has passed"), "wait")
    return Tag(count_of(days, "%(n)s day", "%(n)s days"), "soon" if days <= SOON else "none")


def owed_page(owed: tuple[Obligation, ...], today: date) -> dict[str, object]:
    """The heading, what comes first, and all of it."""
    coming = to_come(owed, today)
    return {
        "heading": heading(owed, today),
        "first": obligations_grid(coming, today, _("What is due first")) if coming else None,
        "all": obligations_grid(list(owed), today, _("Every duty that the rules know of")),
        "count": len(owed),
    }
