"""What providers say, ask for and pay, and the documents that show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.ui.formats import pounds, written_date
from carewright.ui.rows import Grid, GridCell, GridColumn, State, Tag
from carewright.uplift import api as uplift
from carewright.uplift.api import Said

MOST: Final = 100
SAYS: Final[dict[Said, State]] = {
    Said.REQUESTED: "soon", Said.SENT: "wait", Said.ACCEPTED: "good", Said.DISPUTED: "late",
    Said.SETTLED: "good",
}  # fmt: skip


def heard_grid(found: uplift.Round) -> Grid | None:
    """Every request and answer, the latest first, with the document that a provider shows."""
    if not found.heard:
        return None
    headings = (
        GridColumn(_("Provider")), GridColumn(_("On")), GridColumn(_("Says")),
        GridColumn(_("Asks for"), True), GridColumn(_("In its words")), GridColumn(_("Evidence")),
    )  # fmt: skip
    return Grid(
        caption=_("What providers asked for and answered"), columns=headings, stacked=True,
        rows=tuple(_row(each) for each in found.heard[:MOST]),
        how_to_read=_("Written down by officers. Each answer is about the figures of its day."),
    )  # fmt: skip


def _row(each: uplift.Heard) -> tuple[str | GridCell, ...]:
    return (
        GridCell(each.provider, beneath=_("written down by %s") % each.recorded_by),
        written_date(each.said_on), GridCell(tag=Tag(each.said.label, SAYS[each.said])),
        pounds(each.requested_pence) if each.requested_pence is not None else "",
        each.words or _("Nothing more"), _document(each),
    )  # fmt: skip


def _document(each: uplift.Heard) -> str | GridCell:
    if each.document_id is None:
        return _("None given")
    return GridCell(each.document, link=reverse("platform:document", args=[each.document_id]))


def pay_grid(seen: Mapping[str, uplift.Pay], found: uplift.Round) -> Grid | None:
    """What providers of this round say they pay care workers, beside the wage of the floor."""
    ours = [seen[each.key] for each in found.providers if each.key in seen]
    if not ours:
        return None
    headings = (
        GridColumn(_("Provider")), GridColumn(_("Pay an hour"), True), GridColumn(_("As of")),
        GridColumn(_("Where it says so")),
    )  # fmt: skip
    wage = found.rule.floor.wage if found.rule.floor else 0
    return Grid(
        caption=_("Care workers’ pay seen"), columns=headings, stacked=True,
        rows=tuple(_paid(each, wage) for each in ours),
        flagged=frozenset(place for place, e in enumerate(ours) if e.pence_an_hour < wage),
    )  # fmt: skip


def _paid(each: uplift.Pay, wage: int) -> tuple[str | GridCell, ...]:
    under = _("below the %s of the least cost") % pounds(wage) if each.pence_an_hour < wage else ""
    link = reverse("platform:document", args=[each.document_id]) if each.document_id else ""
    return (
        each.provider, GridCell(pounds(each.pence_an_hour), beneath=under),
        written_date(each.paid_on), GridCell(each.source, link=link),
    )  # fmt: skip


def settlements_grid(settled: list[uplift.Settlement]) -> Grid | None:
    """Rises settled for the whole country, from which rounds may be made."""
    if not settled:
        return None
    headings = (
        GridColumn(_("Settlement")), GridColumn(_("Prices by the")), GridColumn(_("Rise"), True),
        GridColumn(_("From")), GridColumn(_("Where it is published")),
    )  # fmt: skip
    return Grid(
        caption=_("National settlements"), columns=headings, stacked=True,
        rows=tuple(
            (e.name, e.unit.label.lower(), f"{e.rise:.2%}", written_date(e.effective_on), e.source)
            for e in settled[:MOST]
        ),
    )  # fmt: skip
