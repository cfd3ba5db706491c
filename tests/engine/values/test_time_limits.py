"""Limits that a law sets, by the day on which the event fell.

Every date was counted by hand on the calendars of bank holidays of gov.uk for 2025 to 2028. The
rule of each is the one named in its `source`: none has been checked there by a lawyer yet.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from carewright_engine.values.time_limits import TIME_LIMITS, by_key, held_on, time_limit

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
    ("psr.standstill", date(2025, 3, 10), date(2025, 3, 21)),
    ("psr.standstill", date(2025, 12, 22), date(2026, 1, 7)),
    ("psr.standstill", date(2026, 6, 10), date(2026, 6, 23)),
    ("psr.standstill", date(2027, 12, 20), date(2028, 1, 5)),  # Christmas on a Saturday
    ("psr.standstill", date(2028, 4, 13), date(2028, 4, 27)),  # begins on Good Friday itself
    ("psr.after_decision", date(2026, 8, 28), date(2026, 9, 7)),  # 31 August, England
    # Scotland: calendar days, the day of sending left out, to the end of a working day.
    ("scotland.standstill", date(2025, 3, 10), date(2025, 3, 20)),
    ("scotland.standstill", date(2025, 12, 22), date(2026, 1, 5)),  # the tenth day is 1 January
    ("scotland.standstill", date(2026, 3, 27), date(2026, 4, 6)),  # Easter Monday is worked
    ("scotland.standstill", date(2026, 6, 5), date(2026, 6, 16)),  # the tenth day is 15 June
    ("scotland.standstill", date(2027, 11, 20), date(2027, 12, 1)),  # ... is St Andrew's Day
    ("scotland.standstill", date(2028, 7, 28), date(2028, 8, 8)),  # ... is the summer holiday
    ("scotland.standstill_other", date(2028, 7, 28), date(2028, 8, 14)),  # ... is a Saturday
]


@pytest.mark.parametrize(("key", "event_on", "expected"), COUNTED)
def test_the_last_day_is_the_one_counted_by_hand(key: str, event_on: date, expected: date) -> None:
    assert time_limit(key, on=event_on).last_day(event_on) == expected


def test_every_year_from_2025_to_2028_has_been_counted_for_each_regime() -> None:
    regimes = {"pa2023", "psr", "scotland"}
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


def test_a_limit_is_not_applied_to_a_day_before_its_law() -> None:
    with pytest.raises(LookupError, match="not the law on 2025-02-23"):
        time_limit("pa2023.standstill", on=date(2025, 2, 23))


def test_no_limit_is_called_verified_before_a_person_has_read_it() -> None:
    assert not any(limit.verified for rows in TIME_LIMITS.values() for limit in rows)


def test_an_amended_limit_counts_from_its_day_and_the_old_one_until_then() -> None:
    change = date(2027, 4, 1)
    old, new = (
        replace(_SCOTTISH, ends_before=change),
        replace(_SCOTTISH, starts_on=change, length=7),
    )
    rows = by_key([new, old])["scotland.standstill"]
    assert rows == (old, new)
    assert held_on(rows, date(2027, 3, 31)) is old
    assert held_on(rows, change) is new


def test_a_day_between_two_rows_has_no_limit() -> None:
    old = replace(_SCOTTISH, ends_before=date(2027, 1, 1))
    rows = (old, replace(_SCOTTISH, starts_on=date(2027, 4, 1)))
    with pytest.raises(LookupError, match="not the law on 2027-02-01"):
        held_on(rows, date(2027, 2, 1))


@pytest.mark.parametrize("ends_before", [None, date(2027, 4, 2)])
def test_two_rows_of_a_limit_never_hold_on_the_same_day(ends_before: date | None) -> None:
    old = replace(_SCOTTISH, ends_before=ends_before)
    with pytest.raises(ValueError, match="two rows hold on 2027-04-01"):
        by_key([old, replace(_SCOTTISH, starts_on=date(2027, 4, 1))])
