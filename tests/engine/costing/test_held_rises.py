"""What a round is offered of the reference data: by day and by nation, with source and flag."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from carewright_engine.costing.uplift import Driver, held_rises, held_wages
from carewright_engine.values.bank_holidays import Nation

APRIL = date(2025, 4, 1)


def test_a_wages_rise_is_that_over_the_twelve_months_up_to_the_day() -> None:
    (floor,) = [
        each
        for each in held_rises(Driver.WAGE_FLOOR, on=APRIL, nation=Nation.SCOTLAND)
        if each.key == "wage.nlw"
    ]
    assert floor.rise == Decimal("0.0673")
    assert "£11.44 an hour to £12.21 an hour" in floor.words
    assert "SI 2015/621" in floor.source
    assert not floor.verified


def test_a_wage_of_another_nation_is_not_offered() -> None:
    keys = {
        nation: {each.id for each in held_wages(on=date(2025, 6, 1), nation=nation)}
        for nation in (Nation.SCOTLAND, Nation.ENGLAND, None)
    }
    assert "wage.real_living_wage.london" not in keys[Nation.SCOTLAND]
    assert "wage.real_living_wage.london" in keys[Nation.ENGLAND] == keys[None]


def test_an_index_is_the_one_that_counts_on_the_day() -> None:
    found = {each.key: each.rise for each in held_rises(Driver.PRICES, on=APRIL, nation=None)}
    assert found == {
        "prices.cpi.september": Decimal("0.017"), "prices.gdp_deflator": Decimal("0.0237"),
    }  # fmt: skip


def test_a_wage_that_nobody_has_raised_yet_is_no_rise_of_nothing() -> None:
    assert held_rises(Driver.WAGE_FLOOR, on=date(2031, 4, 1), nation=None) == ()
    assert "wage.nlw" in {each.id for each in held_wages(on=date(2031, 4, 1), nation=None)}


def test_nothing_is_offered_for_a_day_of_which_nothing_is_held() -> None:
    assert held_rises(Driver.PRICES, on=date(2031, 4, 1), nation=None) == ()
    assert held_rises(Driver.WAGE_FLOOR, on=date(2016, 4, 1), nation=None) == ()
