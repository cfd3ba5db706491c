"""No label lies over another, and none is cut off, in any figure at either width."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from carewright_engine.charts import Picture
from carewright_engine.charts.gallery import examples
from tests.engine.charts.odd_figures import CHARTS, NAMES, Named
from tests.engine.charts.reading_svg import cut_off, meetings

_PLANTED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">{}</svg>'


def assert_legible(picture: Picture) -> None:
    for svg in (picture.wide, picture.narrow):
        assert meetings(svg) == []
        assert cut_off(svg) == []


def test_the_checker_sees_words_that_meet() -> None:
    svg = _PLANTED.format('<text x="2" y="20">Care home</text><text x="40" y="24">homes</text>')
    assert meetings(svg) == [("Care home", "homes")]


def test_the_checker_sees_words_that_are_cut_off() -> None:
    svg = _PLANTED.format('<text x="90" y="20">Care home</text>')
    assert cut_off(svg) == ["Care home"]


@pytest.mark.parametrize("picture", examples(), ids=lambda picture: picture.name)
def test_every_example_is_legible_wide_and_narrow(picture: Picture) -> None:
    assert_legible(picture)


@pytest.mark.parametrize("figures", NAMES)
@pytest.mark.parametrize("chart", CHARTS)
def test_odd_figures_are_legible_too(chart: str, figures: str) -> None:
    assert_legible(CHARTS[chart](NAMES[figures]))


_figures = st.one_of(
    st.none(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(0, 120),
)
_rows = st.lists(st.tuples(st.text(max_size=40), _figures), max_size=14)


@pytest.mark.parametrize("chart", CHARTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=_rows)
@example(rows=[("", -100000000000000.0)])  # wider than a small panel
def test_no_figures_at_all_break_a_chart(chart: str, rows: Named) -> None:
    picture = CHARTS[chart](rows)
    assert_legible(picture)
    assert picture == CHARTS[chart](rows)
