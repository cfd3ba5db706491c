"""What a round rests on: how prices rise, who read it, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from carewright.ui.formats import (
    number,
    percent,
    pounds,
    written_date,
)
from carewright.ui.rows import Grid, GridCell, GridColumn, State, Tag
from carewright.uplift import api as uplift
from carewright.uplift.api import ReadState
from carewright.uplift.web.lists import why

READINGS: Final[dict[ReadState, State]] = {
    ReadState.WAITING: "wait", ReadState.RIGHT: "good", ReadState.WRONG: "late",
    ReadState.SENT_BACK: "soon", ReadState.CALLED_OFF: "none",
}  # fmt: skip


def left_out(figures: Mapping[str, Any]) -> Grid | None:
    """Why lines stay out, and how many."""
    counts: Mapping[str, int] = figures["left_out"]
    if not counts:
        return None
    rows = sorted(counts.items(), key=lambda each: -each[1])
    return Grid(
        caption=_("Left out"), columns=(GridColumn(_("Why")), GridColumn(_("Price lines"), True)),
        rows=tuple((why([code]), number(count)) for code, count in rows),
    )  # fmt: skip


def readings(found: uplift.Round) -> Grid | None:
    """Who read the round, and what came of it; a wrong answer stays."""
    rows: list[tuple[str | GridCell, ...]] = []
    for each in found.readings:
        told = "; ".join(
            _("%(line)s: %(theirs)s, the round says %(ours)s") % {
                "line": line.reference, "theirs": pounds(line.answered_pence),
                "ours": pounds(line.expected_pence),
            }
            for line in each.lines
            if line.answered_pence is not None
        )  # fmt: skip
        rows.append((
            GridCell(each.reader_name, beneath=_("asked by %s") % each.chosen_by_name),
            written_date(each.answered_at) if each.answered_at else "",
            GridCell(tag=Tag(each.state.label, READINGS[each.state])), each.words or told,
        ))  # fmt: skip
    if not rows:
        return None
    headings = (_("Reader"), _("Answered"), _("Found"), _("What they came to"))
    return Grid(
        caption=_("Second reading"), columns=tuple(GridColumn(each) for each in headings),
        rows=tuple(rows), stacked=True,
    )  # fmt: skip


def shares(found: uplift.Round) -> Grid:
    """Each formula: the share of every index, its rise and where that is published."""
    headings = (
        GridColumn(_("Formula")), GridColumn(_("Follows")), GridColumn(_("Share"), True),
        GridColumn(_("Rise"), True), GridColumn(_("Source")),
    )  # fmt: skip
    rows = []
    for formula in found.rule.formulas:
        for each in formula.shares:
            if each.weight:
                checked = "" if each.verified or not each.source else _("not checked by anybody")
                if each.why:
                    checked = _("typed, as %s") % each.why
                rows.append((
                    formula.words, each.driver.words, percent(each.weight),
                    percent(each.rise, 2), GridCell(each.source, beneath=checked),
                ))  # fmt: skip
    return Grid(
        caption=_("How prices rise"), columns=headings, rows=tuple(rows), stacked=True,
        how_to_read=_("A share that is fixed does not rise."),
    )  # fmt: skip
