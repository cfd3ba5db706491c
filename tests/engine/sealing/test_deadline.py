"""The deadline is the first moment that is too late, and means one moment in London."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.sealing.judging import Verdict, judge, london_deadline
from carewright_engine.sealing.manifest import SignedManifest
from carewright_engine.sealing.refusing import Refused
from carewright_engine.values.local_time import LONDON
from tests.engine.sealing.lots import DEADLINE

LAST = timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("arrived_at", "verdict"),
    [
        (DEADLINE - LAST, Verdict.IN_TIME),
        (DEADLINE - timedelta(microseconds=1), Verdict.IN_TIME),
        (DEADLINE, Verdict.LATE),
        (DEADLINE + LAST, Verdict.LATE),
    ],
)
def test_the_last_millisecond_is_in_and_the_next_is_out(
    bid: SignedManifest, arrived_at: datetime, verdict: Verdict
) -> None:
    assert judge(bid, DEADLINE, arrived_at).verdict == verdict


@settings(max_examples=50)
@given(before=st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_whatever_the_zone_only_the_moment_counts(bid: SignedManifest, before: timedelta) -> None:
    moment = DEADLINE - before
    verdicts = {
        judge(bid, deadline, arrived).verdict
        for deadline in (DEADLINE, DEADLINE.astimezone(LONDON))
        for arrived in (moment, moment.astimezone(LONDON))
    }
    assert verdicts == {Verdict.IN_TIME if before > timedelta(0) else Verdict.LATE}


@pytest.mark.parametrize(
    ("day", "clock", "says"),
    [
        (date(2026, 3, 29), time(1, 0), "does not exist"),
        (date(2026, 3, 29), time(1, 59, 59), "does not exist"),
        (date(2026, 10, 25), time(1, 0), "comes twice"),
        (date(2026, 10, 25), time(1, 30), "comes twice"),
    ],
)
def test_a_deadline_that_clocks_show_never_or_twice_is_refused(
    bid: SignedManifest, day: date, clock: time, says: str
) -> None:
    with pytest.raises(Refused, match=f"This cannot be a deadline: .*{says}"):
        london_deadline(day, clock)
    for fold in (0, 1):
        moment = datetime.combine(day, clock, LONDON).replace(fold=fold)
        with pytest.raises(Refused, match=says):
            judge(bid, moment, DEADLINE)


def test_a_moment_that_is_shown_twice_is_refused_whatever_its_zone(bid: SignedManifest) -> None:
    for hour in (0, 1):
        with pytest.raises(Refused, match="comes twice"):
            judge(bid, datetime(2026, 10, 25, hour, 30, tzinfo=UTC), DEADLINE)


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        (date(2026, 3, 29), time(0, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (date(2026, 3, 29), time(2), datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (date(2026, 10, 25), time(2), datetime(2026, 10, 25, 2, tzinfo=UTC)),
    ],
)
def test_times_beside_the_change_of_clocks_are_deadlines(
    bid: SignedManifest, day: date, clock: time, moment: datetime
) -> None:
    deadline = london_deadline(day, clock)
    assert deadline == moment
    assert judge(bid, deadline, moment - LAST).verdict == Verdict.IN_TIME
    assert judge(bid, deadline, moment).verdict == Verdict.LATE


def test_a_time_without_a_zone_is_refused(bid: SignedManifest) -> None:
    naive = DEADLINE.replace(tzinfo=None)
    with pytest.raises(Refused, match="deadline has no time zone"):
        judge(bid, naive, DEADLINE)
    with pytest.raises(Refused, match="time of arrival has no time zone"):
        judge(bid, DEADLINE, naive)
