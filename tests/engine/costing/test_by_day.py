"""A value by day over its term, and a forecast in parts that are its total."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.costing.by_day import (
    NOTHING_SPENT,
    Bound,
    Need,
    RiseNotGiven,
    in_years,
    levels,
)
from carewright_engine.values.money import Pence
from carewright_engine.values.period import Period

YEARS = tuple(range(2026, 2031))
days = st.dates(date(2020, 4, 1), date(2030, 3, 1))
rises = st.decimals(Decimal("-0.1"), Decimal("0.2"), places=4)


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    begins = draw(days)
    ends = draw(st.none() | st.integers(1, 3_000).map(lambda n: begins + timedelta(n)))
    options = ends and draw(st.none() | st.integers(1, 900).map(lambda n: ends + timedelta(n)))
    stops = draw(st.none() | days)
    value = Pence(draw(st.integers(0, 10_000_000_000)))
    return Bound("a", value, Period(begins, ends), options, stops, draw(st.booleans()))


@given(st.lists(bounds(), max_size=6), rises)
def test_the_parts_of_a_forecast_add_up_to_its_total_to_the_penny(
    several: list[Bound], inflation: Decimal
) -> None:
    need = {year: Need(Decimal(year - 2016), Decimal(year - 2017), Decimal(2020)) for year in YEARS}
    at = levels(YEARS, inflation, need)
    rows = [in_years(each, at) for each in several]
    whole = sum((sum(row, NOTHING_SPENT) for row in rows), NOTHING_SPENT)
    by_year = [sum((row[place] for row in rows), NOTHING_SPENT) for place in range(len(YEARS))]
    assert sum(by_year, NOTHING_SPENT) == whole
    flat = whole.committed + whole.options + whole.after
    assert whole.forecast == flat + whole.prices + whole.need


@given(bounds())
def test_the_years_of_a_term_add_up_to_its_value_to_the_penny(bound: Bound) -> None:
    if bound.term.ends_before is None or bound.stops_before is not None:
        return
    at = levels(range(2019, 2041), Decimal(0))
    assert sum(each.committed for each in in_years(bound, at)) == bound.value


@given(bounds(), rises)
def test_committed_spend_knows_neither_prices_nor_need(bound: Bound, inflation: Decimal) -> None:
    risen, still = (in_years(bound, levels(YEARS, each)) for each in (inflation, Decimal(0)))
    assert [each.committed for each in risen] == [each.committed for each in still]


def test_care_goes_on_past_the_end_unless_something_takes_its_place() -> None:
    term = Period(date(2025, 4, 1), date(2027, 4, 1))
    held = Bound("a", Pence(73_000), term)
    at = levels(YEARS, Decimal(0))
    assert [each.forecast for each in in_years(held, at)[:2]] == [36_500, 36_600]
    followed = Bound("a", Pence(73_000), term, stops_before=date(2027, 4, 1))
    assert [each.forecast for each in in_years(followed, at)[:2]] == [36_500, 0]


def test_an_option_adds_its_days_at_the_same_price_a_day() -> None:
    term = Period(date(2025, 4, 1), date(2026, 4, 1))
    (year, *_) = in_years(
        Bound("a", Pence(36_500), term, options_before=date(2026, 10, 1)), levels(YEARS, Decimal(0))
    )
    assert (year.committed, year.options, year.after) == (0, 18_300, 18_200)


def test_only_what_grows_is_moved_by_need_and_its_interval() -> None:
    term = Period(date(2026, 4, 1), None)
    need = {year: Need(Decimal(100 + year - 2026), Decimal(90), Decimal(120)) for year in YEARS}
    at = levels(YEARS, Decimal(0), need)
    still, moved = (in_years(Bound("a", Pence(10_000), term, grows=g), at) for g in (False, True))
    assert [each.forecast for each in still] == [10_000] * 5
    assert [each.forecast for each in moved] == [10_000, 10_100, 10_200, 10_300, 10_400]
    assert {(each.low, each.high) for each in moved} == {(9_000, 12_000)}


def test_a_year_of_which_a_projection_does_not_tell_is_refused() -> None:
    need = {2026: Need(Decimal(1), Decimal(1), Decimal(1))}
    with pytest.raises(RiseNotGiven, match="from 2026 to 2026"):
        levels(YEARS, Decimal(0), need)
