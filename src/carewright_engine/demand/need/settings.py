"""What the model of use believes before it has seen a figure: every number in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

#: Half a year in which people stayed away from care, or could not get it, for a passing reason: the
#: first lockdown. A dip then is no new level; by October 2020 Scotland's counts had come back.
PASSING: Final = ((date(2020, 4, 1), date(2020, 10, 1)),)


@dataclass(frozen=True, slots=True)
class Settings:
    """Scales are of the natural logarithm of rates: 0.05 is about 5%. A scale is only where the
    search begins: the figures move it. Chosen by forecasts within the back-test's own window
    (docs/methods/use.md), never by the years that it forecasts.
    """

    small: float = 40.0  # with this many people, chance adds as much variance as everything else
    tails: float = 8.0  # degrees of freedom of a shock: few make rare leaps likelier
    area_tails: float = 10.0  # how alike areas are in how restless they are: many, very alike
    within_year: float = 0.02  # an area's step from one quarter to the next
    between_years: float = 0.06  # its step over the year's end, when returns are made anew
    shared_year: float = 0.012  # a year's step that all areas take together
    quarter_noise: float = 0.02
    year_noise: float = 0.015
    ratio: float = 0.15  # areas' ratios of people in a year to people in a quarter
    passing: float = 0.05  # a dip shared by all that leaves no trace
    level: float = 0.5  # how far areas' rates lie apart
    drift: float = 0.0  # a year's change of all rates, where no longer series tells it
    drift_doubt: float = 0.015
    band_drift_doubt: float = 0.01  # how far an age band may drift from the rest
    steady: float = 0.5  # the weight of "as many as last year" in the first year ahead
    damping: float = 0.9  # of next year's drift, what is left a year later
    band_damping: float = 0.7
    weight: float = 5.0  # figures' worth that a scale above counts for
    settling: int = 300  # rounds thrown away
    kept: int = 900


#: The share of a year's shared step that falls on the year's end, and on each other quarter.
AT_YEAR_END: Final = 0.5
AT_QUARTER: Final = 0.5 / 3
