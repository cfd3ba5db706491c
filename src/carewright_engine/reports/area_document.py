"""The report of an area's provision as a Word document, for a committee.

The words of the document are rendered by a template, as the page's are: building a table cell
by cell takes a word processor's library longer than the whole analysis.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any, Final

from docx.shared import Cm

from carewright_engine.charts import standalone
from carewright_engine.provision.answers import AreaProvision, Grid, Section
from carewright_engine.provision.inputs import SourceRef
from carewright_engine.reports.area_report import (
    MOST_ROWS,
    Chapter,
    cell,
    columns_to_print,
    heading,
    methods_used,
)
from carewright_engine.reports.rasters import as_png
from carewright_engine.reports.word_file import finished, new_document, word_environment

PICTURE_WIDTH: Final = Cm(16.5)
SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture within the document: what refers to it, and its size on paper."""

    relation: str
    width: int
    height: int


def word_report(title: str, chapters: tuple[Chapter, ...]) -> bytes:
    """The report as the bytes of a .docx; the same answers give the same bytes."""
    document = new_document(title)
    body = _template().render(
        title=title,
        chapters=chapters,
        images=_images(document, chapters),
        methods=methods_used(chapters),
        sources=chapters[0].answer.sources,
        version=chapters[0].answer.engine_version,
    )
    return finished(document, body)


def _images(document: Any, chapters: tuple[Chapter, ...]) -> dict[str, Image]:
    """Every picture of the report by its name, put into the document's package once."""
    drawn = {each.picture.name: each.picture for chapter in chapters for each in chapter.pictures}
    svgs = [standalone(picture.wide) for picture in drawn.values()]
    images = {}
    for name, svg, png in zip(drawn, svgs, as_png(svgs), strict=True):
        relation, _ = document.part.get_or_add_image(BytesIO(png))
        images[name] = Image(relation, int(PICTURE_WIDTH), _height_on_paper(svg))
    return images


def _height_on_paper(svg: str) -> int:
    found = SIZE.search(svg)
    if found is None:
        raise ValueError("a picture does not say how wide and high it is drawn")
    return round(PICTURE_WIDTH * float(found[2]) / float(found[1]))


@cache
def _template() -> Any:
    words = word_environment()
    words.globals = {
        **words.globals,
        "headings_of": _headings,
        "rows_in_words": _rows,
        "figure_columns": _figure_columns,
        "figures_in_words": _figures,
        "not_assessed_in_words": _not_assessed,
        "sources_in_words": _sources,
    }
    return words.get_template("area_report.docx.jinja")


def _headings(table: Grid) -> Words:
    return tuple(heading(table.columns[place].name) for place in columns_to_print(table))


def _rows(table: Grid) -> list[Words]:
    printed = [(place, table.columns[place]) for place in columns_to_print(table)]
    return [
        tuple(cell(row[place], column.unit, column.decimals) for place, column in printed)
        for row in table.rows[:MOST_ROWS]
    ]


def _figure_columns(table: Grid) -> tuple[int, ...]:
    printed = enumerate(columns_to_print(table))
    return tuple(place for place, column in printed if table.columns[column].unit)


def _figures(section: Section) -> list[Words]:
    return [
        (figure.words, figure.shown, "" if figure.unit == "share" else figure.unit)
        for figure in section.figures
    ]


def _not_assessed(answer: AreaProvision) -> list[Words]:
    return [(each.question, each.why, each.what_would_fill_it) for each in answer.not_assessed]


def _sources(sources: Sequence[SourceRef]) -> list[Words]:
    return [
        (each.name, each.publisher, str(each.as_at or "not said"), each.licence, each.sha256)
        for each in sources
    ]
