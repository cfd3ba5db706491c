"""Money: whole pence, and the one way in which an exact amount becomes whole pence."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final, NewType

Pence = NewType("Pence", int)

NOTHING: Final = Pence(0)
#: Ten million pounds: no hour, week or lump sum costs more, so a higher price is a slip.
MOST_A_UNIT: Final = Pence(1_000_000_000)

Exact = Fraction | Decimal | int
"""An amount of which no part has been rounded away; a float is none."""


def whole_pence(exact: Exact) -> Pence:
    """An exact number of pence as whole pence: half a penny goes up (away from nought).

    Round once, at the end: sums, shares and rises before that stay exact.
    """
    return Pence(rounded_ratio(*_as_ratio(exact)))


def rounded_ratio(numerator: int, denominator: int) -> int:
    """The nearest whole number to a ratio of whole numbers, half away from nought.

    The denominator is above nought. This is ROUND_HALF_UP of `decimal`, without a limit of digits.
    """
    if numerator < 0:
        return -rounded_ratio(-numerator, denominator)
    return (2 * numerator + denominator) // (2 * denominator)


def to_places(exact: Exact, places: int) -> Decimal:
    """An exact share or rise as a decimal of so many places, half up as money is."""
    scaled = Fraction(exact) * 10**places
    return Decimal(rounded_ratio(*scaled.as_integer_ratio())).scaleb(-places)


def total(amounts: Iterable[Pence]) -> Pence:
    """Whole pence added up, which needs no rounding."""
    return Pence(sum(amounts))


def in_pounds(pence: int) -> str:
    """£22.05, -£1,250.00: for sentences that the engine itself writes."""
    pounds, rest = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}£{pounds:,}.{rest:02}"


def _as_ratio(exact: Exact) -> tuple[int, int]:
    if isinstance(exact, float):  # a type checker sees this; a notebook does not
        raise TypeError("Money is reckoned exactly: give a Decimal or a Fraction, not a float")
    return exact.as_integer_ratio()
