"""Periods are half-open: the first day no longer covered belongs to what comes next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.values.period import (
    EndsBeforeItStarts,
    Period,
    a_year_from,
    days_in_both,
    financial_year,
)

days = st.dates(date(2024, 1, 1), date(2024, 4, 1))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    starts_on = draw(days)
    length = draw(st.none() | st.integers(1, 60))
    return Period(starts_on, None if length is None else starts_on + timedelta(days=length))


@given(periods(), days)
def test_a_day_is_covered_from_the_first_on_and_before_the_end(period: Period, day: date) -> None:
    last = period.last_day or date.max
    assert period.covers(day) == (period.starts_on <= day <= last)


@given(periods(), periods())
def test_days_in_both_are_those_that_each_covers(one: Period, other: Period) -> None:
    bounded = Period(date(2024, 1, 1), date(2024, 7, 1))
    listed = [date(2024, 1, 1) + timedelta(days=ahead) for ahead in range(182)]
    shared = [day for day in listed if one.covers(day) and other.covers(day)]
    both = one.within(other)
    assert days_in_both(both, bounded) == len(shared) if both else not shared
    assert one.overlaps(other) == bool(shared)


def test_a_period_of_no_days_is_refused() -> None:
    with pytest.raises(EndsBeforeItStarts):
        Period(date(2026, 4, 1), date(2026, 4, 1))


def test_a_year_has_twelve_months_and_ends_on_31_march_for_a_council() -> None:
    assert a_year_from(date(2024, 2, 29)).ends_before == date(2025, 3, 1)
    assert a_year_from(date(2024, 4, 1)) == financial_year(2024)
    assert financial_year(2023).days == 366
    assert financial_year(2026).last_day == date(2027, 3, 31)
