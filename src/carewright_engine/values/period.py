"""Periods: from a first day to the first day no longer covered, which may be unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carewright_engine.values.working_days import ONE_DAY


class EndsBeforeItStarts(ValueError):
    """A period of no days, or of fewer."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `starts_on`, up to but not on `ends_before`; None means open-ended."""

    starts_on: date
    ends_before: date | None = None

    def __post_init__(self) -> None:
        if self.ends_before is not None and self.ends_before <= self.starts_on:
            raise EndsBeforeItStarts(f"From {self.starts_on} to before {self.ends_before}: no day")

    def covers(self, day: date) -> bool:
        """Whether the day lies within."""
        return self.starts_on <= day and not self.has_ended(day)

    def has_ended(self, day: date) -> bool:
        """Whether the day is past the last one."""
        return self.ends_before is not None and self.ends_before <= day

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        return not self.has_ended(other.starts_on) and not other.has_ended(self.starts_on)

    def within(self, other: Period) -> Period | None:
        """The days that lie in both, if any do."""
        if not self.overlaps(other):
            return None
        ends = [each for each in (self.ends_before, other.ends_before) if each is not None]
        return Period(max(self.starts_on, other.starts_on), min(ends, default=None))

    @property
    def days(self) -> int | None:
        """How many days it has; None while it is open-ended."""
        return None if self.ends_before is None else (self.ends_before - self.starts_on).days

    @property
    def last_day(self) -> date | None:
        """The last day covered, as people say it: to 31 March."""
        return None if self.ends_before is None else self.ends_before - ONE_DAY


def days_in_both(one: Period, bounded: Period) -> int:
    """How many days two periods share; the second has an end."""
    shared = one.within(bounded)
    return (shared.days or 0) if shared else 0


def a_year_from(day: date) -> Period:
    """Twelve months: from 29 February they end before 1 March."""
    if (day.month, day.day) == (2, 29):
        return Period(day, date(day.year + 1, 3, 1))
    return Period(day, day.replace(year=day.year + 1))


def financial_year(first: int) -> Period:
    """The council's year that begins on 1 April."""
    return Period(date(first, 4, 1), date(first + 1, 4, 1))
