"""What is committed and what will be spent, by contract, framework, budget and year.

Committed is what signed contracts oblige a council to, in today's prices: it falls away as they
end. Forecast is what will be spent if people go on needing the same care and more: it goes on
past a contract's end, and rises with prices and with need.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from carewright_engine.values.money import Exact, Pence, whole_pence
from carewright_engine.values.period import Period, days_in_both, financial_year


class RiseNotGiven(LookupError):
    """A year without a rise of prices or of need: not given is not nought."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a contract costs in twelve months at today's prices, and how long it binds."""

    contract: str
    budget: str
    a_year: Pence
    period: Period
    framework: str = ""  # empty: bought without one
    ends_for_good: bool = False  # True: nothing takes its place when it ends


@dataclass(frozen=True, slots=True)
class Scenario:
    """How prices and need move; years are named by the calendar year in which they begin."""

    name: str
    base_year: int  # the year whose prices and quantities `Commitment.a_year` is in
    inflation: Mapping[int, Decimal]  # rise of prices from the year before
    growth: Mapping[int, Decimal]  # rise of hours and places from the year before, from need

    def level(self, year: int) -> Fraction:
        """How many times the base year's spend a year's is; raises RiseNotGiven."""
        if year < self.base_year:
            raise RiseNotGiven(f"{self.name} begins with {self.base_year}, after {year}")
        level = Fraction(1)
        for each in range(self.base_year + 1, year + 1):
            level *= (1 + self._rise(self.inflation, each)) * (1 + self._rise(self.growth, each))
        return level

    def _rise(self, rises: Mapping[int, Decimal], year: int) -> Fraction:
        if year not in rises:
            raise RiseNotGiven(f"{self.name} does not say how prices and need move in {year}")
        return Fraction(rises[year])


def steady(
    name: str, *, base_year: int, years: int, inflation: Decimal, growth: Decimal = Decimal(0)
) -> Scenario:
    """The same rise every year, for so many years from the base year on."""
    after = range(base_year + 1, base_year + years)
    return Scenario(name, base_year, dict.fromkeys(after, inflation), dict.fromkeys(after, growth))


@dataclass(frozen=True, slots=True)
class YearSpend:
    """One contract in one year, or several added up; both in whole pence."""

    contract: str
    framework: str
    budget: str
    year: int
    committed: Pence
    forecast: Pence


def spend(
    commitments: Iterable[Commitment], years: Sequence[int], scenario: Scenario
) -> tuple[YearSpend, ...]:
    """Every contract in every year, each rounded once; sums of them agree to the penny."""
    levels = {year: scenario.level(year) for year in years}
    return tuple(_in_year(each, year, levels[year]) for each in commitments for year in years)


def _in_year(commitment: Commitment, year: int, level: Fraction) -> YearSpend:
    bound = _share(commitment.period, year)
    lasting = bound
    if not commitment.ends_for_good:
        lasting = _share(Period(commitment.period.starts_on), year)
    return YearSpend(
        commitment.contract,
        commitment.framework,
        commitment.budget,
        year,
        committed=whole_pence(commitment.a_year * bound),
        forecast=whole_pence(commitment.a_year * lasting * level),
    )


def _share(period: Period, year: int) -> Fraction:
    whole = financial_year(year)
    return Fraction(days_in_both(period, whole), whole.days or 365)


By = Literal["contract", "framework", "budget"]


def summed(rows: Iterable[YearSpend], by: By) -> tuple[YearSpend, ...]:
    """Spend by one of its names and by year, in their order; the other names are left empty."""
    sums: dict[tuple[str, int], tuple[int, int]] = {}
    for row in rows:
        key = (getattr(row, by), row.year)
        committed, forecast = sums.get(key, (0, 0))
        sums[key] = (committed + row.committed, forecast + row.forecast)
    return tuple(_named(by, *key, *sums[key]) for key in sorted(sums))


def _named(by: By, name: str, year: int, committed: int, forecast: int) -> YearSpend:
    names = {"contract": "", "framework": "", "budget": "", by: name}
    return YearSpend(**names, year=year, committed=Pence(committed), forecast=Pence(forecast))


def over_the_term(first_year: Exact, growth: Exact, years: int) -> Pence:
    """A first year's spend and the years after it, each so much more than the one before."""
    step = 1 + Fraction(growth)
    return whole_pence(
        sum((Fraction(first_year) * step**ahead for ahead in range(years)), Fraction(0))
    )
