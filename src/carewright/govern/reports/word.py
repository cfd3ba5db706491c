"""A paper as a Word document; the same paper gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import gettext as _
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from carewright.govern.reports.parts import Part, Table
from carewright_engine.values.inert import UNPRINTABLE

#: A document says when it was made; ours says nothing that its words do not depend on.
NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)


def word_document(title: str, organisation: str, parts: tuple[Part, ...]) -> bytes:
    """The paper as the bytes of a .docx."""
    document = Document()
    _prepare(document, title, organisation)
    document.add_heading(_plain(title), level=0)
    for part in parts:
        _write(document, part)
    content = BytesIO()
    document.save(content)
    return _without_time(content.getvalue())


def _prepare(document: Any, title: str, organisation: str) -> None:
    about = document.core_properties
    about.title, about.author, about.comments = _plain(title), _plain(organisation), ""
    about.created = about.modified = NO_DAY
    about.language = "en-GB"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)


def _write(document: Any, part: Part) -> None:
    document.add_heading(_plain(part.heading), level=1)
    if part.facts:
        _table(document, Table(part.heading, (_("Question"), _("Answer")), part.facts))
    for words in part.paragraphs:
        document.add_paragraph(_plain(words))
    if part.table:
        document.add_heading(_plain(part.table.caption), level=2)
        _table(document, part.table)


def _table(document: Any, table: Table) -> None:
    made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    _fill(made.rows[0], table.columns, bold=True)
    _repeat_on_every_page(made.rows[0])
    for line in table.rows:
        _fill(made.add_row(), line)
    document.add_paragraph()


def _fill(row: Any, line: tuple[str, ...], *, bold: bool = False) -> None:
    for cell, words in zip(row.cells, line, strict=True):
        run = cell.paragraphs[0].add_run(_plain(words))
        run.bold = bold


def _repeat_on_every_page(row: Any) -> None:
    """Marks the row as the table's head, which is also how a screen reader knows it."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _plain(words: str) -> str:
    """What XML cannot hold is shown as a mark."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", words)


def _without_time(content: bytes) -> bytes:
    """The same archive with every entry on one day."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), compress_type=ZIP_DEFLATED)
    return made.getvalue()
