"""What a published decision implies and does not state."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.costing.solving import (
    NoSolution,
    solve_growth,
    solve_wage_rise,
    solve_weight,
)


def test_14m_in_the_first_year_and_74m_over_five_grow_by_2_78_percent() -> None:
    found = solve_growth(14_000_000, 74_000_000, 5)
    assert round(found, 4) == Decimal("0.0278")
    total = sum(14_000_000 * (1 + found) ** ahead for ahead in range(5))
    assert abs(total - 74_000_000) < 100


@given(st.integers(1, 10**10), st.decimals("-0.2", "0.5", places=4), st.integers(2, 12))
def test_the_growth_solved_is_the_growth_that_made_the_total(
    first: int, growth: Decimal, years: int
) -> None:
    exact = sum((first * (1 + growth) ** ahead for ahead in range(years)), Decimal(0))
    assert abs(solve_growth(first, exact, years) - growth) <= Decimal("0.000001")


@pytest.mark.parametrize("asked", [(0, 10, 5), (10, 50, 1), (10, 9, 5), (10, 10**9, 3)])
def test_what_no_growth_leads_to_is_refused(asked: tuple[int, int, int]) -> None:
    with pytest.raises(NoSolution):
        solve_growth(*asked)


def test_an_uplift_and_a_weight_say_the_rise_of_wages_and_the_other_way_round() -> None:
    assert solve_wage_rise(Decimal("0.0686"), Decimal("0.70")) == Decimal("0.098")
    assert solve_wage_rise(
        Decimal("0.0806"), Decimal("0.7"), others=Decimal("0.3") * Decimal("0.04")
    ) == Decimal("0.098")
    assert round(solve_weight(Decimal("0.0496"), Decimal("0.0673")), 3) == Decimal("0.737")


def test_a_weight_that_is_no_share_is_refused() -> None:
    with pytest.raises(NoSolution):
        solve_wage_rise(Decimal("0.05"), Decimal(0))
    with pytest.raises(NoSolution):
        solve_weight(Decimal("0.05"), Decimal(0))
