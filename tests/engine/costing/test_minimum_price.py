"""The least price of an hour of home care comes from its inputs, line by line.

The published lines are those of the 2020/21 Minimum Price for Homecare (UKHCA), England.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.costing.employers_costs import ByThreshold, KnownShare
from carewright_engine.costing.minimum_price import (
    Component,
    HourOfCare,
    Round,
    built_up,
    by_visit_length,
)
from carewright_engine.values.money import Pence

HOUR = HourOfCare(
    wage=Pence(872),
    travel_minutes=Decimal("11.7"),
    charges=KnownShare(Decimal("0.109")),
    other_on_costs=Decimal("0.189"),
    mileage=Pence(136),
    running_costs=Pence(520),
)
PUBLISHED = {
    Component.CONTACT: 872,
    Component.TRAVEL_TIME: 170,
    Component.NI_AND_PENSION: 114,
    Component.OTHER_ON_COSTS: 197,
    Component.MILEAGE: 136,
    Component.RUNNING_COSTS: 520,
    Component.SURPLUS: 60,
}


def test_every_published_line_of_2020_21_comes_out_within_a_penny_and_the_total_to_it() -> None:
    found = built_up(HOUR)
    off = {part: abs(pence - PUBLISHED[part]) for part, pence in found.lines}
    assert max(off.values()) <= 1, off
    assert set(off) == set(PUBLISHED)
    assert found.price == 2069


def test_the_floor_is_the_price_without_running_costs_and_surplus() -> None:
    assert built_up(HOUR).direct_cost == 872 + 170 + 114 + 197 + 136


def test_the_price_is_the_exact_sum_rounded_once() -> None:
    hour = HourOfCare(
        Pence(1000), Decimal("0.3"), KnownShare(Decimal(0)), Decimal("0.0000"), 0, Pence(0)
    )
    assert built_up(hour).price == 1035  # 1000 + 5 + 3% of 1005 = 1035.15
    assert built_up(replace(hour, surplus=Decimal(0))).price == 1005


@pytest.mark.parametrize(
    ("minutes", "travel_an_hour"), [(15, 40), (30, 20), (45, Fraction(40, 3)), (60, 10)]
)
def test_ten_minutes_of_travel_weigh_more_on_a_shorter_visit(
    minutes: int, travel_an_hour: Fraction
) -> None:
    travel = Round(Decimal(10), Decimal("2.5"), Decimal(45))
    [found] = by_visit_length(HOUR, travel, (minutes,))
    parts = dict(found.an_hour.parts)
    assert parts[Component.TRAVEL_TIME] == Fraction(872, 60) * travel_an_hour
    assert parts[Component.MILEAGE] == Fraction(225, 2) * Fraction(60, minutes)


def test_the_shorter_the_visit_the_dearer_its_hour() -> None:
    prices = by_visit_length(HOUR, Round(Decimal(10), Decimal(2), Decimal(45)))
    hours = [price.an_hour.price for price in prices]
    assert hours == sorted(hours, reverse=True)
    assert prices[-1].a_visit == prices[-1].an_hour.price
    assert all(price.direct_cost_of_visit < price.a_visit for price in prices)


def test_a_visit_without_length_has_no_price() -> None:
    with pytest.raises(ValueError, match="no price"):
        by_visit_length(HOUR, Round(Decimal(10), Decimal(2), Decimal(45)), (0,))


BEFORE = ByThreshold(Decimal("0.138"), Pence(910_000), Decimal(1300))
AFTER = replace(BEFORE, ni_rate=Decimal("0.15"), ni_threshold=Pence(500_000))


def test_national_insurance_falls_on_pay_above_the_threshold_only() -> None:
    year = 1221 * 1300
    expected = Fraction(138, 1000) * (year - 910_000) / year + Fraction(3, 100)
    assert BEFORE.share_of_pay(Pence(1221)) == expected


def test_the_change_of_april_2025_takes_more_of_a_part_time_workers_pay() -> None:
    def rise(hours: int) -> Fraction:
        shares = (
            replace(each, paid_hours_a_year=Decimal(hours)).share_of_pay(Pence(1221))
            for each in (BEFORE, AFTER)
        )
        before, after = shares
        return after - before

    assert rise(900) > rise(1900) > 0


@given(st.integers(0, 700))
def test_pay_below_the_threshold_bears_none(hours: int) -> None:
    part_time = replace(BEFORE, paid_hours_a_year=Decimal(hours), pension_rate=Decimal(0))
    assert part_time.share_of_pay(Pence(1221)) == 0
