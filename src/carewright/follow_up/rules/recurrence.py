"""Actions that come round again: when the next one is due."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from carewright_engine.values.local_time import LONDON, NoSingleMoment, london_moment
from carewright_engine.values.months import months_later


class Recurrence(StrEnum):
    """How often an action comes round."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"once": "Once", "monthly": "Every month", "quarterly": "Every 3 months"}.get(
            self.value, "Every year"
        )


MONTHS: Final = {Recurrence.MONTHLY: 1, Recurrence.QUARTERLY: 3, Recurrence.YEARLY: 12}


def next_due(
    due_at: datetime, recurrence: Recurrence, *, day_of_month: int, after: datetime
) -> datetime | None:
    """The first date of the series that is later than `after`; None when it comes only once.

    The day of the month is the series' own: what is due on the 31st is due on 28 February and
    on 31 March.
    """
    if recurrence is Recurrence.ONCE:
        return None
    local, step, coming = due_at.astimezone(LONDON), 0, due_at
    while coming <= max(after, due_at):
        step += MONTHS[recurrence]
        coming = _moment(months_later(local.date(), step, day_of_month), local.time())
    return coming


def _moment(day: date, clock: time) -> datetime:
    try:
        return london_moment(day, clock)
    except NoSingleMoment:
        return london_moment(day, time(2))  # the clocks change between 1 and 2
