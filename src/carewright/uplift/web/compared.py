"""Like prices side by side, before a round and from its day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from carewright.ui.formats import count_of, number, pounds, written_date
from carewright.ui.rows import Grid, GridCell, GridColumn
from carewright.uplift import api as uplift


def like_grid(found: uplift.Round) -> Grid | None:
    """For each kind of care how prices spread over providers, those outside the round included."""
    known: Sequence[Mapping[str, Any]] = found.figures.get("like", ())
    if not known:
        return None
    headings = (
        GridColumn(_("Like prices")), GridColumn(_("Providers"), True),
        GridColumn(_("Middle now"), True),
        GridColumn(_("Middle from %s") % written_date(found.effective_on), True),
        GridColumn(_("Lowest then")), GridColumn(_("Highest then")),
    )  # fmt: skip
    return Grid(
        caption=_("Like providers compared"), columns=headings, stacked=True,
        rows=tuple(_row(each) for each in known),
        how_to_read=_(
            "For the same people, by the same unit. A provider with several such prices counts by "
            "its middle one. Placements of one person are left out."
        ),
    )  # fmt: skip


def _row(each: Mapping[str, Any]) -> tuple[str | GridCell, ...]:
    outside = each["providers"] - each["risen"]
    left = count_of(outside, "%(n)s keeps its price", "%(n)s keep their prices") if outside else ""
    before, after = each["now"], each["then"]
    return (
        each["words"], GridCell(number(each["providers"]), beneath=left), pounds(before[1]),
        pounds(after[1]),
        GridCell(pounds(after[0]), beneath=_end(each["lowest"], before[0])),
        GridCell(pounds(after[2]), beneath=_end(each["highest"], before[2])),
    )  # fmt: skip


def _end(name: str, before: int) -> str:
    """Whose price is at the end of the spread, and where that end lies now."""
    return _("%(who)s; lies at %(now)s now") % {"who": name, "now": pounds(before)}
