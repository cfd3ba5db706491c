"""What a report of capacity must say, and how several reports become one line over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from carewright.platform.api import Blocker

SUPPORTS: Final = {"care_at_home": "Care at home", "care_home": "Care homes"}
MEASURES: Final = {"care_at_home": "hours_a_week", "care_home": "places"}
IN_WORDS: Final = {"hours_a_week": "hours a week", "places": "places"}
MOST: Final = Decimal(10_000_000)
#: Nobody knows of a plan further ahead than a projection reaches.
FARTHEST: Final = timedelta(days=25 * 366)
EARLIEST: Final = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class CapacityFrom:
    """How much can be provided from a day on: hours a week, or places; planned until it is there.

    It holds until the next of its line.
    """

    since: date
    amount: Decimal
    planned: bool


def is_planned(since: date, *, on: date) -> bool:
    """What begins after the day of the report is a plan."""
    return since > on


def blockers_to_report(
    *, support: str, amount: Decimal, since: date, said_by: str, source: str, on: date
) -> list[Blocker]:
    """Why a report cannot stand: unknown support, an amount or a day out of bounds, no source."""
    found = []
    if support not in SUPPORTS:
        found.append(Blocker("support", "Choose care at home or care homes"))
    if not (0 <= amount <= MOST and amount * 10 % 1 == 0):
        says = f"Enter a number from 0 to {MOST:,}, with at most one decimal place"
        found.append(Blocker("amount", says))
    elif support == "care_home" and amount % 1:
        found.append(Blocker("amount", "Enter a whole number of places"))
    if not EARLIEST <= since <= on + FARTHEST:
        found.append(Blocker("since", "Enter a day from 2000 on, at most 25 years ahead"))
    if not said_by.strip():
        found.append(Blocker("said_by", "Say who told you"))
    if len(source.strip()) < 10:
        found.append(Blocker("source", "Say in a sentence where the figure comes from"))
    return found


def one_line(
    whole: Iterable[CapacityFrom], parts: Iterable[Sequence[CapacityFrom]]
) -> list[CapacityFrom]:
    """The capacity of an area over time, the first day first.

    Where somebody reported the whole area, that holds and providers' reports only explain it.
    Where nobody did, the providers' are added up.
    """
    said = in_order(whole)
    return said or added_up([in_order(part) for part in parts])


def in_order(line: Iterable[CapacityFrom]) -> list[CapacityFrom]:
    """By day; of two reports for one day, given in the order of reporting, the later holds."""
    return sorted({each.since: each for each in line}.values(), key=lambda each: each.since)


def added_up(lines: Sequence[Sequence[CapacityFrom]]) -> list[CapacityFrom]:
    """Lines added to one, which changes whenever any of them does.

    What is planned counts as nothing before its day. What is there already was there before
    anybody reported it, so the sum begins on the first day on which all of it is known.
    """
    known = [line[0].since for line in lines if line and not line[0].planned]
    days = sorted({each.since for line in lines for each in line})
    return [_sum_on(day, lines) for day in days if day >= max(known, default=day)]


def _sum_on(day: date, lines: Sequence[Sequence[CapacityFrom]]) -> CapacityFrom:
    standing = [_standing(line, day) for line in lines]
    amount = sum((each.amount for each in standing if each), Decimal(0))
    begun = [each.planned for each in standing if each and each.since == day]
    return CapacityFrom(day, amount, planned=any(begun))


def _standing(line: Sequence[CapacityFrom], day: date) -> CapacityFrom | None:
    until = [each for each in line if each.since <= day]
    return until[-1] if until else None
