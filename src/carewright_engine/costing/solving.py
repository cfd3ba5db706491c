"""Figures that a published decision implies but does not state: solved, and said."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from carewright_engine.values.money import Exact, to_places

PLACES: Final = 6
_LEAST, _MOST = Fraction(-99, 100), Fraction(10)


class NoSolution(ValueError):
    """No growth, or no weight, that a council could mean leads to these figures."""


def solve_growth(first_year: Exact, total: Exact, years: int, *, places: int = PLACES) -> Decimal:
    """The yearly growth at which a first year's spend comes to a total over so many years.

    £14m in the first year and £74m over five: 0.0278, that is 2.78% a year.
    """
    if first_year <= 0 or years < 2:
        raise NoSolution("Growth needs a first year above nought and at least two years")
    sought = Fraction(total) / Fraction(first_year)
    if not _years_at(_LEAST, years) <= sought <= _years_at(_MOST, years):
        raise NoSolution(f"{float(sought):g} times the first year cannot be reached in {years}")
    low, high = _LEAST, _MOST
    while high - low > Fraction(1, 10 ** (places + 2)):
        middle = _short((low + high) / 2, places)
        low, high = (middle, high) if _years_at(middle, years) < sought else (low, middle)
    return to_places((low + high) / 2, places)


def solve_wage_rise(
    uplift: Decimal, weight: Decimal, others: Decimal = Decimal(0), *, places: int = PLACES
) -> Decimal:
    """The rise of wages that an uplift passes on, when wages are so much of the price.

    6.86% at a weight of 0.70 is 9.8%. `others` is what other parts of the price add: 0.3 of it at
    4% adds 0.012.
    """
    if not 0 < weight <= 1:
        raise NoSolution(f"A weight of {weight} is no share of a price")
    return to_places((Fraction(uplift) - Fraction(others)) / Fraction(weight), places)


def solve_weight(uplift: Decimal, wage_rise: Decimal, *, places: int = PLACES) -> Decimal:
    """The share of the price to which a rise of wages was applied: 4.96% of 6.73% is 0.737."""
    if wage_rise == 0:
        raise NoSolution("Wages did not rise, so any share gives the same uplift")
    return to_places(Fraction(uplift) / Fraction(wage_rise), places)


def _years_at(growth: Fraction, years: int) -> Fraction:
    """All years together, counted in first years."""
    return sum(((1 + growth) ** ahead for ahead in range(years)), Fraction(0))


def _short(exact: Fraction, places: int) -> Fraction:
    """Near enough, and few digits: halving again and again would make them many."""
    return Fraction(to_places(exact, places + 4))
