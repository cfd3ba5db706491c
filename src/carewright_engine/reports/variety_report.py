"""The variety report as a page, a document, tables and a picture for each group."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from carewright_engine.charts import Caption, Picture, Share, chart_css, share_bars
from carewright_engine.provision.analyse import engine_version
from carewright_engine.reports.area_report import environment
from carewright_engine.reports.plain_tables import csv_of, write
from carewright_engine.reports.variety_gathering import Registers
from carewright_engine.reports.variety_tables import (
    APART,
    BASES,
    apart,
    held_in_words,
    never_held,
    not_known_in_words,
    tables_of,
    where_it_differs,
)
from carewright_engine.reports.word_file import finished, new_document, word_environment
from carewright_engine.tables.reading import Reading
from carewright_engine.variety.answers import Basis, LikeContracts, Standard, Variety

TITLE = "How contracts for like services differ"


def write_variety(folder: Path, answer: Variety, registers: Registers) -> Path:
    """The whole report into a folder; returns the page."""
    for table in tables_of(answer):
        write(folder / "tables" / f"{table.name}.csv", csv_of(table))
    plain = json.dumps(asdict(answer), ensure_ascii=False, indent=1, sort_keys=True)
    write(folder / "variety.json", plain.encode())
    write(folder / "report.docx", word_variety(answer, registers))
    page = folder / "report.html"
    write(page, html_variety(answer, registers).encode())
    return page


def html_variety(answer: Variety, registers: Registers) -> str:
    """The report as a page that stands by itself."""
    page = environment().get_template("variety.html.jinja")
    pictures = {group.like: agreement(group) for group in answer.groups}
    style = Markup(chart_css())  # noqa: S704 - our own style sheet
    return page.render(_told(answer, registers), pictures=pictures, style=style)


def word_variety(answer: Variety, registers: Registers) -> bytes:
    """The report as the bytes of a .docx; the same answer gives the same bytes."""
    return finished(new_document(TITLE), _document().render(_told(answer, registers)))


@cache
def _document() -> Any:
    return word_environment().get_template("variety.docx.jinja")


def _told(answer: Variety, registers: Registers) -> dict[str, Any]:
    """What both forms are made of."""
    return {
        "title": TITLE,
        "finding": finding(answer),
        "answer": answer,
        "headings": {group.like: heading_of(group) for group in answer.groups},
        "differing": {group.like: _differing(group) for group in answer.groups},
        "apart": {group.like: [row[1:] for row in apart(group)] for group in answer.groups},
        "apart_columns": [name.capitalize() for name in APART[1:]],
        "standard": {group.like: standard_rows(group) for group in answer.groups},
        "never_held": {group.like: never_held(group) for group in answer.groups},
        "files": [_file(council, reading) for council, reading in registers.readings],
        "left_alone": registers.left_alone,
        "version": engine_version(),
    }


def finding(answer: Variety) -> str:
    """What it comes to, in a sentence or two."""
    if not answer.groups:
        return f"No kind of service has {answer.least} contracts that could be compared."
    contracts = sum(group.contracts for group in answer.groups)
    councils = len({name for group in answer.groups for name in group.councils})
    differing = sum(len(group.differing) for group in answer.groups)
    of_all = sum(1 for group in answer.groups for term in group.terms if term.known)
    kinds = len(answer.groups)
    return (
        f"{contracts:,} contracts of {councils} {_plural(councils, 'council')} for {kinds} "
        f"{_plural(kinds, 'kind')} of service were compared. Of {of_all} terms that the registers "
        f"hold, {differing} {'is' if differing == 1 else 'are'} written in more than one way."
    )


def heading_of(group: LikeContracts) -> str:
    """'Home care: 4 of 9 terms differ among 18 contracts of 3 councils'."""
    held = sum(1 for term in group.terms if term.known)
    councils = len(group.councils)
    return (
        f"{group.like}: {len(group.differing)} of {held} terms differ among {group.contracts} "
        f"contracts of {councils} {_plural(councils, 'council')}"
    )


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"


def agreement(group: LikeContracts) -> Picture:
    """How many of the contracts that say hold each term in its commonest way."""
    shares = [
        Share(term.words, len(term.held[0].holders), term.known)
        for term in group.terms
        if term.known and term.standard.basis is not Basis.MIDDLE  # prices are no yes or no
    ]
    name = "".join(letter if letter.isalnum() else "-" for letter in group.like.lower())
    caption = Caption(
        f"agreement-{name}",
        f"{group.like}: contracts that hold each term in its commonest way",
        how_to_read="A full bar: every contract of which it is known says the same.",
    )
    return share_bars(caption, shares, rows_are="Term", parts_are="Alike", wholes_are="Known")


def _differing(group: LikeContracts) -> list[tuple[str, ...]]:
    return [
        (term.words, held_in_words(term), where_it_differs(term), not_known_in_words(term))
        for term in group.differing
    ]


def standard_rows(group: LikeContracts) -> list[tuple[str, ...]]:
    """What a standard contract would say of each term that is known, and why."""
    return [
        (term.words, term.standard.shown or "No proposal", _basis(term.standard))
        for term in group.terms
        if term.known
    ]


def _basis(standard: Standard) -> str:
    basis = BASES[standard.basis] if standard.basis is not Basis.MIDDLE else ""
    return f"{basis}: {standard.why}" if basis else standard.why


def _file(council: str, reading: Reading) -> tuple[str, ...]:
    counts = (
        reading.rows_read,
        reading.rows_kept - reading.rows_doubtful,
        reading.rows_doubtful,
        reading.rows_refused,
    )
    return (
        council,
        reading.source.name,
        *(f"{count:,}" for count in counts),
        reading.source.sha256[:12],
    )
