"""The report of an area's provision as a Word document, for a committee.

The words of the document are rendered by a template, as the page's are: building a table cell
by cell takes a word processor's library longer than the whole analysis.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from jinja2 import Environment

from carewright_engine.charts import standalone
from carewright_engine.provision.answers import AreaProvision, Grid, Section
from carewright_engine.provision.inputs import SourceRef
from carewright_engine.reports.area_report import (
    MOST_ROWS,
    Chapter,
    cell,
    columns_to_print,
    environment,
    heading,
    methods_used,
)
from carewright_engine.reports.rasters import as_png
from carewright_engine.values.inert import UNPRINTABLE

#: A document says when it was made; ours says nothing that its figures do not depend on.
NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
TEXT_WIDTH: Final = 9638  # twentieths of a point: A4 less two margins of 2 cm
PICTURE_WIDTH: Final = Cm(16.5)
SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
PAGE_NUMBER: Final = (
    '<w:fldSimple xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture within the document: what refers to it, and its size on paper."""

    relation: str
    width: int
    height: int


def word_report(title: str, chapters: tuple[Chapter, ...]) -> bytes:
    """The report as the bytes of a .docx; the same answers give the same bytes."""
    document = Document()
    _prepare(document, title)
    body = _template().render(
        title=title,
        chapters=chapters,
        images=_images(document, chapters),
        methods=methods_used(chapters),
        sources=chapters[0].answer.sources,
        version=chapters[0].answer.engine_version,
    )
    _fill(document, body)
    content = BytesIO()
    document.save(content)
    return _without_time(content.getvalue())


def _prepare(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Carewright", "en-GB"
    properties.created = properties.modified = NO_DAY
    properties.last_modified_by = "Carewright"
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    page.footer.paragraphs[0]._p.append(parse_xml(PAGE_NUMBER))
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(11)
    styles.element.find(f".//{qn('w:lang')}").set(qn("w:val"), "en-GB")
    in_tables = styles.add_style("Compact", WD_STYLE_TYPE.PARAGRAPH)
    in_tables.base_style = styles["Normal"]
    in_tables.font.size = Pt(9)
    in_tables.paragraph_format.space_after = Pt(2)
    in_tables.paragraph_format.line_spacing = 1.0


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


def _fill(document: Any, body: str) -> None:
    """Puts the rendered words in place of the empty body, and keeps its page set-up."""
    here = document.element.body
    page = here.sectPr
    for element in parse_xml(body):
        page.addprevious(element)


@cache
def _template() -> Any:
    words: Environment = environment().overlay(finalize=_for_xml)
    words.globals = {
        **words.globals,
        "text_width": TEXT_WIDTH,
        "headings_of": _headings,
        "rows_in_words": _rows,
        "figure_columns": _figure_columns,
        "figures_in_words": _figures,
        "not_assessed_in_words": _not_assessed,
        "sources_in_words": _sources,
    }
    return words.get_template("area_report.docx.jinja")


def _for_xml(value: Any) -> Any:
    """What XML cannot hold, should a published name contain it, is shown as a mark."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", value) if type(value) is str else value


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


def _without_time(content: bytes) -> bytes:
    """The same archive with every entry on one day, so that equal reports are equal bytes."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            packed = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            entry = ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), compress_type=packed)
    return made.getvalue()
