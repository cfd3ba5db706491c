"""A deadline's time of day means one moment in London, or is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.values.local_time import LONDON, NoSingleMoment, end_of_day, london_moment


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        (date(2026, 3, 29), time(0, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (date(2026, 3, 29), time(2, 0), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(0, 59), datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 0), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
        (date(2026, 7, 1), time(12), datetime(2026, 7, 1, 11, tzinfo=UTC)),
    ],
)
def test_a_time_of_day_in_london_is_one_moment(day: date, clock: time, moment: datetime) -> None:
    assert london_moment(day, clock) == moment


@pytest.mark.parametrize("clock", [time(1, 0), time(1, 30), time(1, 59)])
def test_a_time_over_which_the_clocks_go_forward_is_refused(clock: time) -> None:
    with pytest.raises(NoSingleMoment, match="on 29 March 2026 does not exist"):
        london_moment(date(2026, 3, 29), clock)


@pytest.mark.parametrize("clock", [time(1, 0), time(1, 30), time(1, 59)])
def test_a_time_that_comes_twice_is_refused(clock: time) -> None:
    with pytest.raises(NoSingleMoment, match="on 25 October 2026 comes twice"):
        london_moment(date(2026, 10, 25), clock)


@given(st.dates(date(2025, 1, 1), date(2028, 12, 31)))
def test_every_day_has_an_end(day: date) -> None:
    ends = end_of_day(day).astimezone(LONDON)
    assert (ends.hour, ends.minute) == (0, 0)
    assert (ends.date() - day).days == 1
