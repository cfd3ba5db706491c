"""Options side by side, as the page and the printed paper show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from carewright.plan import api as plan
from carewright.plan.api import Criterion, Leaning, Option, OptionWeighed
from carewright.plan.web.shown import Shown
from carewright.ui.formats import pounds
from carewright.ui.rows import Grid, GridCell, GridColumn, State, Tag

LEANINGS: Final[dict[Leaning, State]] = {
    Leaning.BETTER: "good", Leaning.SAME: "none", Leaning.WORSE: "late",
    Leaning.UNKNOWN: "wait",
}  # fmt: skip


def options_part(found: plan.Decision) -> Shown:
    """Every option that makes sense, assessed or not."""
    shown = [
        each for each in found.options if not (found.is_new and each.option.goes_on_with_what_ends)
    ]
    open_still = sum(not each.is_assessed for each in shown)
    heading = _("Options side by side")
    if open_still:
        heading = _("Options side by side: %s not assessed") % open_still
    return Shown("options", heading, grids=(_compared(shown), _in_words(shown)))


def _compared(shown: list[OptionWeighed]) -> Grid:
    """A criterion a row, an option a column."""
    whole: tuple[tuple[str | GridCell, ...], ...] = (
        (_("Whether it is open"), *(_open(each) for each in shown)),
        (_("People who would change provider"), *(_moving(each) for each in shown)),
        (_("Cost in a year"), *(_costs(each) for each in shown)),
    )
    judged: tuple[tuple[str | GridCell, ...], ...] = tuple(
        (each.label, *(_leaning(one, each) for one in shown)) for each in Criterion
    )
    return Grid(
        caption=_("Every option against the same criteria"),
        columns=(GridColumn(_("Criterion")), *(GridColumn(each.option.label) for each in shown)),
        rows=(*whole, *judged), tight=True,
    )  # fmt: skip


def _open(said: OptionWeighed) -> GridCell:
    if said.ruled_out:
        return GridCell(tag=Tag(_("Ruled out"), "none"))
    tag = Tag(_("Assessed"), "good") if said.is_assessed else Tag(_("Not assessed"), "soon")
    return GridCell(tag=tag)


def _moving(said: OptionWeighed) -> str:
    count = said.people_moving
    missing = count.number is None and not count.is_held_back
    return _("Not assessed") if missing else count.words


def _costs(said: OptionWeighed) -> str:
    pence = said.annual_pence
    return _("Not assessed") if pence is None else pounds(pence, whole=True)


def _leaning(said: OptionWeighed, criterion: Criterion) -> GridCell:
    judged = said.judged.get(criterion)
    if judged is None:
        return GridCell(tag=Tag(_("Not assessed"), "soon"))
    if judged.leaning is None:
        return GridCell(_("In words"))
    return GridCell(tag=Tag(judged.leaning.label, LEANINGS[judged.leaning]))


def _in_words(shown: list[OptionWeighed]) -> Grid:
    """What was said of each option, criterion by criterion; renewal says its own above."""
    said = [
        (f"{each.option.label}: {what}", words)
        for each in shown
        for what, words in _words_of(each)
        if words
    ]
    return Grid(
        caption=_("What was said of each option"), stacked=True,
        columns=(GridColumn(_("Option")), GridColumn(_("In words"))), rows=tuple(said),
    )  # fmt: skip


def _words_of(said: OptionWeighed) -> Iterator[tuple[str, str]]:
    yield _("why it is ruled out"), said.ruled_out
    yield _("for those who would change provider"), said.people_words
    if said.option is not Option.RENEW:
        for criterion, judged in said.judged.items():
            yield criterion.label.lower(), judged.benefits


def renewal_grid(said: OptionWeighed) -> Grid:
    """What going on with what ends would do, for each whom it touches."""
    rows = []
    for each in Criterion:
        judged = said.judged.get(each)
        benefits = judged.benefits if judged else ""
        risks = judged.risks if judged else ""
        rows.append((each.label, _leaning(said, each), benefits, risks))
    return Grid(
        caption=_("Renewal, for each whom it touches"), stacked=True,
        columns=(GridColumn(_("For")), GridColumn(_("Beside today")), GridColumn(_("Benefits")),
                 GridColumn(_("Risks"))),
        rows=tuple(rows),
    )  # fmt: skip
