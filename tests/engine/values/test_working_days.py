"""Which days count as working days, and on which day a number of them is full.

The dates were worked out by hand from the calendars of bank holidays on gov.uk
(www.gov.uk/bank-holidays), 2025 to 2028, and for Scotland from the proclamation that makes
15 June 2026 a bank holiday.
"""

from __future__ import annotations

from datetime import date

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.values.bank_holidays import Nation, bank_holidays, is_published
from carewright_engine.values.working_days import (
    ANY_PART_OF_THE_UK,
    CALENDARS,
    ONE_DAY,
    working_days_after,
)

ENGLAND, SCOTLAND = Nation.ENGLAND, Nation.SCOTLAND
WALES, NORTHERN_IRELAND = Nation.WALES, Nation.NORTHERN_IRELAND

GOVERNMENT = {
    ENGLAND: BankHolidays.ENGLAND_AND_WALES,
    WALES: BankHolidays.ENGLAND_AND_WALES,
    SCOTLAND: BankHolidays.SCOTLAND,
    NORTHERN_IRELAND: BankHolidays.NORTHERN_IRELAND,
}
#: Proclaimed after the government's list at hand was saved: Scotland's men at the World Cup.
PROCLAIMED_SINCE = {SCOTLAND: {date(2026, 6, 15)}}

days = st.dates(min_value=date(2025, 1, 1), max_value=date(2028, 12, 31))


@pytest.mark.parametrize("nation", Nation)
@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028])
def test_bank_holidays_are_those_that_the_government_publishes(nation: Nation, year: int) -> None:
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=GOVERNMENT[nation])
    published = {each["date"] for each in listed if each["date"].year == year}
    since = {day for day in PROCLAIMED_SINCE.get(nation, set()) if day.year == year}
    assert bank_holidays(nation, year) == published | since


@pytest.mark.parametrize(
    ("day", "working_in"),
    [
        (date(2025, 3, 17), {ENGLAND, WALES, SCOTLAND}),  # St Patrick's Day
        (date(2025, 4, 21), {SCOTLAND}),  # Easter Monday
        (date(2025, 8, 4), {ENGLAND, WALES, NORTHERN_IRELAND}),  # summer, Scotland
        (date(2025, 12, 1), {ENGLAND, WALES, NORTHERN_IRELAND}),  # St Andrew's, from the Sunday
        (date(2026, 1, 2), {ENGLAND, WALES, NORTHERN_IRELAND}),  # 2 January
        (date(2026, 6, 15), {ENGLAND, WALES, NORTHERN_IRELAND}),  # the World Cup
        (date(2026, 7, 13), {ENGLAND, WALES, SCOTLAND}),  # the Boyne, from the Sunday
        (date(2026, 12, 28), set()),  # Boxing Day, from the Saturday
        (date(2027, 3, 26), set()),  # Good Friday
        (date(2027, 8, 30), {SCOTLAND}),  # late summer
        (date(2027, 12, 27), set()),  # Christmas Day, from the Saturday
        (date(2028, 1, 3), set()),  # New Year's Day, from the Saturday
        (date(2028, 1, 4), {ENGLAND, WALES, NORTHERN_IRELAND}),  # 2 January, from the Sunday
        (date(2028, 7, 8), set()),  # an ordinary Saturday
        (date(2028, 11, 30), {ENGLAND, WALES, NORTHERN_IRELAND}),  # St Andrew's
    ],
)
def test_a_day_may_be_a_working_day_in_some_nations_only(
    day: date, working_in: set[Nation]
) -> None:
    assert {n for n in Nation if CALENDARS[n].is_working_day(day)} == working_in


@pytest.mark.parametrize(
    ("day", "number", "nation", "expected"),
    [
        (date(2025, 4, 17), 1, ENGLAND, date(2025, 4, 22)),
        (date(2025, 4, 17), 1, WALES, date(2025, 4, 22)),
        (date(2025, 4, 17), 1, SCOTLAND, date(2025, 4, 21)),
        (date(2025, 4, 17), 1, NORTHERN_IRELAND, date(2025, 4, 22)),
        (date(2025, 12, 31), 1, ENGLAND, date(2026, 1, 2)),
        (date(2025, 12, 31), 1, SCOTLAND, date(2026, 1, 5)),
        (date(2026, 6, 12), 1, SCOTLAND, date(2026, 6, 16)),
        (date(2026, 7, 10), 1, SCOTLAND, date(2026, 7, 13)),
        (date(2026, 7, 10), 1, NORTHERN_IRELAND, date(2026, 7, 14)),
        (date(2026, 12, 23), 5, ENGLAND, date(2027, 1, 4)),
        (date(2026, 12, 23), 5, SCOTLAND, date(2027, 1, 5)),
        (date(2027, 7, 30), 1, SCOTLAND, date(2027, 8, 3)),
        (date(2027, 7, 30), 1, ENGLAND, date(2027, 8, 2)),
        (date(2027, 8, 27), 2, ENGLAND, date(2027, 9, 1)),
        (date(2028, 3, 16), 1, NORTHERN_IRELAND, date(2028, 3, 20)),
        (date(2028, 12, 22), 3, WALES, date(2028, 12, 29)),
        (date(2028, 7, 8), 0, ENGLAND, date(2028, 7, 10)),
        (date(2028, 7, 10), 0, ENGLAND, date(2028, 7, 10)),
    ],
)
def test_so_many_working_days_after_a_day_leave_that_day_out(
    day: date, number: int, nation: Nation, expected: date
) -> None:
    assert working_days_after(day, number, nation) == expected


@given(days, st.integers(1, 60), st.sampled_from(Nation))
def test_so_many_working_days_lie_between(day: date, number: int, nation: Nation) -> None:
    last = working_days_after(day, number, nation)
    assert CALENDARS[nation].is_working_day(last)
    assert CALENDARS[nation].count(day + ONE_DAY, last) == number


@given(days)
def test_a_holiday_anywhere_stops_a_clock_that_runs_in_every_part(day: date) -> None:
    everywhere = all(CALENDARS[nation].is_working_day(day) for nation in Nation)
    assert ANY_PART_OF_THE_UK.is_working_day(day) == everywhere


def test_no_working_day_is_counted_backwards() -> None:
    with pytest.raises(ValueError, match="counted from 1"):
        working_days_after(date(2026, 3, 2), -1, ENGLAND)


def test_holidays_of_years_not_published_yet_are_known_to_be_a_forecast() -> None:
    assert is_published(date(2028, 12, 31))
    assert not is_published(date(2029, 1, 1))
