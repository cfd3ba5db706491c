"""Numbers that somebody outside set: wages, rates, thresholds; each dated and with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.reading import Rows, held_on, read, text_of
from carewright_engine.rules.rows import Row, shared
from carewright_engine.values.bank_holidays import Nation


class Jurisdiction(StrEnum):
    """Where a row holds."""

    UNITED_KINGDOM = "united_kingdom"
    ENGLAND_WALES_NI = "england_wales_ni"
    ENGLAND_WALES = "england_wales"
    ENGLAND_NI = "england_ni"
    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"

    @property
    def nations(self) -> frozenset[Nation]:
        """The nations in which it holds."""
        return _nations(self)

    @property
    def label(self) -> str:
        """As a page says it."""
        if self is Jurisdiction.UNITED_KINGDOM:
            return "United Kingdom"
        named = [_nation(part).label for part in self.value.split("_")]
        return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


@cache
def _nations(jurisdiction: Jurisdiction) -> frozenset[Nation]:
    if jurisdiction is Jurisdiction.UNITED_KINGDOM:
        return frozenset(Nation)
    return frozenset(map(_nation, jurisdiction.value.split("_")))


def _nation(name: str) -> Nation:
    return Nation.NORTHERN_IRELAND if name == "ni" else Nation(name)


class Unit(StrEnum):
    """What a number counts; it decides the range within which a row is believed."""

    POUNDS = "pounds"
    POUNDS_AN_HOUR = "pounds_an_hour"
    POUNDS_A_WEEK = "pounds_a_week"
    PER_CENT = "per_cent"
    PER_CENT_A_YEAR = "per_cent_a_year"
    MINUTES = "minutes"
    DAYS = "days"
    MONTHS = "months"
    TIMES_A_YEAR = "times_a_year"
    COUNT = "count"

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in pounds."""
        return self.value.startswith("pounds")


#: Lowest, highest and figures after the point. A wage of £1,144 an hour is a wage in pence.
RANGES: Final = {
    Unit.POUNDS: (Decimal("0.01"), Decimal(1_000_000_000), 2),
    Unit.POUNDS_AN_HOUR: (Decimal(3), Decimal(100), 2),
    Unit.POUNDS_A_WEEK: (Decimal(10), Decimal(20_000), 2),
    Unit.PER_CENT: (Decimal(0), Decimal(1_000), 4),
    Unit.PER_CENT_A_YEAR: (Decimal(-20), Decimal(100), 4),
    Unit.MINUTES: (Decimal(0), Decimal(1_440), 1),
    Unit.DAYS: (Decimal(1), Decimal(1_000), 0),
    Unit.MONTHS: (Decimal(1), Decimal(240), 0),
    Unit.TIMES_A_YEAR: (Decimal(1), Decimal(366), 0),
    Unit.COUNT: (Decimal(0), Decimal(1_000_000), 0),
}

COLUMNS: Final = (
    *("id", "words", "regime", "jurisdiction", "from", "to"),
    *("value", "unit", "source", "verified"),
)
#: The files of numbers that come with Carewright. A name is used in one of them only.
FILES: Final = (
    "thresholds.csv", "wage_floors.csv", "care_home_rates.csv", "personal_care_rates.csv",
    "price_indices.csv", "home_care_costs.csv",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Row):
    """A number that holds from a day on: in pounds, per cent or days, as its unit says."""

    regime: str
    jurisdiction: Jurisdiction
    value: Decimal
    unit: Unit

    @property
    def pence(self) -> int:
        """The amount in whole pence, of an hour or a week as the unit says."""
        if not self.unit.is_money:
            raise ValueError(f"{self.id} is counted in {self.unit.value}, not in money")
        return int(self.value * 100)

    @property
    def shown(self) -> str:
        """As a person reads it: '£11.44 an hour', '50%', '30 days'."""
        unit = self.unit.value.replace("_", " ")
        if self.unit.is_money:
            return f"£{self.value:,.{0 if self.value == int(self.value) else 2}f}{unit[6:]}"
        if self.unit in (Unit.PER_CENT, Unit.PER_CENT_A_YEAR):
            return f"{self.value.normalize():f}%{unit[8:]}"
        return f"{self.value:,}" if self.unit is Unit.COUNT else f"{self.value:,} {unit}"


def read_dated(file: str, text: str) -> Rows[Dated]:
    """The numbers of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _dated)


@cache
def dated_of(file: str) -> Rows[Dated]:
    """The numbers of one file that came with Carewright."""
    return read_dated(file, text_of(file))


@cache
def every_dated() -> Rows[Dated]:
    """All numbers that came with Carewright, by name."""
    kept: Rows[Dated] = {}
    for file in FILES:
        found = dated_of(file)
        if twice := kept.keys() & found.keys():
            raise ValueError(f"{file}: {', '.join(sorted(twice))} is in another file too")
        kept |= found
    return kept


def dated(name: str, *, on: date) -> Dated:
    """The number as it was on the day; `NotInForce` where none is held for it."""
    return held_on(every_dated(), name, on)


def _dated(cells: Cells) -> Dated:
    unit = cells.one_of("unit", Unit)
    return Dated(
        **shared(cells),
        regime=cells.identity("regime"),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        value=cells.number("value", *RANGES[unit]),
        unit=unit,
    )
