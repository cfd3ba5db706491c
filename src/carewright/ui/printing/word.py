"""A Word document of our own; the same words give the same bytes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from carewright_engine.values.inert import UNPRINTABLE

#: A document says when it was made; ours says nothing that its words do not depend on.
NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)


def begun(title: str, organisation: str) -> Any:
    """An empty document on A4 that says what it is and whose."""
    document = Document()
    about = document.core_properties
    about.title, about.author, about.comments = printable(title), printable(organisation), ""
    about.created = about.modified = NO_DAY
    about.language = "en-GB"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
    return document


def finished(document: Any) -> bytes:
    """The bytes of the .docx."""
    content = BytesIO()
    document.save(content)
    return _without_time(content.getvalue())


def printable(words: str) -> str:
    """What XML cannot hold is shown as a mark."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", words)


def ruled(
    document: Any,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    right: Container[int] = (),
) -> None:
    """A table whose headings come again on each page, and whose rows no page divides.

    `right` are the columns of figures, by their place.
    """
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    _fill(table.rows[0], headings, right, bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for each in rows:
        row = table.add_row()
        _fill(row, each, right)
        _mark(row, "w:cantSplit")
    document.add_paragraph()


def numbered(document: Any, words: str) -> None:
    """The same words and the number of the page at the foot of every page."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run(f"{printable(words)}, ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = foot.add_run()._r
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run.append(element)


def _fill(row: Any, cells: Sequence[str], right: Container[int], *, bold: bool = False) -> None:
    for place, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(printable(words)).bold = bold
        if place in right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _without_time(content: bytes) -> bytes:
    """The same archive with every entry on one day."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), compress_type=ZIP_DEFLATED)
    return made.getvalue()
