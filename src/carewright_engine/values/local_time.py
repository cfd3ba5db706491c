"""The moment that a day and a time of day mean in London, where they mean exactly one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

LONDON: Final = ZoneInfo("Europe/London")


class NoSingleMoment(ValueError):
    """The clocks in London never show this time on this day, or show it twice."""


def london_moment(day: date, clock: time) -> datetime:
    """The moment at which clocks in London show this time on this day."""
    earlier, later = (datetime.combine(day, clock, LONDON).replace(fold=fold) for fold in (0, 1))
    if earlier.astimezone(UTC).astimezone(LONDON).replace(fold=0) != earlier:
        raise NoSingleMoment(
            f"{_words(day, clock)} does not exist: the clocks go forward over it. "
            "Give a time before 1 am or from 2 am on"
        )
    if earlier.utcoffset() != later.utcoffset():
        raise NoSingleMoment(
            f"{_words(day, clock)} comes twice: the clocks go back over it. "
            "Give a time before 1 am or from 2 am on"
        )
    return earlier


def end_of_day(day: date) -> datetime:
    """Midnight at the end of the day: the first moment that is too late."""
    return london_moment(day + timedelta(days=1), time(0))


def _words(day: date, clock: time) -> str:
    return f"{clock:%H:%M} on {day.day} {day:%B %Y}"
