"""Figures of prices and spend say what the reckoning says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from carewright_engine.charts import Picture
from carewright_engine.costing.minimum_price import built_up
from carewright_engine.costing.pictures import (
    BudgetSteps,
    PricedFrom,
    budget_in_steps,
    hour_built_up,
    prices_as_steps,
    spend_against_value,
)
from carewright_engine.costing.uplift import uplifted
from carewright_engine.values.money import Pence
from tests.engine.charts.reading_svg import cut_off, meetings, said
from tests.engine.costing.rounds import line, rule
from tests.engine.costing.test_minimum_price import HOUR


def assert_legible(picture: Picture) -> None:
    for svg in (picture.wide, picture.narrow):
        assert meetings(svg) == []
        assert cut_off(svg) == []
    assert picture.title
    assert picture.description


def test_an_hour_is_built_up_to_its_least_price() -> None:
    found = hour_built_up(built_up(HOUR), name="hour", title="One hour", paid=Pence(2005))
    assert_legible(found)
    assert ("Least price", "£20.69") in found.table.in_words()
    assert ("Paid", "£20.05") in found.table.in_words()
    assert "£14.89" in found.how_to_read


def test_a_budget_in_steps_ends_where_the_pence_end() -> None:
    preview = uplifted([line(quantity_a_year=Decimal(100_000))], rule())
    steps = BudgetSteps(
        Pence(1_930_000_000), Pence(21_000_000), Pence(12_000_000), Pence(2_000_000_000)
    )
    found = budget_in_steps(preview, steps, name="budget", title="To the budget")
    assert_legible(found)
    assert ("Forecast", "£19.58m") in found.table.in_words()
    assert "within the budget" in found.how_to_read


def test_a_price_holds_until_the_next_and_the_last_until_the_day_given() -> None:
    held = [PricedFrom(date(2026, 4, 1), Pence(2348)), PricedFrom(date(2025, 4, 1), Pence(2250))]
    found = prices_as_steps({"Weekday": held}, date(2027, 4, 1), name="steps", title="Price")
    assert_legible(found)
    assert found.table.in_words() == (
        ("1 Apr 2025", "£22.50"), ("1 Apr 2026", "£23.48"), ("1 Apr 2027", "£23.48"),
    )  # fmt: skip


def test_a_price_that_ended_is_drawn_to_its_last_day_and_nothing_after_it() -> None:
    held = [
        PricedFrom(date(2025, 4, 1), Pence(2250), date(2025, 10, 1)),
        PricedFrom(date(2026, 4, 1), Pence(2348), date(2027, 4, 1)),
    ]
    found = prices_as_steps({"Weekday": held}, date(2028, 1, 1), name="gap", title="Price")
    assert_legible(found)
    assert found.table.in_words() == (
        ("1 Apr 2025", "£22.50"), ("30 Sep 2025", "£22.50"), ("1 Oct 2025", "not known"),
        ("1 Apr 2026", "£23.48"), ("31 Mar 2027", "£23.48"),
    )  # fmt: skip


def test_spend_is_set_against_the_value_of_the_contract() -> None:
    spent = {date(2026, 4, 1): Pence(0), date(2026, 10, 1): Pence(40_000_00)}
    ahead = {date(2026, 10, 1): Pence(40_000_00), date(2027, 4, 1): Pence(85_000_00)}
    found = spend_against_value(spent, ahead, Pence(80_000_00), name="spend", title="Spend")
    assert_legible(found)
    assert "Value £80,000.00" in said(found.wide)
