"""Scores of forecasts, worked by hand; and the naive peers."""

from __future__ import annotations

import numpy as np
import pytest

from carewright_engine.demand.need.backtest.peers import (
    fixed_rate,
    last_value,
    linear_trend,
    peer_forecasts,
)
from carewright_engine.demand.need.backtest.scores import (
    Forecast,
    level_score,
    median_for_shares,
    score,
)
from tests.engine.demand.need.worlds import world


def test_an_interval_is_fined_by_how_far_it_misses_and_by_how_sure_it_was() -> None:
    low, high = np.array([90.0, 90]), np.array([110.0, 110])
    found = level_score(low, high, np.array([100.0, 120]), 80)
    # Widths 20 and 20; the second misses by 10, times 2 / 0.2.
    assert (found.covered, found.width) == (0.5, 20)
    assert found.score == pytest.approx((20 + 20 + 100) / 2)


def test_an_end_of_the_interval_is_within_it() -> None:
    ends = np.array([100.0])
    assert level_score(ends, ends, ends, 95).covered == 1


def test_figures_that_were_not_submitted_are_not_scored() -> None:
    people = np.full((9, 1, 2, 1), 100.0)
    found = score(Forecast.of_draws("it", people), np.array([[[0.0], [125.0]]]))
    assert found.figures == 1
    assert found.error == found.weighted == pytest.approx(0.2)


def test_errors_by_figure_and_by_person_differ_when_small_figures_err_more() -> None:
    people = np.tile(np.array([15.0, 1000.0]), (9, 1, 1, 1))
    found = score(Forecast.of_draws("it", people), np.array([[[10.0, 1000.0]]]))
    assert found.error == pytest.approx(0.25)
    assert found.weighted == pytest.approx(5 / 1010)


def test_naive_peers_do_what_their_names_say() -> None:
    figures = np.array([[[100.0]], [[110.0]], [[126.0]]])
    people, ahead = np.full((3, 1, 1), 1000.0), np.full((2, 1, 1), 1100.0)
    assert last_value(figures, people, ahead)[:, 0, 0].tolist() == [126, 126]
    assert fixed_rate(figures, people, ahead)[:, 0, 0] == pytest.approx([138.6, 138.6])
    assert linear_trend(figures, people, ahead)[:, 0, 0] == pytest.approx([138, 151])


def test_a_peers_interval_holds_its_share_of_the_peers_own_errors() -> None:
    made = world(years=4, ahead=2)
    figures = made.truth[:4]
    for each in peer_forecasts(figures, made.people[:4], made.people[4:]):
        assert (each.low[50] >= each.low[95]).all()
        widths = [(each.high[80] - each.low[80])[year].mean() for year in (0, 1)]
        assert widths[0] < widths[1]


def test_a_peer_that_could_not_have_erred_yet_is_left_out() -> None:
    made = world(years=2)
    names = [f.name for f in peer_forecasts(made.truth[:2], made.people[:2], made.people[2:])]
    assert names == ["last value", "fixed rate x population"]


def test_the_point_for_errors_in_shares_lies_below_the_median_of_a_wide_spread() -> None:
    people = np.array([50.0, 100, 200, 400, 800])[:, None]
    # Weights 16, 8, 4, 2, 1 of 31: half is reached at the first.
    assert median_for_shares(people).tolist() == [50]
