"""Where a projection comes from: the rows of files that each part of it takes, and its method."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from carewright.foresee.web import grids
from carewright.foresee.web.presenters import crumbs
from carewright.foresee.web.reading import Reading
from carewright.register import api as register
from carewright.ui.formats import number
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Link
from carewright_engine.demand.scenarios.answers import PartRows

#: Each part by its word: its heading, and how its rows become figures.
PARTS: Final = {
    "people": (
        gettext_lazy("People counted here"),
        gettext_lazy(
            "The dots of the first years, and what the use of support at each age is fitted to. "
            "A figure that was rounded or withheld counts as an interval, not as exact."
        ),
    ),
    "hours": (
        gettext_lazy("Hours counted here"),
        gettext_lazy(
            "Hours over people, by age, give the hours of each person; they move on as those of "
            "all councils together have moved."
        ),
    ),
    "fitted": (
        gettext_lazy("Other councils and kinds of support"),
        gettext_lazy(
            "Councils lend each other strength: a small one’s use at each age is drawn towards "
            "that of all. Other kinds of support stand here where a lever moves people between "
            "them."
        ),
    ),
    "population": (
        gettext_lazy("Who lives here"),
        gettext_lazy("People by sex and single year of age in the year that it begins from."),
    ),
    "nation": (
        gettext_lazy("Who will live in the nation"),
        gettext_lazy("Its councils are made to add up to the nation’s own projection each year."),
    ),
    "rates": (
        gettext_lazy("Births and deaths"),
        gettext_lazy(
            "Each year’s people are those of the year before, a year older, less deaths, with "
            "births and moves; how far these may be off is drawn for every future."
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part as the page prints it."""

    key: str
    heading: str
    method: str
    files: Grid


def where_from_page(reading: Reading, *, own: bool) -> dict[str, Any]:
    """What the page prints; rows are kept by the organisation whose projection it is."""
    kept = reading.answer.basis.rows
    row, answer = reading.row, reading.answer
    return {
        "title": _("Where %(reference)s comes from") % {"reference": row.reference.lower()},
        "caption": row.called,
        "crumbs": (*crumbs(reading), Link(reading.support.name, reading.address)),
        "crumb_here": _("Where from"),
        "parts": tuple(_part(each, reading, own=own) for each in kept),
        "files": None if kept else grids.files(reading),
        "own": own, "whose": row.organisation,
        "facts": (
            Fact(_("Rows behind it"), number(sum(each.rows.count for each in kept)))
            if kept else Fact(_("Rows behind it"), _("Not kept")),
            Fact(_("Worked out by"), f"Carewright {answer.engine_version}"),
            Fact(_("The answer’s digest"), row.answer_sha256[: grids.SHORT_DIGEST]),
        ),
        "cost": reading.answer.question.cost,
        "cost_heading": _("What it costs: stated by whoever asked"),
    }  # fmt: skip


def _part(kept: PartRows, reading: Reading, *, own: bool) -> Part:
    heading, method = PARTS[kept.part]
    headings = (_("File"), _("Publisher"), _("Rows used"), _("Digest (SHA-256)"))
    grid = Grid(
        caption=_("Files and rows: %(part)s") % {"part": str(heading).lower()},
        caption_hidden=True,
        columns=tuple(GridColumn(each, figures=place == 2) for place, each in enumerate(headings)),
        rows=tuple(_files(kept, reading, own=own)),
        stacked=True,
    )
    return Part(kept.part, str(heading), str(method), grid)


def _files(kept: PartRows, reading: Reading, *, own: bool) -> Iterator[tuple[str | GridCell, ...]]:
    sources = {source.sha256: source for source in reading.answer.basis.sources}
    for digest in kept.rows.datasets:
        source, numbers = sources.get(digest), list(kept.rows.rows(digest))
        named = source.name if source else digest[: grids.SHORT_DIGEST]
        link = register.address_of_rows(digest, numbers) if own else ""
        yield (
            GridCell(named, link=link, beneath=grids.true_on(source)),
            source.publisher if source and source.publisher else _("Not known"),
            number(len(numbers)),
            digest[: grids.SHORT_DIGEST],
        )
