"""Which training is asked of a named lead officer on a day, and how it stands.

No law here names a course or a length of time: each line is what a code of practice or guidance
recommends, put into a period by us, and counts as unconfirmed until an organisation says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from carewright_engine.values.period import Period

#: How long before its end a course is asked for again.
SOON: Final = timedelta(days=90)
#: How long somebody newly named has for a course that they have never taken.
TIME_TO_TAKE: Final = timedelta(days=180)


class LeadDuty(StrEnum):
    """What an organisation names one lead officer for; the code is kept for ever."""

    ADULT_PROTECTION = "adult_protection"
    CHILD_PROTECTION = "child_protection"
    SELF_DIRECTED_SUPPORT = "self_directed_support"
    UNPAID_CARERS = "unpaid_carers"
    COMMISSIONING = "commissioning"
    VOLUNTARY_SECTOR = "voluntary_sector"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            LeadDuty.ADULT_PROTECTION: "Adult support and protection lead",
            LeadDuty.CHILD_PROTECTION: "Child protection lead",
            LeadDuty.SELF_DIRECTED_SUPPORT: "Self-directed support lead",
            LeadDuty.UNPAID_CARERS: "Unpaid carers lead",
            LeadDuty.COMMISSIONING: "Commissioning lead",
            LeadDuty.VOLUNTARY_SECTOR: "Voluntary sector lead",
        }[self]


@dataclass(frozen=True, slots=True)
class Course:
    """A course, for whom it is asked from a day until the day before another, and how often."""

    code: str
    name: str
    duties: frozenset[LeadDuty]
    counts_for_years: int
    source: str
    asked_from: date
    asked_before: date | None = None
    verified: bool = False

    def asked_on(self, day: date) -> bool:
        """Whether the line covers the day."""
        return Period(self.asked_from, self.asked_before).covers(day)


COURSES: Final = (
    Course(
        "protecting_adults", "Adult support and protection for lead officers",
        frozenset({LeadDuty.ADULT_PROTECTION}), 3,
        "Adult Support and Protection (Scotland) Act 2007: code of practice", date(2022, 7, 29),
    ),
    Course(
        "protecting_children", "Child protection for lead officers",
        frozenset({LeadDuty.CHILD_PROTECTION}), 3,
        "National guidance for child protection in Scotland", date(2021, 9, 2),
    ),
    Course(
        "budgets_and_choice", "Personal budgets and the four options",
        frozenset({LeadDuty.SELF_DIRECTED_SUPPORT}), 3,
        "Social Care (Self-directed Support) (Scotland) Act 2013: guidance", date(2022, 11, 1),
    ),
    Course(
        "carers_rights", "What unpaid carers may ask for",
        frozenset({LeadDuty.UNPAID_CARERS, LeadDuty.SELF_DIRECTED_SUPPORT}), 3,
        "Carers (Scotland) Act 2016: guidance", date(2021, 7, 1),
    ),
    Course(
        "buying_care", "Buying care: law, markets and involvement",
        frozenset({LeadDuty.COMMISSIONING}), 2,
        "Procurement of care and support services: best practice guidance", date(2016, 4, 18),
    ),
    Course(
        "working_with_charities", "Grants, contracts and the voluntary sector",
        frozenset({LeadDuty.VOLUNTARY_SECTOR, LeadDuty.COMMISSIONING}), 3,
        "Joint statement of the Scottish Government, councils and the sector", date(2009, 1, 1),
    ),
)  # fmt: skip


class TrainingState(StrEnum):
    """How it stands with a course that is asked of somebody."""

    MISSING = "missing"
    ENDED = "ended"
    ENDS_SOON = "ends_soon"
    COUNTS = "counts"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            TrainingState.MISSING: "Not taken",
            TrainingState.ENDED: "Ended",
            TrainingState.ENDS_SOON: "Ends soon",
            TrainingState.COUNTS: "Counts",
        }[self]

    @property
    def wants_doing(self) -> bool:
        """Whether somebody has to take it now."""
        return self is not TrainingState.COUNTS


@dataclass(frozen=True, slots=True)
class Taken:
    """A course taken, and the first day on which it counts no more."""

    course: str
    taken_on: date
    valid_until: date


@dataclass(frozen=True, slots=True)
class Asked:
    """A course that is asked of somebody, how it stands, and by when to take it."""

    course: Course
    state: TrainingState
    due_on: date
    taken_on: date | None = None


def course(code: str) -> Course | None:
    """The course with this code."""
    return next((each for each in COURSES if each.code == code), None)


def counts_until(wanted: Course, taken_on: date) -> date:
    """The first day on which a course counts no more; one taken on 29 February, on 1 March."""
    year = taken_on.year + wanted.counts_for_years
    try:
        return taken_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def training_asked(
    named: Iterable[tuple[LeadDuty, date]], taken: Iterable[Taken], *, on: date
) -> list[Asked]:
    """What is asked of an officer with these duties, each since a day; the most urgent first."""
    since = dict(named)
    kept = list(taken)
    found = [
        _standing(each, min(since[duty] for duty in each.duties & since.keys()), kept, on)
        for each in COURSES
        if each.asked_on(on) and each.duties & since.keys()
    ]
    return sorted(found, key=lambda each: (each.due_on, each.course.name))


def _standing(wanted: Course, since: date, taken: list[Taken], on: date) -> Asked:
    mine = [each for each in taken if each.course == wanted.code and each.taken_on <= on]
    if not mine:
        return Asked(wanted, TrainingState.MISSING, since + TIME_TO_TAKE)
    last = max(mine, key=lambda each: each.valid_until)
    state = TrainingState.COUNTS
    if last.valid_until <= on:
        state = TrainingState.ENDED
    elif last.valid_until - on <= SOON:
        state = TrainingState.ENDS_SOON
    return Asked(wanted, state, last.valid_until, last.taken_on)


def blockers_to_recording(
    *, code: str, taken_on: date, today: date, by_themselves: bool
) -> list[str]:
    """Why a course cannot be written down so."""
    found = []
    if course(code) is None:
        found.append("Choose a course from the list")
    if taken_on > today:
        found.append("A course is written down once it was taken")
    if by_themselves:
        found.append("Nobody writes down their own training: ask a colleague to")
    return found
