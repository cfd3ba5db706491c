"""The kinds of file that are taken in, and no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

MEGABYTE: Final = 1_000_000
Form = Literal["pdf", "office", "open_document", "png", "jpeg", "text", "table"]


class Refused(ValueError):
    """A file that is not taken in; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind: what its names end in, how its content is checked, and how it is served."""

    ending: str
    words: str
    form: Form
    content_type: str
    must_hold: str = ""  # the part without which an archive is no such document


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN: Final = "application/vnd.oasis.opendocument"

KINDS: Final = (
    FileKind("pdf", "PDF", "pdf", "application/pdf"),
    FileKind("docx", "Word", "office", f"{_OFFICE}.wordprocessingml.document", "word/"),
    FileKind("xlsx", "Excel", "office", f"{_OFFICE}.spreadsheetml.sheet", "xl/"),
    FileKind("pptx", "PowerPoint", "office", f"{_OFFICE}.presentationml.presentation", "ppt/"),
    FileKind("odt", "OpenDocument text", "open_document", f"{_OPEN}.text"),
    FileKind("ods", "OpenDocument spreadsheet", "open_document", f"{_OPEN}.spreadsheet"),
    FileKind("odp", "OpenDocument presentation", "open_document", f"{_OPEN}.presentation"),
    FileKind("png", "picture", "png", "image/png"),
    FileKind("jpg", "picture", "jpeg", "image/jpeg"),
    FileKind("jpeg", "picture", "jpeg", "image/jpeg"),
    FileKind("txt", "plain text", "text", "text/plain"),
    FileKind("csv", "table", "table", "text/csv"),
)
_BY_ENDING: Final = {kind.ending: kind for kind in KINDS}


def kind_named(name: str) -> FileKind | None:
    """The kind that a name claims."""
    return _BY_ENDING.get(name.rpartition(".")[2].lower())


def kinds_taken_in() -> str:
    """'PDF, DOCX, …', for hints and refusals."""
    return ", ".join(kind.ending.upper() for kind in KINDS if kind.ending != "jpeg")
