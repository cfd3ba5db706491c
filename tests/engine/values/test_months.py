"""Months later, where months have different lengths."""

from __future__ import annotations

from datetime import date

import pytest

from carewright_engine.values.months import months_later


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 4, 1), -3, date(2026, 1, 1)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_a_month_too_short_for_the_day_ends_sooner(day: date, months: int, found: date) -> None:
    assert months_later(day, months) == found


def test_a_series_on_the_31st_comes_back_to_it() -> None:
    assert months_later(date(2026, 2, 28), 1, 31) == date(2026, 3, 31)
