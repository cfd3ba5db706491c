"""What is projected: every draw of who uses each kind of support, how much, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.scenarios.followed.effects import Followed
from carewright_engine.demand.scenarios.followed.pulls import Pull

WEEKS_IN_A_YEAR: Final = 365.25 / 7


@dataclass(frozen=True, slots=True)
class Amounts:
    """One kind of support. Axes: draw, year, area, age band; an axis may have length one.

    `people` use it; `each` is hours a week (or places, always one) for each of them; `pence` is
    the cost of one hour, or of one place for a week, the same for all bands. `limit`, where
    supply is limited, is the most that can be supplied in an area in a week; what is needed
    beyond it is unmet.
    """

    unit: str
    people: Array
    each: Array
    pence: Array
    limit: Array | None = None

    @property
    def needed(self) -> Array:
        """Hours a week, or places, that people need."""
        return self.people * self.each

    def by_area(self) -> Array:
        """Needed in each area over all ages: draw, year, area."""
        total: Array = self.needed.sum(axis=3)
        return total

    def supplied(self) -> Array:
        """What of it can be supplied: draw, year, area."""
        needed = self.by_area()
        return needed if self.limit is None else np.minimum(needed, self.limit[..., 0])

    def unmet(self) -> Array:
        """What is needed and cannot be supplied: draw, year, area."""
        return self.by_area() - self.supplied()

    def pounds_a_year(self) -> Array:
        """Cost of what is needed, as if all of it were supplied: draw, year, area."""
        return self.pounds_of(self.by_area())

    def pounds_of(self, amount: Array) -> Array:
        """Cost of an amount (draw, year, area) in a year of 365.25 days, at each year's price."""
        return amount * self.pence[..., 0] / 100 * WEEKS_IN_A_YEAR


@dataclass(frozen=True, slots=True)
class Outlook:
    """Every kind of support for the same areas, years (financial, by their first) and bands.

    `variants` holds other futures of the population, as a factor on people by year, area and
    band. `draws` is how many equally likely futures there are. `followed` are people followed
    one by one, for levers that ask what becomes of them; `pulled` is what such levers did so far.
    """

    areas: tuple[str, ...]
    years: tuple[int, ...]
    bands: tuple[str, ...]
    draws: int
    kinds: Mapping[str, Amounts]
    variants: Mapping[str, Array] = field(default_factory=dict)
    followed: Followed | None = None
    pulled: tuple[Pull, ...] = ()

    def having(self, kind: str, amounts: Amounts) -> Outlook:
        """The same with one kind changed."""
        return replace(self, kinds={**self.kinds, kind: amounts})
