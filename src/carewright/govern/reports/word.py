"""A paper as a Word document; the same paper gives the same bytes."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from carewright.govern.reports.parts import Part, Table
from carewright.ui.printing import begun, finished, printable


def word_document(title: str, organisation: str, parts: tuple[Part, ...]) -> bytes:
    """The paper as the bytes of a .docx."""
    document = begun(title, organisation)
    document.add_heading(printable(title), level=0)
    for part in parts:
        _write(document, part)
    return finished(document)


def _write(document: Any, part: Part) -> None:
    document.add_heading(printable(part.heading), level=1)
    if part.facts:
        _table(document, Table(part.heading, (_("Question"), _("Answer")), part.facts))
    for words in part.paragraphs:
        document.add_paragraph(printable(words))
    if part.table:
        document.add_heading(printable(part.table.caption), level=2)
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
        run = cell.paragraphs[0].add_run(printable(words))
        run.bold = bold


def _repeat_on_every_page(row: Any) -> None:
    """Marks the row as the table's head, which is also how a screen reader knows it."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
