"""The frame around every page, and the pages that say that something went wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import get_template
from jinja2 import UndefinedError

import carewright.ui
from carewright.ui.errors import ErrorLine, ErrorSummary
from carewright.ui.rows import Frame, Link, NavigationItem, Notice
from tests.ui.printed import printed

TEMPLATES = Path(carewright.ui.__file__).parent / "templates"
ERROR_PAGES = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html")

FRAME = Frame(
    organisation="Brackendale Council",
    beneath="practice data",
    account="Commissioner",
    sign_out="/out",
    navigation=(NavigationItem("Inbox", "/"), NavigationItem("Analyse", "/a", current=True)),
    search="/find",
    practice=True,
    stylesheet="/colours/1.css",
    footer=(Link("Accessibility", "/accessibility"),),
    notices=(Notice("The import has started."),),
)


def shown(template: str = "ui/base.html", **context: Any) -> str:
    return printed(template, **{"frame": FRAME, **context})


def title_of(page: str) -> str:
    return re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1].strip()


def test_the_title_names_page_service_and_organisation() -> None:
    assert title_of(shown(title="Inbox")) == "Inbox – Carewright – Brackendale Council"


def test_errors_on_the_page_are_announced_by_its_title_and_summed_up_before_its_heading() -> None:
    page = shown(title="Inbox", errors=ErrorSummary((ErrorLine("Enter a name", "#id_name"),)))
    assert title_of(page).startswith("Error: Inbox")
    assert '<a href="#id_name">Enter a name</a>' in page
    assert page.index("There is a problem") < page.index("<h1>")


def test_a_page_without_title_is_a_mistake_and_not_an_empty_heading() -> None:
    with pytest.raises(UndefinedError, match="title"):
        shown()


def test_the_frame_says_where_one_is_and_for_whom_one_acts() -> None:
    page = shown(title="Areas")
    assert '<a href="/a" aria-current="true">Analyse</a>' in page
    assert "Brackendale Council<br>practice data" in page
    assert '<link rel="stylesheet" href="/colours/1.css">' in page
    assert "The import has started." in page
    assert "Practice</strong>" in page
    assert page.index("Skip to main content") < page.index("<header")


def test_what_others_typed_cannot_become_markup() -> None:
    page = shown(title="<script>alert(1)</script>", caption='"><img src=x>')
    assert "<script>alert" not in page
    assert "<img" not in page


@pytest.mark.parametrize("name", ERROR_PAGES)
def test_an_error_page_can_be_shown_to_nobody_in_particular(name: str) -> None:
    page = get_template(name).render()
    assert "<h1>" in page
    assert "csrfmiddlewaretoken" not in page


@pytest.mark.parametrize("name", ERROR_PAGES)
def test_an_error_page_can_be_shown_to_an_officer(name: str) -> None:
    assert "Brackendale Council" in shown(name)


def templates() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_holds_style_or_script_that_the_security_policy_would_refuse(
    path: Path,
) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=", text)
    assert all("src=" in opening for opening in re.findall(r"<script[^>]*>", text))
