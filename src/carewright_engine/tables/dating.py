"""The day on which a published list was true: given, in its file name, or in its own dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

import polars as pl

from carewright_engine.tables.reading import UnreadableFile

MONTHS: Final = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
MONTH_NAMES: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR_FIRST: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)")
DAY_FIRST: Final = re.compile(r"(?<!\d)(\d{1,2})[-_. ](\d{1,2})[-_. ]((?:19|20)\d{2})(?!\d)")
IN_WORDS: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})?(?:st|nd|rd|th)?[-_. ]*(?<![a-z])({MONTH_NAMES})(?![a-z])"
    r"[-_., ]*((?:19|20)\d{2})(?!\d)"
)


def day_in_name(name: str) -> date | None:
    """The day that a file name states: 2022-03-31, 20220331, 31_March_2022, jul2026.

    A month without a day means its last day, as published lists close a month.
    """
    text = name.lower()
    if found := YEAR_FIRST.search(text):
        year, month, day = map(int, found.groups())
        return _day(year, month, day)
    if found := DAY_FIRST.search(text):
        day, month, year = map(int, found.groups())
        return _day(year, month, day)
    if found := IN_WORDS.search(text):
        year, month = int(found[3]), MONTHS[found[2]]
        return _day(year, month, int(found[1] or calendar.monthrange(year, month)[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def as_at(
    given: date | None, name: str, rows: pl.DataFrame, days: Sequence[pl.Expr]
) -> tuple[date, str]:
    """The day a list was true, and how that is known, in words."""
    if given is not None:
        return given, f"The list is taken as of {given:%d %B %Y}, as given."
    if named := day_in_name(name):
        return named, f"The list is taken as of {named:%d %B %Y}, from the file's name."
    latest = rows.select(pl.max_horizontal([day.max() for day in days])).item() if days else None
    if latest is None:
        raise UnreadableFile(
            f"{name} does not say on which day it was true. Give that day (as-at date)."
        )
    return latest, (
        f"The list is taken as of {latest:%d %B %Y}, the latest date found in it, because neither "
        "its name nor anyone said. Give the day if you know it."
    )
