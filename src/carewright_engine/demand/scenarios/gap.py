"""The gap ahead: what people will need beside what can be provided, and when it opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.scenarios.outlook import WEEKS_IN_A_YEAR
from carewright_engine.demand.scenarios.summaries import Fan, fan

MORE_LIKELY_THAN_NOT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Capacity:
    """What can be provided from a day on: hours a week, or places; planned until it is there."""

    since: date
    amount: float
    planned: bool = False


@dataclass(frozen=True, slots=True)
class GapAhead:
    """By year: capacity, how much is missing (0 where nothing is), and the chance that any is.

    Years are those for which capacity is known; earlier ones have no gap to tell.
    Where a scenario limits supply, `capacity` is the smaller of what is reported and the limit.
    `opens` is the first year in which a gap is likelier than not; None where there is none.
    `pounds_a_year` is what it would cost to provide what is missing.
    """

    years: tuple[int, ...]
    capacity: tuple[float, ...]
    missing: Fan
    chance: tuple[float, ...]
    opens: int | None
    pounds_a_year: Fan

    def size(self, year: int) -> float:
        """The middle estimate of what is missing in a year."""
        return self.missing.at(year)


def capacity_by_year(reports: Iterable[Capacity], years: Sequence[int]) -> Array | None:
    """What holds halfway through each financial year (1 October), one number for each last year.

    Years before the first report are left out, as nobody knows what was there then. None when
    nothing is reported, or what is there now is not: plans alone do not say what there is.
    """
    dated = sorted(reports, key=lambda report: report.since)
    if not dated or dated[0].planned:
        return None
    by_year = [
        [each.amount for each in dated if each.since <= date(year, 10, 1)] for year in sorted(years)
    ]
    known = [amounts[-1] for amounts in by_year if amounts]
    return np.array(known, dtype=np.float64) if known else None


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A limit to supply over all areas (draw, year), and what it leaves of what is needed.

    `unmet` may be more than what all need above all limits: one area's room helps no other.
    """

    most: Array
    unmet: Array

    def of_last(self, years: int) -> Ceiling:
        """The same for so many of the last years."""
        return Ceiling(self.most[:, -years:], self.unmet[:, -years:])


def gap_ahead(
    years: Sequence[int], needed: Array, capacity: Array, pence: Array,
    ceiling: Ceiling | None = None,
) -> GapAhead:  # fmt: skip
    """The gap of draws of need (draw, year) beside capacity (year), at so many pence (draw, year).

    Capacity above a ceiling cannot be used. A year costs as many weeks as 365.25 days have.
    """
    unmet = 0.0 if ceiling is None else ceiling.unmet
    missing = np.maximum(needed - capacity, unmet)
    chance = (missing > 0).mean(axis=0)
    likely = [year for year, each in zip(years, chance, strict=True) if each > MORE_LIKELY_THAN_NOT]
    pounds = missing * pence / 100 * WEEKS_IN_A_YEAR
    return GapAhead(
        years=tuple(years),
        capacity=tuple(float(each) for each in _usable(capacity, ceiling)),
        missing=fan(years, missing),
        chance=tuple(float(each) for each in chance),
        opens=likely[0] if likely else None,
        pounds_a_year=fan(years, np.broadcast_to(pounds, missing.shape)),
    )


def _usable(capacity: Array, ceiling: Ceiling | None) -> Array:
    """What of capacity may be used, by year: the middle of the draws under a ceiling."""
    if ceiling is None:
        return capacity
    found: Array = np.median(np.minimum(capacity, ceiling.most), axis=0)
    return found
