"""Limits that a law sets, by the day on which the event fell.

Every date was counted by hand on the calendars of bank holidays of gov.uk for 2025 to 2028. The
rule of each is the one named in its `source`: none has been checked there by a lawyer yet.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.rules.dated import dated_of
from carewright_engine.rules.reading import NotInForce, by_id, held_on
from carewright_engine.rules.refusing import RefusedData
from carewright_engine.rules.time_limits import (
    COLUMNS,
    Count,
    every_time_limit,
    last_day_of_months,
    read_time_limits,
    time_limit,
)

_SCOTTISH = time_limit("scotland.standstill", on=date(2026, 6, 3))

COUNTED = [
    # Procurement Act 2023: the notice is day one; a holiday in any part of the UK stops the clock.
    ("pa2023.standstill", date(2025, 3, 10), date(2025, 3, 20)),  # St Patrick's Day, 17 March
    ("pa2023.standstill", date(2025, 12, 22), date(2026, 1, 6)),  # 2 January, Scotland
    ("pa2023.standstill", date(2026, 6, 10), date(2026, 6, 22)),  # 15 June, Scotland
    ("pa2023.standstill", date(2026, 7, 6), date(2026, 7, 16)),  # 13 July, Northern Ireland
    ("pa2023.standstill", date(2027, 11, 25), date(2027, 12, 7)),  # 30 November, Scotland
    ("pa2023.standstill", date(2028, 1, 1), date(2028, 1, 14)),  # a notice on a Saturday
    ("pa2023.standstill", date(2028, 4, 10), date(2028, 4, 21)),  # Easter
    # Provider Selection Regime: England only; begins the day after, eight working days after that.
    ("psr2023.standstill", date(2025, 3, 10), date(2025, 3, 21)),
    ("psr2023.standstill", date(2025, 12, 22), date(2026, 1, 7)),
    ("psr2023.standstill", date(2026, 6, 10), date(2026, 6, 23)),
    ("psr2023.standstill", date(2027, 12, 20), date(2028, 1, 5)),  # Christmas on a Saturday
    ("psr2023.standstill", date(2028, 4, 13), date(2028, 4, 27)),  # begins on Good Friday itself
    ("psr2023.after_decision", date(2026, 8, 28), date(2026, 9, 7)),  # 31 August, England
    # Scotland: calendar days, the day of sending left out, to the end of a working day.
    ("scotland.standstill", date(2025, 3, 10), date(2025, 3, 20)),
    ("scotland.standstill", date(2025, 12, 22), date(2026, 1, 5)),  # the tenth day is 1 January
    ("scotland.standstill", date(2026, 3, 27), date(2026, 4, 6)),  # Easter Monday is worked
    ("scotland.standstill", date(2026, 6, 5), date(2026, 6, 16)),  # the tenth day is 15 June
    ("scotland.standstill", date(2027, 11, 20), date(2027, 12, 1)),  # ... is St Andrew's Day
    ("scotland.standstill", date(2028, 7, 28), date(2028, 8, 8)),  # ... is the summer holiday
    ("scotland.standstill_other", date(2028, 7, 28), date(2028, 8, 14)),  # ... is a Saturday
    # The day on which a contract is entered into, changed or ended is day one: sections 53 to 80.
    ("pa2023.details", date(2025, 3, 10), date(2025, 4, 8)),
    ("pa2023.details.light_touch", date(2025, 3, 10), date(2025, 7, 7)),
    ("pa2023.copy", date(2025, 3, 10), date(2025, 6, 7)),
    ("pa2023.copy.light_touch", date(2025, 3, 10), date(2025, 9, 5)),
    ("pa2023.change_copy", date(2026, 11, 30), date(2027, 2, 27)),
    ("pa2023.termination", date(2027, 3, 31), date(2027, 4, 29)),
    ("pa2023.termination", date(2028, 2, 10), date(2028, 3, 10)),  # a leap year
    ("pa2023.breach", date(2026, 1, 1), date(2026, 1, 30)),
    ("pa2023.exclusion", date(2026, 1, 1), date(2026, 1, 30)),
    ("pa2023.pay", date(2026, 2, 3), date(2026, 3, 4)),
    ("below_threshold.pay", date(2028, 2, 3), date(2028, 3, 3)),
    # The last day of the quarter or half-year is day one: sections 69 and 70.
    ("pa2023.payments", date(2026, 6, 30), date(2026, 7, 29)),
    ("pa2023.payments_compliance", date(2026, 3, 31), date(2026, 4, 29)),
    ("pa2023.payments_compliance", date(2026, 9, 30), date(2026, 10, 29)),
    ("pa2023.pipeline", date(2025, 4, 1), date(2025, 5, 26)),
    ("pa2023.pipeline", date(2028, 4, 1), date(2028, 5, 26)),
    # The day after the invitation is day one: section 54(5).
    ("pa2023.tendering.simple", date(2025, 9, 1), date(2025, 9, 26)),
    ("pa2023.tendering.partly", date(2025, 9, 1), date(2025, 10, 1)),
    ("pa2023.tendering.paper", date(2025, 9, 1), date(2025, 10, 6)),
    ("pa2023.tendering.short", date(2027, 2, 22), date(2027, 3, 4)),
    ("pa2023.participation", date(2028, 2, 22), date(2028, 3, 18)),
    ("pa2023.participation.urgent", date(2026, 2, 22), date(2026, 3, 4)),
    # Claims: section 106.
    ("pa2023.claim", date(2026, 1, 15), date(2026, 2, 13)),
    ("pa2023.claim.longest", date(2026, 1, 15), date(2026, 4, 14)),
    ("pa2023.set_aside", date(2026, 3, 1), date(2026, 8, 31)),
    ("pa2023.set_aside", date(2025, 8, 31), date(2026, 2, 28)),
    ("pa2023.set_aside", date(2027, 8, 31), date(2028, 2, 29)),
    # Provider Selection Regime: within so many days of the award or change.
    ("psr2023.award", date(2026, 5, 5), date(2026, 6, 4)),
    ("psr2023.change", date(2027, 1, 31), date(2027, 3, 2)),
    ("psr2023.urgent", date(2028, 1, 31), date(2028, 3, 1)),
    ("psr2023.identify", date(2026, 5, 5), date(2026, 5, 18)),  # the 19th is 14 days after
    # Scotland and the older law.
    ("scotland.award", date(2026, 5, 5), date(2026, 6, 4)),
    ("scotland.award_quarter", date(2026, 6, 30), date(2026, 7, 30)),
    ("scotland.reasons", date(2027, 5, 5), date(2027, 5, 20)),
    ("scotland.further_information", date(2027, 5, 5), date(2027, 6, 3)),
    ("pcr2015.award", date(2025, 5, 5), date(2025, 6, 4)),
    ("pcr2015.award_quarter", date(2025, 3, 31), date(2025, 4, 30)),
    ("pcr2015.pay", date(2025, 3, 31), date(2025, 4, 30)),
    ("law.transfer_information", date(2026, 3, 4), date(2026, 3, 31)),  # a move on 1 April
    # What a council sets for itself.
    ("policy.extension", date(2026, 9, 30), date(2027, 3, 31)),
    ("policy.accounts", date(2026, 3, 31), date(2026, 12, 31)),
    ("policy.ending_funding", date(2026, 12, 31), date(2027, 3, 31)),
    ("policy.consulting", date(2026, 9, 30), date(2026, 12, 23)),
]


@pytest.mark.parametrize(("key", "event_on", "expected"), COUNTED)
def test_the_last_day_is_the_one_counted_by_hand(key: str, event_on: date, expected: date) -> None:
    assert time_limit(key, on=event_on).last_day(event_on) == expected


def test_every_year_from_2025_to_2028_has_been_counted_for_each_regime() -> None:
    regimes = {"pa2023", "psr2023", "scotland"}
    counted = {(key.split(".")[0], event_on.year) for key, event_on, _ in COUNTED}
    missing = {(regime, year) for regime in regimes for year in range(2025, 2029)} - counted
    assert missing == set()


def test_a_short_calendar_count_waits_for_two_working_days() -> None:
    three = replace(_SCOTTISH, length=3)
    # Sent on 24 December 2026: 25 is Christmas, 26 and 27 a weekend, 28 a holiday.
    assert three.last_day(date(2026, 12, 24)) == date(2026, 12, 30)


def test_a_limit_ends_at_midnight_in_london_winter_and_summer() -> None:
    assert _SCOTTISH.ends_at(date(2025, 3, 10)) == datetime(2025, 3, 21, tzinfo=UTC)
    assert _SCOTTISH.ends_at(date(2026, 6, 5)) == datetime(2026, 6, 16, 23, tzinfo=UTC)


def test_every_limit_was_counted_by_hand() -> None:
    assert {name for name, *_ in COUNTED} == set(every_time_limit())


def test_a_limit_is_not_applied_to_a_day_before_its_law() -> None:
    with pytest.raises(NotInForce, match=r"No pa2023\.standstill is held for 2025-02-23"):
        time_limit("pa2023.standstill", on=date(2025, 2, 23))


def test_no_limit_is_called_verified_before_a_person_has_read_it() -> None:
    assert not any(limit.verified for rows in every_time_limit().values() for limit in rows)


def test_an_amended_limit_counts_from_its_day_and_the_old_one_until_then() -> None:
    change = date(2027, 4, 1)
    old, new = (
        replace(_SCOTTISH, ends_before=change),
        replace(_SCOTTISH, starts_on=change, length=7),
    )
    rows = by_id([new, old])
    assert held_on(rows, "scotland.standstill", date(2027, 3, 31)) is old
    assert held_on(rows, "scotland.standstill", change) is new


@given(
    st.sampled_from(sorted(every_time_limit())),
    st.dates(min_value=date(2026, 6, 1), max_value=date(2028, 12, 1)),
)
def test_counting_back_finds_the_last_day_from_which_the_limit_passes(name: str, day: date) -> None:
    limit = time_limit(name, on=date(2026, 6, 1))
    latest = limit.latest_before(day)
    assert limit.last_day(latest) < day <= limit.last_day(latest + timedelta(days=1))


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2026, 1, 10), 6, date(2026, 7, 9)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 8, 30), 6, date(2028, 2, 29)),
        (date(2026, 10, 1), 6, date(2027, 3, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_end_before_their_day_comes_again_or_with_a_month_too_short_for_it(
    first: date, months: int, last: date
) -> None:
    assert last_day_of_months(first, months) == last


@pytest.mark.parametrize(
    ("count", "calendar"),
    [("working_days", ""), ("calendar_days_to_a_working_day", ""), ("months", "england")],
)
def test_a_limit_names_a_calendar_exactly_when_it_looks_at_working_days(
    count: str, calendar: str
) -> None:
    row = f"a.b,Words,pa2023,england,2025-02-24,,8,{count},{calendar},0,0,Section 1,no"
    with pytest.raises(RefusedData, match="calendar: is given for counts that look at working"):
        read_time_limits(f"{','.join(COLUMNS)}\n{row}\n")


def test_no_name_is_both_a_number_and_a_limit() -> None:
    numbers = {name for file in ("thresholds.csv", "wage_floors.csv") for name in dated_of(file)}
    assert numbers.isdisjoint(every_time_limit())
    assert {row.count for rows in every_time_limit().values() for row in rows} == set(Count)
