"""Lines end where counting changed and where a figure is not known."""

from __future__ import annotations

from carewright_engine.charts import Break, Caption, LineSeries, Moment, Reference, lines
from carewright_engine.charts.line_plot import stretches
from tests.engine.charts.reading_svg import said, shapes

CAPTION = Caption("hours", "Hours")
SERIES = LineSeries("Hours", tuple(Moment(2015 + n, v) for n, v in enumerate((9, 8, 9, 4, 5, 4))))


def _strokes(svg: str) -> list[str]:
    (line,) = shapes(svg, "path", "line-cat-1")
    return line.get("d", "").split("M")[1:]


def test_a_line_is_one_stroke_while_counting_is_the_same() -> None:
    assert len(_strokes(lines(CAPTION, [SERIES]).wide)) == 1


def test_a_change_in_counting_is_drawn_and_named_and_never_joined() -> None:
    picture = lines(CAPTION, [SERIES], breaks=[Break(2018, "Counting changed 2018")])
    for svg in (picture.wide, picture.narrow):
        assert len(_strokes(svg)) == 2
        assert len(shapes(svg, "line", "break")) == 1
        assert "Counting changed 2018" in said(svg)


def test_a_figure_not_known_leaves_a_gap_and_says_so() -> None:
    moments = tuple(Moment(2016 + n, value) for n, value in enumerate((5, 6, None, 7, 8)))
    picture = lines(CAPTION, [LineSeries("Hours", moments)])
    assert len(_strokes(picture.wide)) == 2
    assert "not known" in said(picture.wide)


def test_a_point_alone_between_two_gaps_is_still_drawn() -> None:
    moments = (Moment(1, None), Moment(2, 6), Moment(3, None))
    svg = lines(CAPTION, [LineSeries("Hours", moments)]).wide
    assert len(shapes(svg, "circle", "cat-1")) == 1


def test_points_out_of_order_are_joined_in_the_order_of_time() -> None:
    jumbled = LineSeries("Hours", (Moment(3, 1), Moment(1, 2), Moment(2, 3)))
    assert [[m.at for m in run] for run in stretches(jumbled, ())] == [[1, 2, 3]]


def test_the_axis_starts_at_nought() -> None:
    svg = lines(CAPTION, [SERIES]).wide
    assert "\n0\n" in f"\n{said(svg)}\n"
    assert "starts at" not in said(svg)


def test_an_axis_that_does_not_start_at_nought_says_so() -> None:
    moments = (Moment(1, 101.5), Moment(2, 102.4))
    picture = lines(CAPTION, [LineSeries("Rate", moments)], is_from_nought=False)
    assert "The axis starts at 101.4." in said(picture.wide)
    assert "The axis starts at 101.4." in said(picture.narrow)


def test_the_level_to_compare_with_is_named_at_both_widths() -> None:
    other = LineSeries("Other", tuple(Moment(m.at, 7) for m in SERIES.moments), "cat-2")
    picture = lines(CAPTION, [SERIES, other], reference=Reference(5.5, "Whole country 5.5"))
    assert "Whole country 5.5" in said(picture.wide)
    assert "Whole country 5.5" in said(picture.narrow)
