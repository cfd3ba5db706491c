"""The page stands by itself: well formed, in order, with every section and every limit."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from carewright_engine.reports.area_report import cell, heading
from tests.engine.reports.reading_html import Page

DIMENSIONS = {"Type", "Quality", "Capacity", "Cost", "Accessibility", "Market", "Gap"}


@pytest.fixture(scope="module")
def content(elmshire: Path) -> str:
    return (elmshire / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(content: str) -> Page:
    return Page(content)


def test_every_tag_is_closed_where_it_was_opened(page: Page) -> None:
    assert page.mistakes == []
    assert page.language == "en-GB"


def test_no_name_is_given_twice_and_every_link_leads_somewhere(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= {*page.ids}


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headers_that_say_their_scope(page: Page) -> None:
    assert len(page.tables) > 50
    for table in page.tables:
        assert table.caption.strip()
        assert table.headers > 1
        assert table.headers_without_scope == 0


def test_every_figure_has_a_caption_and_its_drawing_a_title_and_a_description(
    page: Page, content: str
) -> None:
    assert page.figures_without_caption == 0
    drawings = re.findall(r"<svg .*?</svg>", content, re.S)
    assert len(drawings) >= 20
    assert all("<title " in drawing and "<desc " in drawing for drawing in drawings)


def test_the_page_loads_nothing_from_elsewhere(content: str) -> None:
    fetched = re.findall(r'(?:src|href)="(?!#)([^"]*)"', content)
    assert fetched == []
    assert "<script" not in content
    assert "@import" not in content
    assert "url(http" not in content


def test_every_kind_of_care_has_its_chapter_after_all_kinds_side_by_side(page: Page) -> None:
    chapters = page.headings_at(2)
    assert chapters[0] == "Every kind of care"
    assert {"Care homes, older people", "Care at home", "Housing support"} <= set(chapters)
    assert chapters[-2:] == ["How the figures were worked out", "Files"]


def test_a_chapter_has_all_seven_dimensions_and_what_could_not_be_assessed(content: str) -> None:
    chapter = content.split("Care homes, older people</h2>")[1].split("<h2 ")[0]
    assert set(re.findall(r"<h3><small>(.*?)</small>", chapter)) == {*DIMENSIONS, "Honest limits"}
    assert "What could not be assessed" in chapter
    assert "What would fill it" in chapter


def test_what_is_not_known_is_said_and_never_left_as_zero(page: Page) -> None:
    assert "Not known" in page.text
    assert "None" not in page.text.split()
    assert "nan" not in page.text.lower().split()


def test_every_file_is_named_with_its_digest(page: Page, elmshire: Path) -> None:
    assert "care_inspectorate_datastore_2022-03-31.csv.gz" in page.text
    assert len(set(re.findall(r"\b[0-9a-f]{64}\b", page.text))) >= 10


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "said"),
    [
        (None, "places", 0, "Not known"),
        (0, "places", 0, "0"),
        (12345, "places", 0, "12,345"),
        (0.4567, "share", 0, "46%"),
        (123456, "pence", 0, "£1,234.56"),
        ("publicly_run", "", 0, "publicly run"),
        ("HC-One", "", 0, "HC-One"),
    ],
)
def test_a_cell_reads_as_people_write(value: object, unit: str, decimals: int, said: str) -> None:
    assert cell(value, unit, decimals) == said


def test_a_columns_name_becomes_a_heading() -> None:
    assert heading("share_of_places") == "Share of places"
    assert heading("staff_wte") == "Staff WTE"
