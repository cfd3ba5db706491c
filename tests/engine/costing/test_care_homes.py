"""What a resident's week costs, line by line: quartiles, few held back, outliers named."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.costing.care_homes import (
    Denominator,
    Group,
    HomeReturn,
    Line,
    Model,
    home_costs,
)
from carewright_engine.costing.spread import OutlierRule, quantile, spread_of
from carewright_engine.values.money import Pence

CARE, FOOD = Line("care staff", Group.STAFFING), Line("food", Group.SUPPLIES)
CAPITAL = Line("return on capital", Group.RETURN_ON_CAPITAL)
MODEL = Model((CARE, FOOD, CAPITAL), outliers=None)
WEEKS = 1000


def homes(*weekly: tuple[int, int]) -> list[HomeReturn]:
    """Homes that were full, by the pounds that a week's care and food cost."""
    return [
        HomeReturn(
            f"Home {number}", "nursing",
            {CARE.key: Pence(care * 100 * WEEKS), FOOD.key: Pence(food * 100 * WEEKS)},
            WEEKS, WEEKS,
        )
        for number, (care, food) in enumerate(weekly)
    ]  # fmt: skip


FIVE = homes((500, 60), (520, 40), (540, 50), (560, 45), (580, 41))


def test_medians_of_lines_do_not_add_up_to_the_median_of_totals_and_both_are_kept() -> None:
    found = home_costs(FIVE, "nursing", MODEL)
    assert [each.spread.median for each in found.lines[:2]] == [540_00, 45_00]
    assert found.operating.median == 590_00
    assert found.sum_of_line_medians == 585_00
    assert any("do not add up" in words for words in found.methods)


def test_the_return_on_capital_stands_apart_from_operating_costs() -> None:
    found = home_costs(FIVE, "nursing", MODEL)
    assert found.lines[2].spread.returns == 0
    assert found.operating.returns == 5


def test_with_too_few_returns_only_their_number_is_shown() -> None:
    found = home_costs(FIVE[:4], "nursing", MODEL)
    spread = found.lines[0].spread
    assert (spread.returns, spread.lower, spread.median, spread.upper) == (4, None, None, None)
    assert spread.is_held_back
    assert found.sum_of_line_medians is None


def test_a_home_that_left_out_a_line_has_no_total() -> None:
    gap = HomeReturn("Home 9", "nursing", {CARE.key: Pence(1)}, WEEKS, WEEKS)
    found = home_costs([*FIVE, gap], "nursing", MODEL)
    assert found.lines[0].spread.returns == 6
    assert found.operating.returns == 5


def test_other_types_of_care_are_not_mixed_in() -> None:
    assert home_costs(FIVE, "residential", MODEL).homes == 0


@pytest.mark.parametrize(
    ("denominator", "weeks"), [(Denominator.OCCUPIED, 800), (Denominator.OCCUPIED_OR_90, 900)]
)
def test_a_half_empty_home_is_divided_by_the_weeks_that_are_named(
    denominator: Denominator, weeks: int
) -> None:
    assert HomeReturn("Home", "nursing", {}, 800, 1000).weeks(denominator) == weeks
    assert HomeReturn("Home", "nursing", {}, 950, 1000).weeks(denominator) == 950
    assert denominator.words


def test_a_home_without_weeks_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="Home 9"):
        HomeReturn("Home 9", "nursing", {}, 0, 0).weeks(Denominator.OCCUPIED)


def test_a_return_far_from_the_rest_is_left_out_by_the_stated_rule_and_named() -> None:
    figures = {f"Home {n}": Fraction(100 + n) for n in range(8)} | {"Far": Fraction(900)}
    rule = OutlierRule(Decimal("1.5"))
    found = spread_of(figures, outliers=rule)
    assert (found.returns, found.left_out) == (8, ("Far",))
    assert "1.5 times" in rule.words


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_quartiles_lie_in_order_and_half_of_all_on_either_side(values: list[int]) -> None:
    exact = [Fraction(value) for value in values]
    lower, middle, upper = (quantile(exact, Fraction(part, 4)) for part in (1, 2, 3))
    assert min(exact) <= lower <= middle <= upper <= max(exact)
    assert 2 * sum(value <= middle for value in exact) >= len(exact)
    assert 2 * sum(value >= middle for value in exact) >= len(exact)
