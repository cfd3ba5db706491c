"""When news goes out by mail: quiet hours, digests, kinds that cannot be off, clock changes."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright.notify.rules.kinds import ALWAYS, MAY_BE_OFF, NewsKind
from carewright.notify.rules.mailing import Pace, Wishes, after_quiet, mail_due, next_at

LONDON = ZoneInfo("Europe/London")
NIGHT = Wishes(quiet_from=time(19), quiet_until=time(7))
LUNCH = Wishes(quiet_from=time(12), quiet_until=time(13, 30))


CLOCKS = st.integers(0, 1439).map(lambda minute: time(minute // 60, minute % 60))


def london(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("wishes", "at", "goes"),
    [
        (NIGHT, "2026-06-03T12:00", "2026-06-03T12:00"),
        (NIGHT, "2026-06-03T19:00", "2026-06-04T07:00"),
        (NIGHT, "2026-06-04T06:59", "2026-06-04T07:00"),
        (NIGHT, "2026-06-04T07:00", "2026-06-04T07:00"),
        (LUNCH, "2026-06-03T12:15", "2026-06-03T13:30"),
        (LUNCH, "2026-06-03T18:00", "2026-06-03T18:00"),
        (Wishes(quiet_from=None, quiet_until=None), "2026-06-03T03:00", "2026-06-03T03:00"),
        (NIGHT, "2026-03-28T23:00", "2026-03-29T07:00"),  # the clocks go forward at one
        (NIGHT, "2026-10-24T23:00", "2026-10-25T07:00"),  # and back at two
    ],
)
def test_quiet_hours_hold_mail_until_they_end(wishes: Wishes, at: str, goes: str) -> None:
    assert after_quiet(london(at), wishes) == london(goes)


def test_an_end_that_the_clocks_leave_out_comes_an_hour_later() -> None:
    wishes = Wishes(quiet_from=time(22), quiet_until=time(1, 30))
    assert after_quiet(london("2026-03-28T23:00"), wishes) == datetime(
        2026, 3, 29, 1, 30, tzinfo=UTC
    )


def test_an_end_that_comes_twice_is_the_first_still_ahead() -> None:
    first, second = london("2026-10-25T01:30"), london("2026-10-25T01:30", fold=1)
    assert next_at(time(1, 30), london("2026-10-25T00:10")) == first
    assert next_at(time(1, 30), first) == second


@given(minutes=st.integers(0, 3 * 365 * 1440), begins=CLOCKS, ends=CLOCKS)
def test_mail_is_never_early_never_in_quiet_hours_and_never_a_day_late(
    minutes: int, begins: time, ends: time
) -> None:
    at = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    wishes = Wishes(quiet_from=begins, quiet_until=ends)
    goes = after_quiet(at, wishes)
    assert at <= goes <= at + timedelta(hours=25)
    assert after_quiet(goes, wishes) == goes or goes > at


def test_a_digest_comes_at_its_time_on_the_same_or_the_next_day() -> None:
    daily = Wishes(pace=Pace.DAILY, digest_at=time(8))
    assert mail_due(NewsKind.FOLLOW_UP, daily, london("2026-06-03T07:30")) == london(
        "2026-06-03T08:00"
    )
    assert mail_due(NewsKind.FOLLOW_UP, daily, london("2026-06-03T08:00")) == london(
        "2026-06-04T08:00"
    )


def test_what_is_switched_off_stays_on_the_desk() -> None:
    off = Wishes(off=frozenset({"follow_up"}))
    assert mail_due(NewsKind.FOLLOW_UP, off, london("2026-06-03T12:00")) is None
    assert mail_due(NewsKind.GOVERN, off, london("2026-06-03T12:00")) is not None


@pytest.mark.parametrize("kind", sorted(ALWAYS))
def test_decisions_and_what_is_overdue_come_whatever_was_chosen(kind: NewsKind) -> None:
    never = Wishes(pace=Pace.NEVER, off=frozenset(each.value for each in NewsKind))
    noon = london("2026-06-03T12:00")
    assert mail_due(kind, never, noon) == noon
    assert mail_due(NewsKind.FOLLOW_UP, never, noon) is None


def test_a_kind_either_always_comes_or_may_be_switched_off() -> None:
    assert ALWAYS | set(MAY_BE_OFF) == set(NewsKind)
    assert ALWAYS.isdisjoint(MAY_BE_OFF)
