"""Spend to come: what is signed for, what will be needed, and what a decision implies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.costing.forecast import (
    Commitment,
    RiseNotGiven,
    over_the_term,
    spend,
    steady,
    summed,
)
from carewright_engine.costing.solving import (
    NoSolution,
    solve_growth,
    solve_wage_rise,
    solve_weight,
)
from carewright_engine.values.money import Pence
from carewright_engine.values.period import Period

YEARS = (2026, 2027, 2028)
RISING = steady(
    "Prices rise by 5%", base_year=2026, years=3, inflation=Decimal("0.05"), growth=Decimal("0.02")
)


def commitment(**changed: Any) -> Commitment:
    usual: dict[str, Any] = {
        "contract": "C-1", "budget": "Older people", "a_year": Pence(36_500_00),
        "period": Period(date(2025, 4, 1), date(2027, 6, 10)), "framework": "F-1",
    }  # fmt: skip
    return Commitment(**{**usual, **changed})


def test_what_is_committed_ends_with_the_contract_and_what_is_forecast_does_not() -> None:
    rows = spend([commitment()], YEARS, RISING)
    assert [row.committed for row in rows] == [36_500_00, round(36_500_00 * 70 / 366), 0]
    level = Decimal("1.05") * Decimal("1.02")
    assert [row.forecast for row in rows] == [
        36_500_00, round(36_500_00 * level), round(36_500_00 * level**2),
    ]  # fmt: skip


def test_a_contract_that_ends_for_good_leaves_nothing_behind() -> None:
    rows = spend([commitment(ends_for_good=True)], YEARS, RISING)
    assert [row.forecast for row in rows][2] == 0


def test_a_contract_that_begins_later_costs_nothing_before() -> None:
    rows = spend([commitment(period=Period(date(2027, 10, 1)))], YEARS, RISING)
    assert rows[0].forecast == rows[0].committed == 0
    assert rows[1].committed == 18_250_00  # 183 of 366 days


def test_a_year_without_a_rise_is_not_taken_for_one_of_nought() -> None:
    with pytest.raises(RiseNotGiven, match="2029"):
        spend([commitment()], (2029,), RISING)
    with pytest.raises(RiseNotGiven, match="after 2025"):
        spend([commitment()], (2025,), RISING)


def test_spend_adds_up_by_contract_by_framework_and_by_budget() -> None:
    rows = spend(
        [commitment(), commitment(contract="C-2"), commitment(contract="C-3", framework="")],
        YEARS, RISING,
    )  # fmt: skip
    for by in ("contract", "framework", "budget"):
        found = summed(rows, by)
        assert sum(row.forecast for row in found) == sum(row.forecast for row in rows)
        assert sum(row.committed for row in found) == sum(row.committed for row in rows)
    frameworks = {row.framework: row.forecast for row in summed(rows, "framework")}
    assert frameworks["F-1"] == 2 * frameworks[""]


def test_14m_in_the_first_year_and_74m_over_five_grow_by_2_78_percent() -> None:
    found = solve_growth(14_000_000, 74_000_000, 5)
    assert round(found, 4) == Decimal("0.0278")
    assert abs(over_the_term(14_000_000_00, found, 5) - 74_000_000_00) < 100_00


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
