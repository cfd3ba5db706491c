"""A Word document made of rendered words: the same words give the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from jinja2 import Environment

from carewright_engine.reports.area_report import environment
from carewright_engine.values.inert import UNPRINTABLE

#: A document says when it was made; ours says nothing that its figures do not depend on.
NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
TEXT_WIDTH: Final = 9638  # twentieths of a point: A4 less two margins of 2 cm
PAGE_NUMBER: Final = (
    '<w:fldSimple xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
)


def new_document(title: str) -> Any:
    """An empty document on A4 with page numbers, in British English."""
    document = Document()
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
    return document


def finished(document: Any, body: str) -> bytes:
    """The document with its rendered body, as the bytes of a .docx."""
    _fill(document, body)
    content = BytesIO()
    document.save(content)
    return _without_time(content.getvalue())


def _fill(document: Any, body: str) -> None:
    """Puts the rendered words in place of the empty body, and keeps its page set-up."""
    here = document.element.body
    page = here.sectPr
    for element in parse_xml(body):
        page.addprevious(element)


def word_environment() -> Environment:
    """Where the templates of documents are rendered: text in them is safe within XML."""
    words = environment().overlay(finalize=_for_xml)
    words.globals = {**words.globals, "text_width": TEXT_WIDTH}
    return words


def _for_xml(value: Any) -> Any:
    """What XML cannot hold, should a published name contain it, is shown as a mark."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", value) if type(value) is str else value


def _without_time(content: bytes) -> bytes:
    """The same archive with every entry on one day, so that equal reports are equal bytes."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            packed = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            entry = ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), compress_type=packed)
    return made.getvalue()
