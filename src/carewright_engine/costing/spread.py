"""How figures spread: quartiles in exact arithmetic, outliers by a stated rule, few held back."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from carewright_engine.values.money import Pence, whole_pence

#: With fewer returns than this a quartile is nearly one provider's own figure.
FEWEST: Final = 5
QUARTILES: Final = (
    "Quartiles are read off straight lines between the returns in order (as QUARTILE.INC does)."
)


@dataclass(frozen=True, slots=True)
class OutlierRule:
    """What counts as too far from the rest: so many times the middle half beyond its edges."""

    reach: Decimal = Decimal("1.5")

    @property
    def words(self) -> str:
        """As a report states it."""
        return (
            f"Left out: returns more than {self.reach} times the distance between the quartiles "
            "beyond the lower or the upper one."
        )

    def limits(self, values: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
        """The lowest and the highest figure that stays in."""
        lower, upper = quantile(values, Fraction(1, 4)), quantile(values, Fraction(3, 4))
        beyond = (upper - lower) * Fraction(self.reach)
        return lower - beyond, upper + beyond


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle half of a number of figures, in whole pence; None: held back."""

    returns: int
    lower: Pence | None
    median: Pence | None
    upper: Pence | None
    left_out: tuple[str, ...] = ()  # whose figures the outlier rule left out

    @property
    def is_held_back(self) -> bool:
        """Whether there are too few returns to show."""
        return self.median is None


def spread_of(
    figures: Mapping[str, Fraction],
    *,
    fewest: int = FEWEST,
    outliers: OutlierRule | None = None,
) -> Spread:
    """The spread of figures by whose they are; with too few, only how many there are.

    Outliers are sought only among enough figures: of four, none can be called far from the rest.
    """
    if len(figures) < fewest:
        return Spread(len(figures), None, None, None)
    kept = figures if outliers is None else _within(figures, outliers)
    left_out = tuple(sorted(figures.keys() - kept.keys()))
    if len(kept) < fewest:
        return Spread(len(kept), None, None, None, left_out)
    values = list(kept.values())
    lower, median, upper = (whole_pence(quantile(values, Fraction(n, 4))) for n in (1, 2, 3))
    return Spread(len(kept), lower, median, upper, left_out)


def quantile(values: Sequence[Fraction], share: Fraction) -> Fraction:
    """The figure below which a share of all lies, on straight lines between them (type 7)."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _within(figures: Mapping[str, Fraction], rule: OutlierRule) -> dict[str, Fraction]:
    low, high = rule.limits(list(figures.values()))
    return {whose: figure for whose, figure in figures.items() if low <= figure <= high}
