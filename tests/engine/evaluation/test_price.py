"""Each published formula gives what its worked example says, and never more than all points."""

from __future__ import annotations

import doctest
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.evaluation import price
from carewright_engine.evaluation.method import PRICE_FORMULAS, PriceRule
from carewright_engine.evaluation.price import FORMULAS, PER_POINT, shares_of_price

prices = st.lists(st.integers(1, 5000), min_size=1, max_size=20)
rules = st.builds(
    PriceRule, st.sampled_from(sorted(FORMULAS)), least=st.integers(1, 3000), most=st.none()
)


def test_every_formula_has_a_worked_example_and_each_comes_out() -> None:
    written = [*FORMULAS.values(), price.cost_of_a_point]
    assert all(">>>" in (one.__doc__ or "") for one in written)
    assert doctest.testmod(price).failed == 0


def test_every_formula_that_a_method_may_name_is_there() -> None:
    assert set(PRICE_FORMULAS) == {*FORMULAS, PER_POINT}


@given(prices, rules)
def test_shares_lie_between_nought_and_one_and_a_lower_price_never_wins_less(
    given_prices: list[int], rule: PriceRule
) -> None:
    shares = shares_of_price(given_prices, rule)
    assert all(0 <= share <= 1 for share in shares)
    pairs = sorted(zip(given_prices, shares, strict=True), key=lambda pair: (pair[0], -pair[1]))
    assert [share for _, share in pairs] == sorted((share for _, share in pairs), reverse=True)


@pytest.mark.parametrize("formula", sorted(set(FORMULAS) - {"distance_from_mean"}))
def test_one_bid_alone_wins_all_points_but_for_the_mean_of_itself(formula: str) -> None:
    rule = PriceRule(formula, least=2000)
    assert shares_of_price([2000], rule) == [Fraction(1)]


def test_going_below_the_published_least_wins_nothing_under_any_formula() -> None:
    for formula in FORMULAS:
        rule = PriceRule(formula, least=2100)
        below, at = shares_of_price([1500, 2100, 2500], rule)[:2]
        assert below == at


def test_no_admitted_bid_no_price() -> None:
    assert shares_of_price([], PriceRule()) == []
