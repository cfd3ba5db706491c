"""Indices come out of the dated reference data with their source and their flag."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from carewright_engine.costing.uplift import Driver, wage_index
from carewright_engine.rules.reading import NotInForce


def test_the_living_wage_of_april_2024_rose_by_9_79_percent_and_nobody_checked_it() -> None:
    found = wage_index("wage.nlw", from_on=date(2023, 4, 1), to_on=date(2024, 4, 1))
    assert (found.rise, found.driver) == (Decimal("0.0979"), Driver.WAGE_FLOOR)
    assert "£10.42 an hour to £11.44 an hour" in found.words
    assert found.source
    assert not found.verified


def test_a_wage_that_is_not_held_for_a_day_is_refused() -> None:
    with pytest.raises(NotInForce):
        wage_index("wage.nlw", from_on=date(1999, 4, 1), to_on=date(2024, 4, 1))
