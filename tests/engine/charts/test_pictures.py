"""A picture is named, described, safe to put in a page, and the same every time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from carewright_engine.charts import Bar, Caption, Picture, bars, chart_css
from carewright_engine.charts.gallery import examples
from tests.engine.charts.odd_figures import CHARTS, NAMES
from tests.engine.charts.reading_svg import SVG, root, said

PICTURES = examples()
DRAWINGS = [(form, getattr(picture, form)) for picture in PICTURES for form in ("wide", "narrow")]
IDS = [f"{picture.name}-{form}" for picture in PICTURES for form in ("wide", "narrow")]


def _digest() -> str:
    drawn = "".join(picture.wide + picture.narrow + repr(picture.table) for picture in examples())
    return hashlib.sha256(drawn.encode()).hexdigest()


def test_the_same_figures_give_the_same_bytes_in_another_process() -> None:
    script = "from tests.engine.charts.test_pictures import _digest; print(_digest())"
    root_folder = Path(__file__).parents[3]
    for seed in ("0", "4711"):
        path = os.pathsep.join((str(root_folder / "src"), str(root_folder)))
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        told = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, check=True
        )
        assert told.stdout.decode().strip() == _digest()


@pytest.mark.parametrize(("form", "svg"), DRAWINGS, ids=IDS)
def test_a_drawing_is_an_image_with_a_title_and_a_description(form: str, svg: str) -> None:
    drawn = root(svg)
    title, description = drawn[0], drawn[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text
    assert description.text
    assert form in drawn.get("class", "").split()


def test_ids_are_unique_on_a_page_that_holds_every_figure() -> None:
    elements = (element for _, svg in DRAWINGS for element in root(svg).iter())
    ids = [found for element in elements if (found := element.get("id"))]
    assert len(ids) == len(set(ids))


def test_two_names_that_look_alike_keep_ids_apart() -> None:
    one = bars(Caption("homes & places", "A"), [Bar("a", 1)])
    other = bars(Caption("homes, places", "A"), [Bar("a", 1)])
    assert root(one.wide)[0].get("id") != root(other.wide)[0].get("id")


@pytest.mark.parametrize(("form", "svg"), DRAWINGS, ids=IDS)
def test_a_drawing_holds_classes_and_never_colours_or_styles(form: str, svg: str) -> None:
    assert not re.search(r'\s(style|fill|stroke|font-[a-z]+|color|opacity)="', svg)
    assert "<style" not in svg
    assert "<script" not in svg
    assert "href" not in svg


@pytest.mark.parametrize(("form", "svg"), DRAWINGS, ids=IDS)
def test_every_class_in_a_drawing_is_in_the_style_sheet(form: str, svg: str) -> None:
    css = chart_css()
    used = {look for element in root(svg).iter() for look in element.get("class", "").split()}
    sizes = {"w480", "w680", "w1000", "w328"}
    # A town's name is plain words with a rim; these two say nothing of their own.
    assert {look for look in used - sizes if f".{look}" not in css} == set()


def test_the_narrow_drawing_fits_a_telephone_and_the_wide_one_a_page() -> None:
    for picture in PICTURES:
        assert root(picture.narrow).get("width") == "328"
        assert root(picture.wide).get("width") in {"480", "680", "1000"}


@pytest.mark.parametrize("chart", CHARTS)
def test_marks_in_names_are_written_as_words(chart: str) -> None:
    picture = CHARTS[chart](NAMES["marks_in_names"])
    for svg in (picture.wide, picture.narrow):
        tags = {element.tag.removeprefix(SVG) for element in root(svg).iter()}
        assert tags <= {"svg", "title", "desc", "text", "tspan", "rect", "line", "circle", "path"}


def test_words_with_marks_are_said_as_they_were_given() -> None:
    picture = bars(Caption("a", 'Homes & "care" <2022>'), [Bar("Briar & Rowan <Care>", 3)])
    assert root(picture.wide)[0].text == 'Homes & "care" <2022>'
    assert "Briar & Rowan <Care>" in said(picture.wide)


@pytest.mark.parametrize(
    # A map with no homes still shows where it is.
    "chart",
    [chart for chart in CHARTS if chart != "dot map"],
)
def test_a_figure_without_rows_says_that_there_is_nothing_to_draw(chart: str) -> None:
    picture = CHARTS[chart](NAMES["none"])
    for svg in (picture.wide, picture.narrow):
        assert said(svg).startswith("Nothing to draw\n")
    assert picture.description == "Nothing to draw."


@pytest.mark.parametrize("chart", ["bars", "stacks", "columns", "costs", "panels", "funnel"])
def test_what_is_not_known_is_said_and_never_drawn_as_nought(chart: str) -> None:
    unknown: Picture = CHARTS[chart]([("Elmshire", 12), ("Oakshire", None)])
    nought: Picture = CHARTS[chart]([("Elmshire", 12), ("Oakshire", 0)])
    assert unknown.wide != nought.wide
    assert "not known" in said(unknown.wide).lower()
    assert any(cell is None for row in unknown.table.rows for cell in row)


def test_a_description_left_empty_says_the_figures() -> None:
    picture = bars(Caption("a", "Homes"), [Bar("Elmshire", 1250), Bar("Oakshire", None)])
    assert picture.description == "Elmshire: 1,250; Oakshire: not known."


def test_a_long_description_says_how_much_is_left() -> None:
    picture = bars(Caption("a", "Homes"), [Bar(f"Area {n}", n) for n in range(30)])
    assert picture.description.endswith("And 18 more, in the table.")


def test_the_callers_description_comes_first() -> None:
    picture = bars(Caption("a", "Homes", description="Most are private."), [Bar("Elmshire", 1)])
    assert root(picture.wide)[1].text == "Most are private."
