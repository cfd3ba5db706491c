"""Months later and earlier, where months have different lengths."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=1024)
def months_later(day: date, months: int, day_of_month: int | None = None) -> date:
    """The same day so many months later, or earlier below nought; a short month ends sooner.

    A series that falls on the 31st says so with `day_of_month`, or it would slip to the 28th.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day_of_month or day.day, monthrange(year, month)[1]))
