"""Dates and times of day as people write them in plans: 31/03/2026, March 2026, 5 pm."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from carewright_engine.values import clock
from carewright_engine.values.local_time import NoSingleMoment, london_moment

END_OF_THE_WORKING_DAY: Final = time(17)
FIRST_YEAR: Final = 2000  # an action of a plan is due in our own time
LAST_YEAR: Final = 2100

_MONTHS: Final = {
    name.lower(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_CLOCK_AT_THE_END: Final = re.compile(
    r"[,\s]+(?:at\s+)?(\d{1,2}[:.]\d{2}\s*(?:am|pm)?|\d{1,2}\s*(?:am|pm)|12\s*noon|noon)$"
)


class NotADeadline(ValueError):
    """No day or time can be made of the words; the text says how to write them."""


@dataclass(frozen=True, slots=True)
class ReadDeadline:
    """A moment, and what was added to the words to get it, for the reader to see."""

    at: datetime
    assumed: tuple[str, ...] = ()


def read_clock(words: str) -> time:
    """The time of day meant by 17:00, 5 pm, 5.30pm or 12 noon."""
    try:
        return clock.read_clock(words)
    except clock.NotAClock as refused:
        raise NotADeadline(str(refused)) from None


def read_deadline(words: str, clock_words: str = "") -> ReadDeadline:
    """The moment meant by a date and, where it is given, a time of day.

    A month alone means its last day, and a day alone means 5 pm; both are said to the reader.
    """
    day_words, clock_words = _apart(words, clock_words)
    day, assumed = _day(day_words)
    hour = read_clock(clock_words) if clock_words else END_OF_THE_WORKING_DAY
    if not clock_words:
        assumed = (*assumed, "no time of day was given, so 5 pm")
    try:
        return ReadDeadline(london_moment(day, hour), assumed)
    except NoSingleMoment as refused:
        raise NotADeadline(str(refused)) from None


def _apart(words: str, clock_words: str) -> tuple[str, str]:
    day_words = " ".join(words.split())
    found = None if clock_words.strip() else _CLOCK_AT_THE_END.search(day_words.lower())
    if found:
        return day_words[: found.start()], found[1]
    return day_words, clock_words.strip()


def _day(words: str) -> tuple[date, tuple[str, ...]]:
    parts = [part for part in re.split(r"[\s/.,-]+", words.lower()) if part]
    parts = [re.sub(r"^(\d{1,2})(st|nd|rd|th)$", r"\1", part) for part in parts]
    if len(parts) == 3 and len(parts[0]) == 4:
        parts.reverse()
    if len(parts) == 2 and parts[0] in _MONTHS:
        year = _year(parts[1])
        last = monthrange(year, _MONTHS[parts[0]])[1]
        assumed = f"no day was given, so the last of {month_name[_MONTHS[parts[0]]]}"
        return date(year, _MONTHS[parts[0]], last), (assumed,)
    if len(parts) != 3:
        raise NotADeadline(_HOW)
    year, month = _year(parts[2]), _MONTHS.get(parts[1]) or _figure(parts[1])
    try:
        return date(year, month, _figure(parts[0])), ()
    except ValueError:
        raise NotADeadline(f"There is no such day. {_HOW}") from None


def _year(words: str) -> int:
    if not (words.isascii() and words.isdecimal() and len(words) in (2, 4)):
        raise NotADeadline(_HOW)
    year = int(words) + (2000 if len(words) == 2 else 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADeadline(f"Write a year from {FIRST_YEAR} to {LAST_YEAR}")
    return year


def _figure(words: str) -> int:
    """A day or a month in figures; 0, which neither can be, for anything else."""
    return int(words) if re.fullmatch(r"[0-9]{1,2}", words) else 0


_HOW: Final = "Write the date like 31/03/2026, 31 March 2026 or March 2026"
