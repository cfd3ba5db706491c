"""A time of day is read however people write it, and an hour alone is never guessed."""

from __future__ import annotations

from datetime import time

import pytest

from carewright_engine.values.clock import NotAClock, read_clock

HALF_PAST = time(8, 30)


@pytest.mark.parametrize(
    ("words", "meant"),
    [(each, HALF_PAST) for each in (
        "8.30 am", "8:30 am", "8.30am", "8.30 a.m.", "8.30 A.M", "08:30", "8.30", "0830", "830",
        " 08.30 ", "8.30 a m",
    )] + [
        ("8 am", time(8)), ("12 am", time(0)), ("12 pm", time(12)), ("noon", time(12)),
        ("Midday", time(12)), ("midnight", time(0)), ("5.45 pm", time(17, 45)), ("17:00", time(17)),
    ],
)  # fmt: skip
def test_the_usual_ways_are_read(words: str, meant: time) -> None:
    assert read_clock(words) == meant


@pytest.mark.parametrize(
    "words",
    ["8", "25:00", "8:60", "13 pm", "0 am", "half past eight", "12.30 noon", "", "²:00", "8:3"],
)
def test_what_is_no_time_of_day_or_two_is_refused(words: str) -> None:
    with pytest.raises(NotAClock):
        read_clock(words)
