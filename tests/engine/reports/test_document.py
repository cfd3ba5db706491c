"""The Word document opens again, can be read aloud, and says what the page says."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from carewright_engine.reports.area_document import word_report
from tests.engine.reports.answers import chapter_about
from tests.engine.reports.reading_html import Page


@pytest.fixture(scope="module")
def document(elmshire: Path) -> Any:
    return Document(str(elmshire / "report.docx"))


def words_of(document: Any) -> str:
    return " ".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def test_it_has_a_title_a_language_and_a_heading_for_each_chapter_of_the_page(
    document: Any, elmshire: Path
) -> None:
    assert document.core_properties.title == "Care provision in Elmshire, 31 March 2022"
    assert document.core_properties.language == "en-GB"
    page = Page((elmshire / "report.html").read_text(encoding="utf-8"))
    chapters = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert chapters == page.headings_at(2)


def test_headings_go_down_one_level_at_a_time(document: Any) -> None:
    names = [p.style.name for p in document.paragraphs]
    levels = [int(name[-1]) for name in names if name.startswith("Heading ")]
    assert names[0] == "Title"
    assert all(after - before <= 1 for before, after in pairwise([0, *levels]))


def test_every_picture_says_in_words_what_it_shows(document: Any) -> None:
    drawn = [shape._inline.docPr for shape in document.inline_shapes]
    assert len(drawn) >= 20
    assert all(len(each.get("descr")) > 20 and each.get("title") for each in drawn)
    assert len({each.get("id") for each in drawn}) == len(drawn)


def test_every_picture_is_a_png_as_wide_as_the_text(document: Any) -> None:
    for shape in document.inline_shapes:
        relation = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
        assert document.part.related_parts[relation].blob.startswith(b"\x89PNG")
        assert shape.width.cm == pytest.approx(16.5, abs=0.01)
        assert 1 < shape.height.cm < 25


def test_every_table_repeats_its_heading_row_and_has_a_title(document: Any) -> None:
    assert len(document.tables) > 50
    for table in document.tables:
        first = table.rows[0]._tr.trPr
        assert first is not None
        assert first.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_it_says_what_is_not_known_and_what_could_not_be_assessed(document: Any) -> None:
    said = words_of(document)
    assert "Not known" in said
    assert "What could not be assessed" in said
    assert "What would fill it" in said


def test_it_says_every_finding_of_the_page(document: Any, elmshire: Path) -> None:
    page = Page((elmshire / "report.html").read_text(encoding="utf-8"))
    said = words_of(document)
    sections = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    findings = [heading.split(": ", 1)[-1] for heading in sections]
    assert all(finding in page.text for finding in findings)
    assert "Care homes, older people" in said


def test_no_part_carries_the_hour_at_which_it_was_made(elmshire: Path) -> None:
    with ZipFile(elmshire / "report.docx") as parts:
        assert {part.date_time for part in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_characters_that_no_document_can_hold_are_marked() -> None:
    chapter = chapter_about('Bell\x07 & <Brown> "Homes"')
    made = Document(io.BytesIO(word_report("Title", (chapter,))))
    assert 'Bell\N{REPLACEMENT CHARACTER} & <Brown> "Homes"' in words_of(made)
