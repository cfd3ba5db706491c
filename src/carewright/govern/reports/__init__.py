"""A paper as it goes before a committee: the same parts on a page, in Word and as PDF."""

from __future__ import annotations

from carewright.govern import rows
from carewright.govern.reports.parts import OUTCOMES, Part, Table, parts_of
from carewright.govern.reports.pdf import pdf_document
from carewright.govern.reports.word import word_document
from carewright.ui.printing import NoPdfHere

__all__ = [
    "OUTCOMES",
    "NoPdfHere",
    "Part",
    "Table",
    "as_pdf",
    "as_word",
    "parts_of",
    "pdf_document",
    "word_document",
]


def as_word(paper: rows.Paper, proceedings: rows.Proceedings) -> bytes:
    """The report for the committee as a Word document."""
    return word_document(_title(paper), paper.organisation, parts_of(paper, proceedings))


def as_pdf(paper: rows.Paper, proceedings: rows.Proceedings) -> bytes:
    """The report for the committee as a tagged PDF."""
    return pdf_document(_title(paper), paper.organisation, parts_of(paper, proceedings))


def _title(paper: rows.Paper) -> str:
    return f"{paper.reference} {paper.title}"
