"""How many more older people: what an audit of 2012 said, and what is projected now.

Both are right, for their dates. Shown side by side, so that nobody takes one for an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.people import OLDEST, band_name


@dataclass(frozen=True, slots=True)
class Growth:
    """By what share a band grows between two mid-years, whose projection says so, and when."""

    ages: str
    from_year: int
    to_year: int
    share: float  # 0.5 is half as many again
    projection: str
    source: str


AUDIT: Final = "Audit Scotland, Commissioning social care, March 2012"
THEN: Final = (
    Growth("65+", 2010, 2035, 0.63, "2010-based", AUDIT),
    Growth("85+", 2010, 2035, 1.47, "2010-based", AUDIT),
)
WHY: Final = (
    "The audit counted 25 years from 2010 and used the projection of that year. Since then people "
    "have not gone on to live as much longer as was expected, the count of 2011 changed where "
    "projections start, and the years compared here begin in 2011."
)


def growth(
    people: Array, first_year: int, youngest: int, years: tuple[int, int], *, projection: str
) -> Growth:
    """The growth of everyone of an age and over; people[year, sex, age] from `first_year`."""
    start, end = (people[year - first_year][:, youngest:].sum() for year in years)
    return Growth(
        band_name((youngest, OLDEST)),
        *years,
        float(end / start - 1),
        projection,
        "worked out from the projection's file",
    )


def then_and_now(
    people: Array, first_year: int, *, years: tuple[int, int] = (2011, 2035), projection: str
) -> tuple[tuple[Growth, Growth], ...]:
    """What the audit said beside what is projected now, for 65 and over and for 85 and over."""
    now = [growth(people, first_year, age, years, projection=projection) for age in (65, 85)]
    return tuple(zip(THEN, now, strict=True))
