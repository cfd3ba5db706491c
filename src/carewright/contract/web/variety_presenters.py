"""The comparison of agreements as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from carewright.contract.api import Compared
from carewright.contract.web.lists import agreement_address
from carewright.ui.rows import Grid, GridCell, GridColumn
from carewright_engine.reports.variety_report import finding, heading_of, standard_rows
from carewright_engine.reports.variety_tables import (
    held_in_words,
    not_known_in_words,
    where_it_differs,
)
from carewright_engine.variety.answers import Apart, LikeContracts, TermFound


@dataclass(frozen=True, slots=True)
class Group:
    """Agreements for like services."""

    id: str
    caption: str
    heading: str
    differs: Grid | None
    apart: Grid | None
    standard: Grid


def groups_of(found: Compared) -> tuple[Group, ...]:
    """A section for each kind of service that could be compared."""
    return tuple(
        Group(f"like-{place}", group.like, heading_of(group), _differs(group), _apart(group),
              _standard(group))
        for place, group in enumerate(found.answer.groups, start=1)
    )  # fmt: skip


def lead(found: Compared) -> str:
    """What it comes to."""
    return finding(found.answer)


def _differs(group: LikeContracts) -> Grid | None:
    if not group.differing:
        return None
    return Grid(
        caption=_("%s: terms that differ") % group.like,
        columns=(
            GridColumn(_("Term")), GridColumn(_("Held as (agreements)")),
            GridColumn(_("Where it differs")), GridColumn(_("Not known")),
        ),
        rows=tuple(
            (term.words, held_in_words(term), where_it_differs(term), not_known_in_words(term))
            for term in group.differing
        ),
        stacked=True,
    )  # fmt: skip


def _apart(group: LikeContracts) -> Grid | None:
    rows = tuple(_unlike(term, each) for term in group.terms for each in term.apart)
    if not rows:
        return None
    columns = (_("Agreement"), _("Council"), _("Term"), _("Held as"), _("Why it stands apart"))
    return Grid(
        caption=_("%s: agreements that stand apart") % group.like,
        columns=tuple(GridColumn(each) for each in columns), rows=rows, stacked=True,
    )  # fmt: skip


def _unlike(term: TermFound, each: Apart) -> tuple[str | GridCell, ...]:
    who = each.holder
    named = GridCell(who.name, link=_address(who.id), beneath=who.supplier)
    return named, who.council, term.words, each.shown, each.why


def _address(holder_id: str) -> str:
    """The page of one's own agreement; a row of a file has none."""
    try:
        return agreement_address(UUID(holder_id))
    except ValueError:
        return ""


def _standard(group: LikeContracts) -> Grid:
    columns = (_("Term"), _("A standard agreement would say"), _("Why"))
    return Grid(
        caption=_("%s: what a standard agreement would say") % group.like,
        columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(standard_rows(group)), stacked=True,
    )  # fmt: skip
