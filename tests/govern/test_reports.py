"""The report for a committee: one set of words in Word and in a tagged PDF, and equal bytes."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from carewright.govern import api as govern
from carewright.platform import api as platform
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db
FRONT_SHEET = (
    "Name of committee", "Report title", "Summary",
    "Would the recommended decision be contrary to the budget and policy framework?",
    "Background papers", "Is this the final decision?", "Suggested next steps",
)  # fmt: skip


@pytest.fixture
def paper(by: platform.Officer) -> govern.Paper:
    return govern.paper(papers.written(by), seen_by=by, on=make.TODAY)


def words_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_the_word_document_has_a_front_sheet_and_says_what_is_missing(paper: govern.Paper) -> None:
    words = words_of(govern.as_word(paper, govern.Proceedings()))
    for each in (*FRONT_SHEET, "£14,000,000", "£70,000,000", "1,860", "MISSING", "Lawful."):
        assert each in words
    assert "No. Revenue budget 2026 to 2027, line 14" in words


def test_the_pdf_is_tagged_and_says_the_same(paper: govern.Paper) -> None:
    read = PdfReader(BytesIO(govern.as_pdf(paper, govern.Proceedings())))
    words = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    for each in (*FRONT_SHEET, "£14,000,000", "MISSING", "Lawful."):
        assert each in words
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert read.trailer["/Root"]["/Lang"] == "en-GB"
    assert b"pdfuaid" in read.trailer["/Root"]["/Metadata"].get_data()


def test_the_same_paper_gives_the_same_bytes(paper: govern.Paper) -> None:
    for make_file in (govern.as_word, govern.as_pdf):
        assert make_file(paper, govern.Proceedings()) == make_file(paper, govern.Proceedings())


def test_nothing_typed_into_a_paper_is_opened_or_taken_for_markup(by: platform.Officer) -> None:
    paper_id = papers.written(by, summary='<img src="file:///etc/passwd"> & <b>bold</b> \x0b')
    found = govern.paper(paper_id, seen_by=by, on=make.TODAY)
    read = PdfReader(BytesIO(govern.as_pdf(found, govern.Proceedings())))
    assert "<b>bold</b>" in "".join(page.extract_text() for page in read.pages)
    assert "<b>bold</b>" in words_of(govern.as_word(found, govern.Proceedings()))


def test_without_the_system_library_the_page_says_what_to_install_and_word_still_works(
    paper: govern.Paper, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    answer = browser.get(reverse("govern:pdf", args=[paper.id]), follow=True).content.decode()
    assert "apt-get install libpango-1.0-0" in answer
    assert browser.get(reverse("govern:word", args=[paper.id])).status_code == 200
