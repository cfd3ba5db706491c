"""By when a step should be decided: 5 pm on the last of so many working days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from carewright_engine.values.bank_holidays import Nation
from carewright_engine.values.local_time import LONDON
from carewright_engine.values.working_days import ANY_PART_OF_THE_UK, CALENDARS, Calendar

#: The first letter of an area's code says in which nation it lies.
NATIONS: Final = {
    "E": Nation.ENGLAND,
    "S": Nation.SCOTLAND,
    "W": Nation.WALES,
    "N": Nation.NORTHERN_IRELAND,
}


def calendar_of(area_code: str | None) -> Calendar:
    """The working days of a body by its area; where that is not known, none of any nation's
    holidays counts as one, which is the longest time that could be meant.
    """
    nation = NATIONS.get((area_code or " ")[0])
    return CALENDARS[nation] if nation else ANY_PART_OF_THE_UK


def due_at(asked: date, working_days: int, area_code: str | None) -> datetime:
    """5 pm in London on the last working day; the day itself is not counted."""
    day = calendar_of(area_code).nth(working_days, starting=asked + timedelta(days=1))
    return datetime.combine(day, time(17), tzinfo=LONDON)
