"""The table behind a picture holds the figures that the picture shows, no more and no fewer."""

from __future__ import annotations

import pytest

from carewright_engine.charts import (
    SECTORS,
    Bar,
    Caption,
    ChartTable,
    CostRow,
    Dot,
    LineSeries,
    Moment,
    Picture,
    Share,
    Stack,
    Unit,
    UnitRow,
    bars,
    cost_spread,
    dot_histogram,
    five_figures,
    lines,
    share_bars,
    stacked_bars,
    unit_squares,
)
from carewright_engine.charts.gallery import examples
from tests.engine.charts.reading_svg import said, shapes

CAPTION = Caption("homes", "Homes")


@pytest.mark.parametrize("picture", examples(), ids=lambda picture: picture.name)
def test_a_table_has_a_cell_for_every_column(picture: Picture) -> None:
    assert picture.table.rows
    assert {len(row) for row in picture.table.rows} == {len(picture.table.columns)}
    assert len(picture.table.in_words()) == len(picture.table.rows)


def test_every_bar_says_the_figure_of_its_row() -> None:
    rows = [Bar("Elmshire", 1250.5), Bar("Oakshire", -3)]
    picture = bars(CAPTION, rows, unit=Unit("£", places=2))
    for _, figure in picture.table.in_words():
        assert figure in said(picture.wide)
        assert figure in said(picture.narrow)
    assert picture.table.in_words() == (("Elmshire", "£1,250.50"), ("Oakshire", "−£3.00"))


def test_lengths_of_bars_are_in_the_ratio_of_the_figures() -> None:
    picture = bars(CAPTION, [Bar("Elmshire", 100), Bar("Oakshire", 25)])
    for svg in (picture.wide, picture.narrow):
        long, short = (float(rect.get("width", "0")) for rect in shapes(svg, "rect", "cat-1"))
        assert long / short == pytest.approx(4, rel=0.01)


def test_a_stack_adds_up_to_its_total() -> None:
    picture = stacked_bars(CAPTION, SECTORS, [Stack("Care at home", (5, 26, 24))])
    assert picture.table.rows == (("Care at home", 5, 26, 24, 55.0),)
    assert "55" in said(picture.wide)


def test_a_stack_with_a_part_not_known_has_no_total() -> None:
    picture = stacked_bars(CAPTION, SECTORS, [Stack("Care at home", (5, None, 24))])
    assert picture.table.rows == (("Care at home", 5, None, 24, None),)
    assert "29 and some not known" in said(picture.wide)


def test_there_is_a_square_for_each_home_in_the_colour_of_who_runs_it() -> None:
    picture = unit_squares(CAPTION, SECTORS, [UnitRow("4 Good", (5, 21, 2))])
    for svg in (picture.wide, picture.narrow):
        # One square of each tone stands in the key.
        assert len(shapes(svg, "rect", "cat-1")) == 5 + 1
        assert len(shapes(svg, "rect", "cat-6")) == 21 + 1
        assert len(shapes(svg, "rect", "cat-3")) == 2 + 1


def test_squares_stand_for_more_where_there_are_too_many_and_say_so() -> None:
    picture = unit_squares(CAPTION, SECTORS, [UnitRow("4 Good", (0, 3125, 0))])
    assert "One square is 100 homes." in said(picture.wide)
    assert picture.how_to_read == "One square is 100 homes."
    assert len(shapes(picture.wide, "rect", "cat-6")) == 31 + 1 + 1


def test_there_is_a_dot_for_each_home_and_every_home_is_in_one_band() -> None:
    dots = [Dot(value, "Private") for value in (8, 9.99, 10, 19, 20, 20, 45, None)]
    picture = dot_histogram(CAPTION, SECTORS, dots, band=10)
    assert len(shapes(picture.wide, "circle", "cat-6")) == 7 + 1
    assert [(row[0], row[-1]) for row in picture.table.rows] == [
        ("0 to under 10", 2),
        ("10 to under 20", 2),
        ("20 to under 30", 2),
        ("30 to under 40", 0),
        ("40 to under 50", 1),
        ("Not known", 1),
    ]


def test_a_share_is_the_part_in_a_hundred_of_its_whole() -> None:
    picture = share_bars(CAPTION, [Share("Private", 25, 60), Share("None", 0, 0)])
    assert picture.table.in_words() == (
        ("Private", "25", "60", "42%"),
        ("None", "0", "0", "not known"),
    )
    assert "42% 25 of 60" in said(picture.wide)


def test_a_table_of_lines_is_blank_where_a_line_has_no_point() -> None:
    one = LineSeries("Elmshire", (Moment(2016, 73), Moment(2019, None)))
    other = LineSeries("Oakshire", (Moment(2022, 46),))
    table = lines(CAPTION, [one, other], unit=Unit(after="%")).table
    assert table.in_words() == (
        ("2016", "73%", ""),
        ("2019", "not known", ""),
        ("2022", "", "46%"),
    )


def test_the_spread_of_costs_is_that_of_the_prices_known() -> None:
    spread = five_figures((10, None, 30, 20, 40, 50))
    assert spread is not None
    assert (spread.low, spread.lower, spread.middle, spread.upper, spread.high) == (
        *(10, 20, 30),
        *(40, 50),
    )
    picture = cost_spread(CAPTION, [CostRow("Hour", (10, None, 30, 20, 40, 50), 25)])
    assert picture.table.in_words() == (
        ("Hour", "5", "£10.00", "£20.00", "£30.00", "£40.00", "£50.00", "£25.00"),
    )


def test_columns_of_figures_are_told_from_columns_of_words() -> None:
    rows = (("Elmshire", 3, None), ("Oakshire", None, None))
    table = ChartTable(("Name", "Homes", "Places"), rows)
    assert table.counts() == (False, True, True)


def test_shares_of_few_are_said_without_a_decimal_and_shares_of_many_with_one() -> None:
    few = share_bars(CAPTION, [Share("Private", 25, 60)])
    many = share_bars(CAPTION, [Share("Larchmere", 402, 2950), Share("Corrie", 118, 2950)])
    assert few.table.in_words()[0][-1] == "42%"
    assert [row[-1] for row in many.table.in_words()] == ["13.6%", "4.0%"]
