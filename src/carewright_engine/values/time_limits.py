"""Time limits that a law sets: how long, counted how, from when on, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from carewright_engine.values.local_time import end_of_day
from carewright_engine.values.period import Period
from carewright_engine.values.working_days import (
    ANY_PART_OF_THE_UK,
    ENGLAND_ONLY,
    ONE_DAY,
    SCOTLAND_ONLY,
    Calendar,
)


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A number of days from an event; `day_one_after` says how long after it the count starts."""

    key: str
    words: str
    regime: str
    jurisdiction: str
    length: int
    calendar: Calendar
    day_one_after: int  # 0: the day of the event is day one; 1: the day after is
    source: str
    starts_on: date
    ends_before: date | None = None  # first day it no longer holds; None while it does
    counts_every_day: bool = False  # True: calendar days, and the last one is a working day
    least_working_days: int = 0
    verified: bool = False  # True once a person has read it in its source

    def holds_on(self, day: date) -> bool:
        """Whether an event of that day is under this limit."""
        return Period(self.starts_on, self.ends_before).covers(day)

    def last_day(self, event_on: date) -> date:
        """The last day that the limit gives, after something happened on a day."""
        first = event_on + timedelta(days=self.day_one_after)
        if not self.counts_every_day:
            return self.calendar.nth(self.length, starting=first)
        last = self.calendar.next_working_day(first + timedelta(days=self.length - 1))
        while self.calendar.count(first, last) < self.least_working_days:
            last = self.calendar.next_working_day(last + ONE_DAY)
        return last

    def ends_at(self, event_on: date) -> datetime:
        """Midnight in London at the end of the last day: the first moment that is too late."""
        return end_of_day(self.last_day(event_on))


_PSR: Final = (
    "Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), "
    "regulation 12"
)
_SCOTLAND: Final = (
    "Public Contracts (Scotland) Regulations 2015 (SSI 2015/446) as made, regulations 2 and 86"
)
_SCOTTISH_START: Final = date(2016, 4, 18)

_ALL: Final = (
    TimeLimit(
        key="pa2023.standstill",
        words="Standstill after a contract award notice, which is day one",
        regime="Procurement Act 2023",
        jurisdiction="England, Wales and Northern Ireland",
        length=8,
        calendar=ANY_PART_OF_THE_UK,
        day_one_after=0,
        source="Procurement Act 2023, sections 51 and 123",
        starts_on=date(2025, 2, 24),
    ),
    TimeLimit(
        key="psr.standstill",
        words="Standstill after a notice of intention: it begins the day after the notice, and "
        "providers have until the end of the eighth working day after that day",
        regime="Provider Selection Regime",
        jurisdiction="England",
        length=8,
        calendar=ENGLAND_ONLY,
        day_one_after=2,
        source=_PSR,
        starts_on=date(2024, 1, 1),
    ),
    TimeLimit(
        key="psr.after_decision",
        words="Standstill goes on after the last decision on what a provider has said",
        regime="Provider Selection Regime",
        jurisdiction="England",
        length=5,
        calendar=ENGLAND_ONLY,
        day_one_after=1,
        source=_PSR,
        starts_on=date(2024, 1, 1),
    ),
    TimeLimit(
        key="scotland.standstill",
        words="Standstill after the last notice, all sent electronically; the day of sending does "
        "not count",
        regime="Public Contracts (Scotland) Regulations 2015",
        jurisdiction="Scotland",
        length=10,
        calendar=SCOTLAND_ONLY,
        day_one_after=1,
        source=_SCOTLAND,
        starts_on=_SCOTTISH_START,
        counts_every_day=True,
        least_working_days=2,
    ),
    TimeLimit(
        key="scotland.standstill_other",
        words="Standstill after the last notice, any of them sent by other means; the day of "
        "sending does not count",
        regime="Public Contracts (Scotland) Regulations 2015",
        jurisdiction="Scotland",
        length=15,
        calendar=SCOTLAND_ONLY,
        day_one_after=1,
        source=_SCOTLAND,
        starts_on=_SCOTTISH_START,
        counts_every_day=True,
        least_working_days=2,
    ),
)


def by_key(limits: Iterable[TimeLimit]) -> dict[str, tuple[TimeLimit, ...]]:
    """The rows of each key, the oldest first; an amended law adds a row and ends the one before.

    Two rows of one key never hold on the same day, as then nobody could say which is the law.
    """
    kept: dict[str, tuple[TimeLimit, ...]] = {}
    for limit in sorted(limits, key=lambda each: each.starts_on):
        before = kept.get(limit.key, ())
        if before and before[-1].holds_on(limit.starts_on):
            raise ValueError(f"{limit.key}: two rows hold on {limit.starts_on}")
        kept[limit.key] = (*before, limit)
    return kept


def held_on(rows: Iterable[TimeLimit], day: date) -> TimeLimit:
    """Of the dated rows of one limit, the one under which an event of that day falls."""
    known = tuple(rows)
    for row in known:
        if row.holds_on(day):
            return row
    raise LookupError(f"{known[-1].words}: not the law on {day}")


TIME_LIMITS: Final = by_key(_ALL)


def time_limit(key: str, *, on: date) -> TimeLimit:
    """The limit as it stood on the day of the event."""
    return held_on(TIME_LIMITS[key], on)
