"""An answer of the engine as its page prints it, from the title to the files it rests on."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from carewright.analyse import api as analyse
from carewright.analyse.web.ledger import ledger
from carewright.analyse.web.reading import Reading
from carewright.analyse.web.sections import sections
from carewright.analyse.web.summary import summary
from carewright.analyse.web.wording import KINDS_OF_AREA, kind_in_words, sentence
from carewright.ui.formats import written_date
from carewright.ui.rows import Grid, GridCell, GridColumn, Link
from carewright_engine.provision.answers import AreaProvision
from carewright_engine.reports.area_pictures import AreaPicture

#: So much of a digest is enough to tell two files apart by eye.
SHORT_DIGEST = 16


def run_page(read: analyse.AnsweredRun, pictures: tuple[AreaPicture, ...]) -> dict[str, Any]:
    """What the page of an answered run prints."""
    answer, run = read.provision, read.run
    reading = Reading(answer, pictures, run.id)
    kind = kind_in_words(answer.question)
    return {
        "title": f"{heading(answer)}: {kind}",
        "heading": heading(answer),
        "caption": kind,
        "crumbs": crumbs(answer),
        "crumb_here": kind,
        "lead": summary(reading),
        "run": run,
        "ledger": ledger(reading),
        "sections": sections(reading),
        "not_assessed": _not_assessed(answer),
        "files": _files(answer),
        "unused": _unused(answer),
        "version": answer.engine_version,
    }


def heading(answer: AreaProvision) -> str:
    """'Care provision in Fife'; a board's kind is said, as a council may have the same name."""
    kind = answer.question.area.kind
    said = "" if kind in ("council", "country") else f" ({KINDS_OF_AREA[kind]})"
    return f"{answer.title}{said}"


def crumbs(answer: AreaProvision) -> tuple[Link, ...]:
    """The way back: where analyses begin, and those of the same area."""
    area = answer.question.area
    earlier = f"{reverse('analyse:areas')}?{urlencode({'q': area.name})}"
    kind = "" if area.kind == "council" else f" ({KINDS_OF_AREA[area.kind]})"
    return (Link("Analyse", reverse("analyse:areas")), Link(f"{area.name}{kind}", earlier))


def _not_assessed(answer: AreaProvision) -> Grid | None:
    if not answer.not_assessed:
        return None
    return Grid(
        caption="What could not be assessed",
        caption_hidden=True,
        columns=(GridColumn("Question"), GridColumn("Why not"), GridColumn("What would fill it")),
        rows=tuple(
            (each.question, sentence(each.why).rstrip("."), each.what_would_fill_it)
            for each in answer.not_assessed
        ),
        stacked=True,
    )


def _files(answer: AreaProvision) -> Grid:
    """The files that some figure or table rests on, with how many of their rows."""
    used = rows_used(answer)
    return Grid(
        caption="Files that figures here rest on",
        columns=(
            GridColumn("File"),
            GridColumn("Publisher"),
            GridColumn("Licence"),
            GridColumn("Digest (SHA-256)"),
        ),
        rows=tuple(
            (
                GridCell(s.name, beneath=f"true on {written_date(s.as_at)}" if s.as_at else ""),
                s.publisher,
                s.licence,
                s.sha256[:SHORT_DIGEST],
            )
            for s in answer.sources
            if s.sha256 in used
        ),
        stacked=True,
        tight=True,
    )


def _unused(answer: AreaProvision) -> tuple[str, ...]:
    """Files that were at hand and that no figure here needed."""
    used = rows_used(answer)
    return tuple(source.name for source in answer.sources if source.sha256 not in used)


def rows_used(answer: AreaProvision) -> frozenset[str]:
    """Digests of the files behind any figure or table."""
    tables = [table for part in answer.sections for table in part.tables]
    behind = [figure.rows for figure in answer.figures()]
    behind += [table.rows_behind for table in (*answer.grids, *tables)]
    return frozenset(digest for rows in behind for digest in rows.datasets)
