"""The report of an area's provision as a Word document, for a committee."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import resvg_py
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from carewright_engine.charts import Picture, standalone
from carewright_engine.provision.answers import Grid, Section
from carewright_engine.reports.area_report import (
    MOST_ROWS,
    Chapter,
    cell,
    heading,
    kind_words,
    methods_used,
    tables_to_print,
)

#: A document says when it was made; ours says nothing that its figures do not depend on.
NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
ZOOM: Final = 2  # pixels for one of the drawing's, so that words are sharp on paper


def word_report(title: str, chapters: tuple[Chapter, ...]) -> bytes:
    """The report as the bytes of a .docx; the same answers give the same bytes."""
    document = Document()
    _prepare(document, title)
    document.add_heading(title, level=0)
    for chapter in chapters:
        _chapter(document, chapter)
    _methods(document, chapters)
    _sources(document, chapters[0])
    content = BytesIO()
    document.save(content)
    return _without_time(content.getvalue())


def picture_png(picture: Picture) -> bytes:
    """A chart as a picture that a word processor shows."""
    svg = standalone(picture.wide)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, background="white"))


def _prepare(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Carewright", "en-GB"
    properties.created = properties.modified = NO_DAY
    page = document.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)


def _chapter(document: Any, chapter: Chapter) -> None:
    document.add_heading(kind_words(chapter.answer.question), level=1)
    for section in chapter.answer.sections:
        _section(document, chapter, section)
    document.add_heading("What could not be assessed", level=2)
    rows = [(n.question, n.why, n.what_would_fill_it) for n in chapter.answer.not_assessed]
    _table(document, ("Question", "Why not", "What would fill it"), rows, figures=())


def _section(document: Any, chapter: Chapter, section: Section) -> None:
    document.add_heading(f"{section.name.capitalize()}: {section.heading}", level=2)
    for finding in section.findings:
        care = "Read with care. " if finding.caution else ""
        document.add_paragraph(f"{care}{finding.words}")
    for drawn in chapter.pictures:
        if drawn.section == section.name:
            _picture(document, drawn.picture)
    for table in tables_to_print(chapter, section.name):
        _grid(document, table)
    rows = [
        (figure.words, figure.shown, "" if figure.unit == "share" else figure.unit)
        for figure in section.figures
    ]
    _table(document, ("Figure", "Value", "Unit"), rows, figures=(1,))


def _picture(document: Any, picture: Picture) -> None:
    document.add_paragraph(picture.title).runs[0].bold = True
    shape = document.add_picture(BytesIO(picture_png(picture)), width=Cm(16.5))
    # What somebody hears who does not see the picture.
    shape._inline.docPr.set("descr", picture.description)
    shape._inline.docPr.set("title", picture.title)
    if picture.how_to_read:
        document.add_paragraph(picture.how_to_read).runs[0].italic = True


def _grid(document: Any, table: Grid) -> None:
    document.add_paragraph(table.title).runs[0].bold = True
    rows = [
        tuple(cell(v, c.unit, c.decimals) for v, c in zip(row, table.columns, strict=True))
        for row in table.rows[:MOST_ROWS]
    ]
    figures = tuple(place for place, column in enumerate(table.columns) if column.unit)
    _table(document, tuple(heading(c.name) for c in table.columns), rows, figures=figures)


def _table(
    document: Any,
    headings: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    *,
    figures: tuple[int, ...],
) -> None:
    if not rows:
        return
    table = document.add_table(rows=1, cols=len(headings), style="Light Grid Accent 1")
    for place, words in enumerate(headings):
        table.rows[0].cells[place].text = words
    _repeat_heading(table.rows[0])
    for row in rows:
        cells = table.add_row().cells
        for place, words in enumerate(row):
            cells[place].text = words
            if place in figures:
                cells[place].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph()


def _repeat_heading(row: Any) -> None:
    """A heading row that stands again at the head of each page, and is read out as headings."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _methods(document: Any, chapters: tuple[Chapter, ...]) -> None:
    document.add_heading("How the figures were worked out", level=1)
    for method in methods_used(chapters):
        document.add_heading(method.title, level=3)
        document.add_paragraph(method.words)
        for words in (method.formula, method.source and f"Source: {method.source}"):
            if words:
                document.add_paragraph(words)


def _sources(document: Any, chapter: Chapter) -> None:
    document.add_heading("Files", level=1)
    rows = [
        (s.name, s.publisher, str(s.as_at or "not said"), s.licence, s.sha256)
        for s in chapter.answer.sources
    ]
    _table(
        document, ("File", "Publisher", "True on", "Licence", "SHA-256"), rows, figures=()
    )  # fmt: skip


def _without_time(content: bytes) -> bytes:
    """The same archive with every entry on one day, so that equal reports are equal bytes."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0)), old.read(name))
    return made.getvalue()
