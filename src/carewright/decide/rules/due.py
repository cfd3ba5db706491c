"""By when a step should be decided: 5 pm on the last of so many working days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from carewright.ui.formats import LONDON


def due_at(asked: date, working_days: int) -> datetime:
    """5 pm in London on the last working day; the day itself is not counted."""
    return datetime.combine(_after(asked, working_days), time(17), tzinfo=LONDON)


def _after(day: date, working_days: int) -> date:
    """So many working days after a day; Saturdays and Sundays are none."""
    while working_days > 0:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return day
