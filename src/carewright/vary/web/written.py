"""Sums, days and counts as the pages of changes write them."""

from __future__ import annotations

from datetime import date

from carewright.ui.formats import count_of, not_known, pounds, written_date


def signed(pence: int) -> str:
    """By how much something changes: +£5,000.00."""
    return f"+{pounds(pence)}" if pence > 0 else pounds(pence)


def number_or_unknown(value: int | None) -> str:
    """A count, or that nobody knows it."""
    return not_known() if value is None else str(value)


def day_or_nothing(value: date | None) -> str:
    """A day in words, or nothing."""
    return written_date(value) if value else ""


def days_or_nothing(value: int | None) -> str:
    """So many days, or nothing."""
    return "" if value is None else count_of(value, "%(n)s day", "%(n)s days")
