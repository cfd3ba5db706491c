"""To whom an overdue action goes, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright_engine.values.bank_holidays import Nation
from carewright_engine.values.local_time import LONDON, end_of_day
from carewright_engine.values.working_days import working_days_after


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody on the escalation path, who answers within so many working days."""

    level: int
    officer_id: UUID
    within_working_days: int


def nation_of(area_code: str | None) -> Nation:
    """The nation by whose working days an organisation counts; England where none is known."""
    by_letter = {"S": Nation.SCOTLAND, "W": Nation.WALES, "N": Nation.NORTHERN_IRELAND}
    return by_letter.get((area_code or "E")[0], Nation.ENGLAND)


def steps_reached(
    path: Sequence[Step], due_at: datetime, *, at: datetime, nation: Nation
) -> list[Step]:
    """The steps that an overdue action has reached: the first at once, each next one when the one
    before it has had its working days."""
    if at < due_at:
        return []
    reached, begins = [], due_at
    for step in sorted(path, key=lambda each: each.level):
        if at < begins:
            break
        reached.append(step)
        on = begins.astimezone(LONDON).date()
        begins = end_of_day(working_days_after(on, step.within_working_days, nation))
    return reached
