"""The pyramid of ages, and the bars that say what moves a figure most."""

from __future__ import annotations

import pytest

from carewright_engine.charts import AgeGroup, Caption, Swing, Years, pyramid, swings
from tests.engine.charts.reading_svg import said, shapes

CAPTION = Caption("ages", "People by age")
GROUPS = (
    AgeGroup("60–64", 100, 90, 80, 70),
    AgeGroup("65–69", 50, 45, 120, 110, is_marked=True),
)


def test_lengths_are_in_the_ratio_of_the_people_on_both_sides() -> None:
    picture = pyramid(CAPTION, GROUPS, Years("2020", "2045", "65 and over"))
    for svg in (picture.wide, picture.narrow):
        _key, women, men = (float(r.get("width", "0")) for r in shapes(svg, "rect", "seq-2"))
        assert women / men == pytest.approx(100 / 90, rel=0.01)
        _key, older, _men = (float(r.get("width", "0")) for r in shapes(svg, "rect", "seq-4"))
        assert women / older == pytest.approx(2, rel=0.01)


def test_the_oldest_stand_at_the_top_of_picture_and_table() -> None:
    picture = pyramid(CAPTION, GROUPS, Years("2020", "2045"))
    assert picture.table.rows[0] == ("65–69", 50, 45, 120, 110)
    assert said(picture.wide).index("65–69") < said(picture.wide).index("60–64")


def test_without_a_later_year_there_is_no_outline_and_no_column_for_it() -> None:
    picture = pyramid(CAPTION, (AgeGroup("0–4", 3, None),), Years("2020"))
    assert picture.table.columns == ("Age", "Women 2020", "Men 2020")
    assert not shapes(picture.wide, "path", "line-cat-2")
    assert shapes(picture.wide, "rect", "unknown")


def test_a_swing_says_both_figures_with_their_signs() -> None:
    picture = swings(CAPTION, (Swing("Hours per person", -4300, 4700), Swing("Pay", None, None)))
    for svg in (picture.wide, picture.narrow):
        assert "−4,300" in said(svg)
        assert "+4,700" in said(svg)
        assert "not known" in said(svg)


def test_an_assumption_that_moves_nothing_says_nought() -> None:
    picture = swings(CAPTION, (Swing("Pay", 0, 0),))
    assert "\n0\n" in f"\n{said(picture.wide)}\n"
