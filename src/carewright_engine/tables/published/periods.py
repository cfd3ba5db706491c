"""Periods as publishers write them: financial years, quarters, census weeks and months."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from carewright_engine.tables.reading import Hints, UnreadableFile

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class PublishedPeriod:
    """A half-open period and what the publisher calls such a period."""

    starts_on: date
    ends_before: date
    kind: str


def first_of_month(year: int, month: int) -> date:
    """The first day of a month counted on past December: month 13 is next January."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _months(year: int, month: int, length: int, kind: str) -> PublishedPeriod:
    return PublishedPeriod(first_of_month(year, month), first_of_month(year, month + length), kind)


def financial_year(first_year: int) -> PublishedPeriod:
    """1 April to 31 March, named by both calendar years: 2023/24."""
    return _months(first_year, 4, 12, "financial_year")


def census_week(first_year: int) -> PublishedPeriod:
    """The week that ends on 31 March of a financial year.

    Councils count the week that includes 31 March; files name only the year.
    """
    end = date(first_year + 1, 4, 1)
    return PublishedPeriod(end - timedelta(days=7), end, "census_week")


def financial_quarter(first_year: int, quarter: int) -> PublishedPeriod:
    """Quarter 1 of a financial year is April to June, quarter 4 January to March."""
    return _months(first_year, 1 + 3 * quarter, 3, "quarter")


def calendar_quarter(year: int, quarter: int) -> PublishedPeriod:
    """Quarter 1 of a calendar year is January to March."""
    return _months(year, 3 * quarter - 2, 3, "quarter")


def month(year: int, number: int) -> PublishedPeriod:
    """One calendar month; a thirteenth is a ValueError."""
    first = date(year, number, 1)
    return PublishedPeriod(first, first_of_month(year, number + 1), "month")


def period_named(text: str, label: str = "") -> PublishedPeriod | None:
    """The period that a text names, or None when it names none.

    `label` is what stands in a column beside it, such as "Census Week", which tells a
    financial year from a week of it.
    """
    bare = " ".join(text.strip().lower().replace("–", "-").split())
    for pattern, read in _FORMS:
        found = re.fullmatch(pattern, bare)
        named = _read(read, found, label.lower()) if found else None
        if named is not None:
            return named
    return None


def _read(
    read: Callable[[re.Match[str], str], PublishedPeriod | None], found: re.Match[str], label: str
) -> PublishedPeriod | None:
    try:
        return read(found, label)
    except ValueError:  # month 13, year 0: no such day
        return None


def _financial(found: re.Match[str], label: str) -> PublishedPeriod | None:
    first, second = int(found[1]), int(found[2])
    if second % 100 != (first + 1) % 100:
        return None
    quarter = found[3]
    if quarter is not None:
        return financial_quarter(first, int(quarter))
    return census_week(first) if "week" in label else financial_year(first)


def _quarter_by_months(found: re.Match[str], label: str) -> PublishedPeriod | None:
    first, last = _month_number(found[1]), _month_number(found[2])
    if first is None or last is None or last - first != 2:
        return None
    return _months(int(found[3]), first, 3, "quarter")


def _quarter_by_number(found: re.Match[str], label: str) -> PublishedPeriod | None:
    return calendar_quarter(int(found[2]), int(found[1]))


def _month_by_name(found: re.Match[str], label: str) -> PublishedPeriod | None:
    number = _month_number(found[1])
    year = int(found[2])
    return None if number is None else month(year + 2000 if year < 100 else year, number)


def _month_by_numbers(found: re.Match[str], label: str) -> PublishedPeriod | None:
    return month(int(found[1]), int(found[2]))


def _month_by_british_date(found: re.Match[str], label: str) -> PublishedPeriod | None:
    return month(int(found[3]), int(found[2]))


def _month_number(name: str) -> int | None:
    return MONTHS.index(name[:3]) + 1 if name[:3] in MONTHS else None


_FORMS: Final = (
    (r"(\d{4})\s*[/-]\s*(\d{2}|\d{4})(?:\s*q([1-4]))?", _financial),
    (r"([a-z]{3,9})\s*(?:-|to)\s*([a-z]{3,9})\s+(\d{4})", _quarter_by_months),
    (r"q([1-4])\s+(\d{4})", _quarter_by_number),
    (r"([a-z]{3,9})[\s-]+(\d{4}|\d{2})", _month_by_name),
    (r"(\d{4})-(\d{2})-\d{2}(?:[ t]00:00(?::00)?)?", _month_by_numbers),
    (r"(20\d{2})(\d{2})(?:\d{2})?", _month_by_numbers),
    (r"(\d{2})/(\d{2})/(\d{4})", _month_by_british_date),
)


def financial_year_of(name: str, hints: Hints) -> PublishedPeriod:
    """The financial year of a whole file: what a person said, else from the file's name."""
    if hints.as_at is not None:
        day = hints.as_at
        return financial_year(day.year if day.month >= 4 else day.year - 1)
    for first, second in re.findall(r"(?<!\d)(20\d{2})[-_/ ](?:20)?(\d{2})(?!\d)", name):
        if int(second) == (int(first) + 1) % 100:
            return financial_year(int(first))
    raise UnreadableFile(
        f"{name} does not say which financial year it is about. Give a date in that year with the "
        'file, or put the year in its name, as in "2014-15".'
    )
