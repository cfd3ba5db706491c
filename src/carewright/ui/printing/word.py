"""A Word document of our own; the same words give the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
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


def _without_time(content: bytes) -> bytes:
    """The same archive with every entry on one day."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), compress_type=ZIP_DEFLATED)
    return made.getvalue()
