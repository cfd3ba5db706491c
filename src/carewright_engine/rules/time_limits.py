"""Time limits that a law sets: how long, counted how, from when on, and where it is written."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import Jurisdiction
from carewright_engine.rules.reading import Rows, held_on, read, text_of
from carewright_engine.rules.rows import Row, shared
from carewright_engine.values.local_time import end_of_day
from carewright_engine.values.months import months_later
from carewright_engine.values.working_days import (
    ANY_PART_OF_THE_UK,
    ENGLAND_ONLY,
    ONE_DAY,
    SCOTLAND_ONLY,
    Calendar,
)


class Count(StrEnum):
    """Which days a limit counts."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    TO_A_WORKING_DAY = "calendar_days_to_a_working_day"  # the last one is moved on to one
    MONTHS = "months"


class Working(StrEnum):
    """Whose bank holidays are no working days; none where they do not matter."""

    UNITED_KINGDOM = "united_kingdom"
    ENGLAND = "england"
    SCOTLAND = "scotland"
    NONE = ""


_CALENDARS: Final = {
    Working.UNITED_KINGDOM: ANY_PART_OF_THE_UK,
    Working.ENGLAND: ENGLAND_ONLY,
    Working.SCOTLAND: SCOTLAND_ONLY,
}
FILE: Final = "time_limits.csv"
COLUMNS: Final = (
    *("id", "words", "regime", "jurisdiction", "from", "to"),
    *("length", "count", "calendar", "day_one", "least_working_days", "source", "verified"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit(Row):
    """A number of days or months from an event; `day_one` says on which day the count starts."""

    regime: str
    jurisdiction: Jurisdiction
    length: int
    count: Count
    calendar: Calendar | None
    day_one: int  # 0: the day of the event is day one; 1: the day after is
    least_working_days: int

    def last_day(self, event_on: date) -> date:
        """The last day that the limit gives, after something happened on a day."""
        first = event_on + self.day_one * ONE_DAY
        if self.count is Count.MONTHS:
            return last_day_of_months(first, self.length)
        if self.calendar is None:
            return first + timedelta(days=self.length - 1)
        if self.count is Count.WORKING_DAYS:
            return self.calendar.nth(self.length, starting=first)
        last = self.calendar.next_working_day(first + timedelta(days=self.length - 1))
        while self.calendar.count(first, last) < self.least_working_days:
            last = self.calendar.next_working_day(last + ONE_DAY)
        return last

    def ends_at(self, event_on: date) -> datetime:
        """Midnight in London at the end of the last day: the first moment that is too late."""
        return end_of_day(self.last_day(event_on))

    def latest_before(self, event_on: date) -> date:
        """The latest day from which the whole limit passes before something happens on a day."""
        day = min(event_on - ONE_DAY, self._not_much_before(event_on))
        while self.last_day(day) >= event_on:
            day -= ONE_DAY
        return day

    def _not_much_before(self, event_on: date) -> date:
        """A day from which the limit is too long or just fits: where to look from."""
        if self.count is Count.MONTHS:
            return months_later(event_on, -self.length) + 3 * ONE_DAY
        return event_on - (self.length - 1) * ONE_DAY


def last_day_of_months(first: date, months: int) -> date:
    """The last day of a period of so many months that begins with a day.

    It is the day before the corresponding date; where the month has none, the month's last day.
    """
    end = months_later(first, months)
    return end - ONE_DAY if end.day == first.day else _end_of_month(end)


def read_time_limits(text: str, file: str = FILE) -> Rows[TimeLimit]:
    """The limits of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _limit)


@cache
def every_time_limit() -> Rows[TimeLimit]:
    """All time limits that came with Carewright, by name."""
    return read_time_limits(text_of(FILE))


def time_limit(name: str, *, on: date) -> TimeLimit:
    """The limit as it stood on the day of the event; `NotInForce` where none did."""
    return held_on(every_time_limit(), name, on)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _limit(cells: Cells) -> TimeLimit:
    count, working = cells.one_of("count", Count), cells.one_of("calendar", Working)
    if (count in (Count.WORKING_DAYS, Count.TO_A_WORKING_DAY)) == (working is Working.NONE):
        cells.refuse("calendar", "is given for counts that look at working days, and for no other")
    return TimeLimit(
        **shared(cells),
        regime=cells.identity("regime"),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        length=cells.whole("length", 1, 400),
        count=count,
        calendar=_CALENDARS.get(working),
        day_one=cells.whole("day_one", 0, 2),
        least_working_days=cells.whole("least_working_days", 0, 10),
    )
