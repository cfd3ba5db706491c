"""The day on which a population was counted or estimated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from carewright_engine.tables.reading import Hints, UnreadableFile

CENSUS_DAYS: Final = {
    2001: date(2001, 4, 29),
    2011: date(2011, 3, 27),
    2021: date(2021, 3, 21),  # England, Wales and Northern Ireland
    2022: date(2022, 3, 20),  # Scotland, a year late
}


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, how it was found, and whether that is sure."""

    on: date
    route: str
    sure: bool


def mid_year(year: int) -> date:
    """Population estimates are for 30 June."""
    return date(year, 6, 30)


def day_of_population(name: str, hints: Hints) -> Dated:
    """The day from what a person said, else from the file's name; refused when neither tells."""
    if hints.as_at is not None:
        return _as_told(hints.as_at)
    plain = name.lower()
    if found := re.search(r"census[-_ ]?(\d{4})|(\d{4})[-_ ]?census", plain):
        year = int(found[1] or found[2])
        if year in CENSUS_DAYS:
            return Dated(CENSUS_DAYS[year], f"census day {year}, from the file's name", True)
    if found := re.search(r"mid[-_ ]?(?:year)?[-_ ]?(\d{4})", plain):
        return Dated(mid_year(int(found[1])), "mid-year, from the file's name", True)
    return _from_a_bare_year(name, plain)


def _as_told(day: date) -> Dated:
    if day in CENSUS_DAYS.values():
        return Dated(day, "the census day given with the file", True)
    return Dated(mid_year(day.year), "mid-year of the year given with the file", True)


def _from_a_bare_year(name: str, plain: str) -> Dated:
    years = sorted(set(re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", plain)))
    if len(years) != 1:
        raise UnreadableFile(
            f"{name} does not say for which year its population is. Give the date with the file "
            '(for mid-2020 give 30 June 2020), or put "mid2020" in its name.'
        )
    return Dated(mid_year(int(years[0])), "a year in the file's name", False)
