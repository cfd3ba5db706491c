"""Words are measured as the face prints them; figures are said as people say them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.charts import Unit
from carewright_engine.charts.labels import spread_apart
from carewright_engine.charts.scales import Linear, finite, quantile, ticks
from carewright_engine.charts.text import plain, shortened, width, wrapped


def test_widths_are_those_of_the_face() -> None:
    # C 645, a 525, r 349, e 538 of a thousandth of 14 px.
    assert width("Care") == pytest.approx((645 + 525 + 349 + 538) * 0.014)
    assert width("Care", bold=True) > width("Care")


def test_an_accent_adds_no_width() -> None:
    assert width("é") == width("e")
    assert width("e\u0301") == width("e")


@given(st.text(max_size=60), st.floats(0, 400), st.booleans())
def test_shortened_words_fit(text: str, room: float, bold: bool) -> None:
    assert width(shortened(plain(text), room, bold=bold), bold=bold) <= room + 0.1


@given(st.text(max_size=90), st.floats(30, 300), st.integers(1, 4))
def test_wrapped_words_fit_in_their_lines(text: str, room: float, lines: int) -> None:
    wrapped_lines = wrapped(plain(text), room, lines=lines)
    assert len(wrapped_lines) <= lines
    assert all(width(line) <= room + 0.1 for line in wrapped_lines)


def test_words_wrap_between_words_and_lose_none() -> None:
    told = wrapped("Housing support for people who were homeless", 120, lines=4)
    assert " ".join(told) == "Housing support for people who were homeless"


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        (Unit(), 1250, "1,250"),
        (Unit(), 85.32, "85.3"),
        (Unit(), 4.0, "4"),
        (Unit(), None, "not known"),
        (Unit(), float("nan"), "not known"),
        (Unit("£", places=2), 22.05, "£22.05"),
        (Unit("£", places=2), -0.5, "−£0.50"),
        (Unit("£", places=2), -0.001, "−£0.001"),
        (Unit(after="%", places=0), 0.12, "0.12%"),
        (Unit(), 1e-9, "1.0e-09"),
        (Unit(after="%"), 46, "46%"),
        (Unit(after="%", places=1), 4, "4.0%"),
        (Unit(), 0.0312, "0.0312"),
        (Unit(), 10**18, "1.0e+18"),
    ],
)
def test_figures_are_said_in_full(unit: Unit, value: float | None, said: str) -> None:
    assert unit.say(value) == said


@pytest.mark.parametrize(
    ("value", "step", "said"),
    [(20_000, 20_000, "20k"), (0, 20_000, "0"), (12_500, 2_500, "12.5k"), (2_000_000, 5e5, "2.0m")],
)
def test_axes_say_large_figures_short(value: float, step: float, said: str) -> None:
    assert Unit().short(value, step, 100_000) == said


def test_small_figures_on_an_axis_are_said_like_the_large_ones_beside_them() -> None:
    assert Unit().short(5_000, 5_000, largest=25_000) == "5k"


def test_pounds_and_half_pounds_are_said_with_pence() -> None:
    assert Unit("£", places=2).short(12.5, 2.5) == "£12.50"


@given(st.floats(-1e12, 1e12), st.floats(0, 1e12))
def test_round_figures_hold_the_range_between_them(low: float, spread: float) -> None:
    high = low + spread
    steps = ticks(low, high)
    slack = (abs(low) + abs(high)) * 1e-9 + 1e-300
    assert steps == sorted(steps)
    assert len(steps) <= 18
    assert steps[0] <= low + slack
    assert steps[-1] >= high - slack


def test_round_figures_are_ones_twos_and_fives() -> None:
    assert ticks(0, 100) == [0, 20, 40, 60, 80, 100]
    assert ticks(30, 118, most=6) == [20, 40, 60, 80, 100, 120]


def test_a_scale_keeps_ratios() -> None:
    scale = Linear(0, 50, 10, 110)
    assert (scale(0), scale(25), scale(50)) == (10, 60, 110)


@pytest.mark.parametrize("value", [None, float("inf"), float("nan"), 10**400, 1e250])
def test_what_cannot_be_drawn_is_not_known(value: float | None) -> None:
    assert finite(value) is None


def test_quartiles_are_those_of_the_usual_definition() -> None:
    assert quantile([1, 2, 3, 4], 0.25) == 1.75
    assert quantile([7], 0.5) == 7


@given(st.lists(st.floats(0, 200), min_size=1, max_size=9))
def test_labels_pushed_apart_keep_their_order_and_their_distance(wanted: list[float]) -> None:
    heights = spread_apart(wanted, 18, low=0, high=300)
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], place))
    gaps = [heights[b] - heights[a] for a, b in pairwise(order)]
    assert all(gap >= 18 - 1e-6 for gap in gaps)
    assert min(heights) >= -1e-6
    assert max(heights) <= 300 + 1e-6


def test_labels_that_have_room_stay_where_they_want_to_be() -> None:
    assert spread_apart([10, 80, 45], 18, low=0, high=100) == (10, 80, 45)
