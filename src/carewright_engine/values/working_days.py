"""Working days: which days count, and on which day a number of them is full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from carewright_engine.values.bank_holidays import Nation, bank_holidays

ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are working days: no weekend, and no bank holiday in any of these nations."""

    words: str
    nations: frozenset[Nation]

    def is_working_day(self, day: date) -> bool:
        """Whether work is expected on the day."""
        return day.weekday() < 5 and not any(
            day in bank_holidays(nation, day.year) for nation in self.nations
        )

    def next_working_day(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def nth(self, number: int, *, starting: date) -> date:
        """The last of so many working days, of which the starting day may be the first."""
        if number < 1:
            raise ValueError(f"Working days are counted from 1, not from {number}")
        day = self.next_working_day(starting)
        for _ in range(number - 1):
            day = self.next_working_day(day + ONE_DAY)
        return day

    def count(self, first: date, last: date) -> int:
        """How many working days lie from the first to the last, both included."""
        days = (first + ONE_DAY * ahead for ahead in range((last - first).days + 1))
        return sum(map(self.is_working_day, days))


CALENDARS: Final = {
    nation: Calendar(f"Working days in {nation.label}", frozenset({nation})) for nation in Nation
}

# Three laws, three meanings of "working day"; what each rests on is in `rules.time_limits`.
ANY_PART_OF_THE_UK: Final = Calendar(
    "Working days: no bank holiday in any part of the United Kingdom", frozenset(Nation)
)
ENGLAND_ONLY: Final = CALENDARS[Nation.ENGLAND]
SCOTLAND_ONLY: Final = CALENDARS[Nation.SCOTLAND]


def working_days_after(day: date, number: int, nation: Nation) -> date:
    """The day on which so many working days have passed; the day itself does not count.

    None at all gives the day itself, or the next working day when it is not one.
    """
    calendar = CALENDARS[nation]
    if number == 0:
        return calendar.next_working_day(day)
    return calendar.nth(number, starting=day + ONE_DAY)
