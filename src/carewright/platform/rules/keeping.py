"""How long a document is kept, and what stands in the way of its disposal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from carewright.platform.rules.declarations import Retention

#: Years after the newest version; a class that is not here never runs out by itself.
YEARS: Final[Mapping[Retention, int]] = {
    Retention.ONE_YEAR: 1,
    Retention.SIX_YEARS: 6,
    Retention.SEVEN_YEARS: 7,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What the rules ask about a document."""

    retention: Retention
    newest_on: date  # the day of its newest version
    kept_until: date | None  # a later day that somebody decided on
    held: bool
    disposed: bool


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def newest_before(retention: Retention, on: date) -> date | None:
    """Documents of the class whose newest version is older than this have run out."""
    years = YEARS.get(retention)
    if years is None:
        return None
    return years_later(on, -years)


def runs_out_on(kept: Kept) -> date | None:
    """The first day on which its disposal is proposed; None for what is kept for good."""
    years = YEARS.get(kept.retention)
    if years is None:
        return None
    end = years_later(kept.newest_on, years)
    return max(end, kept.kept_until) if kept.kept_until else end


def blockers_to_disposal(kept: Kept, *, on: date) -> list[str]:
    """Why the document may not be disposed of on the day."""
    found = []
    if kept.disposed:
        found.append("It has been disposed of already")
    if kept.held:
        found.append("It is held, so it is kept whatever its retention says")
    end = runs_out_on(kept)
    if end is None:
        found.append("It is kept for good, or for as long as it is in use")
    elif end > on:
        found.append(f"Its retention has not run out: it is kept until {end:%-d %B %Y}")
    return found
