"""What agreements bind a buyer to and what is likely to be spent, by day and council's year.

A value over a term is spread evenly over its days. A year's part is the difference between what has
been reached by its end and by its beginning, each rounded once, so the years of a term add up to
its value to the penny. A forecast is a sum of parts: what is committed, what options would add,
care that goes on after them, and what prices and need add to all that; the parts are its total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from carewright_engine.values.money import NOTHING, Pence, rounded_ratio
from carewright_engine.values.period import Period, financial_year


class RiseNotGiven(LookupError):
    """A year of which a projection does not tell how need moves: not given is not nought."""


@dataclass(frozen=True, slots=True)
class Bound:
    """One agreement with a value.

    The value is that of its term; without an end, that of twelve months. From `stops_before` on
    nothing is spent under it: it is over, or another takes its place. `grows` says whether the
    need that a projection foresees moves it.
    """

    id: str
    value: Pence
    term: Period
    options_before: date | None = None  # first day that no option covers; None: no option
    stops_before: date | None = None
    grows: bool = False


@dataclass(frozen=True)
class Level:
    """How many times today's prices, and today's need, those of a year are.

    Need lies between `low` and `high` with the chances that the projection names.
    """

    year: int
    prices: Fraction = Fraction(1)
    need: Fraction = Fraction(1)
    low: Fraction = Fraction(1)
    high: Fraction = Fraction(1)

    @cached_property
    def ratios(self) -> tuple[tuple[int, int], ...]:
        """Prices alone, and with the middle of need and its two ends: whole numbers are quick."""
        each = (Fraction(1), self.need, self.low, self.high)
        return tuple((self.prices * need).as_integer_ratio() for need in each)

    def times(self, pence: int, *, grows: bool) -> tuple[int, int, int, int]:
        """So much today, with prices alone, with need as well, and at both ends of need."""
        first, *rest = (rounded_ratio(pence * over, under) for over, under in self.ratios)
        middle, low, high = rest if grows else (first, first, first)
        return first, middle, low, high


@dataclass(frozen=True, slots=True)
class Need:
    """Hours or places in one year of a projection: its middle, and the ends of its interval."""

    middle: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Parts:
    """A forecast, in parts that add up to it, and the ends between which need lets it lie."""

    committed: Pence = NOTHING
    options: Pence = NOTHING
    after: Pence = NOTHING  # care that goes on when the agreement and its options have ended
    prices: Pence = NOTHING  # what the rise of prices adds to all three
    need: Pence = NOTHING  # what the growth of need adds to that
    low: Pence = NOTHING
    high: Pence = NOTHING

    @property
    def forecast(self) -> Pence:
        """All parts together."""
        return Pence(self.committed + self.options + self.after + self.prices + self.need)

    def __add__(self, other: Parts) -> Parts:
        return Parts(
            Pence(self.committed + other.committed), Pence(self.options + other.options),
            Pence(self.after + other.after), Pence(self.prices + other.prices),
            Pence(self.need + other.need), Pence(self.low + other.low),
            Pence(self.high + other.high),
        )  # fmt: skip


NOTHING_SPENT = Parts()


def levels(
    years: Sequence[int], inflation: Decimal, need: Mapping[int, Need] | None = None
) -> tuple[Level, ...]:
    """The levels of years that follow each other; the first is the year of today's prices.

    `RiseNotGiven` where the projection does not tell of a year: not given is not nought.
    """
    base = years[0]
    step = 1 + Fraction(inflation)
    if need is None:
        return tuple(Level(year, step ** (year - base)) for year in years)
    missing = [year for year in years if year not in need]
    if missing or not need[base].middle:
        told = f"from {min(need)} to {max(need)}" if need else "of no year"
        raise RiseNotGiven(f"The projection tells {told}, and {missing or [base]} was asked for")
    middle = Fraction(need[base].middle)
    return tuple(
        Level(
            year, step ** (year - base),
            *(Fraction(each) / middle for each in (n.middle, n.low, n.high)),
        )
        for year in years
        for n in (need[year],)
    )  # fmt: skip


def in_years(bound: Bound, at: Iterable[Level]) -> tuple[Parts, ...]:
    """The parts of one agreement in each year, every part rounded once."""
    return tuple(_in_year(bound, level) for level in at)


def _in_year(bound: Bound, level: Level) -> Parts:
    year = financial_year(level.year)
    ends = bound.term.ends_before
    held_to = max(filter(None, (ends, bound.options_before)), default=None) if ends else None
    committed = _amount(bound, bound.term.starts_on, ends, year)
    options = _amount(bound, ends, held_to, year) if ends else 0
    after = _amount(bound, held_to, None, year) if held_to else 0
    flat = committed + options + after
    priced, middle, low, high = level.times(flat, grows=bound.grows)
    return Parts(
        Pence(committed), Pence(options), Pence(after), Pence(priced - flat),
        Pence(middle - priced), Pence(low), Pence(high),
    )  # fmt: skip


def _amount(bound: Bound, first: date | None, past: date | None, year: Period) -> int:
    """The pence of the days from the first up to the one past the last, within the year."""
    if first is None or year.ends_before is None:
        return 0
    first = max(first, year.starts_on)
    ends = (past, bound.stops_before, year.ends_before)
    past = min(each for each in ends if each is not None)
    return _reached(bound, past, year) - _reached(bound, first, year) if first < past else 0


def _reached(bound: Bound, day: date, year: Period) -> int:
    """Pence from the first day of the term, or of the year where there is no end, to the day."""
    if bound.term.days is None:
        return rounded_ratio(bound.value * (day - year.starts_on).days, year.days or 365)
    return rounded_ratio(bound.value * (day - bound.term.starts_on).days, bound.term.days)
