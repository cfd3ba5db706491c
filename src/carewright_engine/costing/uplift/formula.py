"""How much a price rises: weights of wages, prices and what is fixed, each with its index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from enum import StrEnum
from fractions import Fraction
from typing import Final

from carewright_engine.values.money import to_places

#: Sums of products of decimals; what would have to be rounded is refused instead.
EXACT: Final = Context(prec=80, traps=[Inexact, InvalidOperation])
USUAL_PLACES: Final = 4  # 0.0979: a rise in percent with two decimals


class Driver(StrEnum):
    """What moves a share of the cost."""

    WAGE_FLOOR = "wage_floor"
    PRICES = "prices"
    FIXED = "fixed"

    @property
    def words(self) -> str:
        """As a page or a chart says it."""
        return {"wage_floor": "Wage floor", "prices": "Prices index"}.get(
            self.value, "Travel and fixed"
        )


class WeightsNotOne(ValueError):
    """The parts of a price are more or less than the whole of it."""


@dataclass(frozen=True, slots=True)
class Index:
    """A rise between two days as somebody published it: 0.098 from April 2023 to April 2024."""

    key: str
    words: str
    driver: Driver
    rise: Decimal
    from_on: date
    to_on: date
    source: str
    verified: bool = False  # True once a person has read it in its source


@dataclass(frozen=True, slots=True)
class WeightedIndex:
    """A share of the price, and the index that it follows."""

    weight: Decimal
    index: Index

    @property
    def rise(self) -> Fraction:
        """What this part adds to the price, as a share of it."""
        return Fraction(self.weight) * Fraction(self.index.rise)


@dataclass(frozen=True, slots=True)
class Formula:
    """An agreed way to uplift a price; its weights are the whole price."""

    key: str
    words: str
    parts: tuple[WeightedIndex, ...]

    def __post_init__(self) -> None:
        weights = [part.weight for part in self.parts]
        if any(weight < 0 for weight in weights):
            raise WeightsNotOne(f"{self.key}: no weight may be below nought")
        if (together := sum(map(Fraction, weights), Fraction(0))) != 1:
            raise WeightsNotOne(f"{self.key}: the weights add up to {float(together)}, not to 1")

    @property
    def rise(self) -> Decimal:
        """The rise in full, exact: 0.0686 is 6.86%."""
        with localcontext(EXACT):
            return sum((part.weight * part.index.rise for part in self.parts), Decimal(0))

    @property
    def factor(self) -> tuple[int, int]:
        """What a price is multiplied by, as a ratio of whole numbers."""
        return (1 + Fraction(self.rise)).as_integer_ratio()


def rise_between(before: Decimal, after: Decimal, places: int = USUAL_PLACES) -> Decimal:
    """The rise from one level of an index to another, to the places in which it is used.

    £10.42 to £11.44 is 0.0979: a rise is rounded here, out loud, and exact from here on.
    """
    return to_places(Fraction(after) / Fraction(before) - 1, places)
