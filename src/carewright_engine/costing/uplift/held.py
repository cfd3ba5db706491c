"""Rises and wages that are held as dated reference data, as a round may take them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from carewright_engine.costing.uplift.formula import Driver
from carewright_engine.costing.uplift.published import wage_index
from carewright_engine.rules.dated import Dated, Jurisdiction, Unit, dated, dated_of
from carewright_engine.rules.reading import NotInForce, holds_on
from carewright_engine.values.bank_holidays import Nation
from carewright_engine.values.months import months_later

_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class HeldRise:
    """A rise that somebody published, by the key under which it is found again; 0.041 is 4.1%."""

    key: str
    words: str
    rise: Decimal
    source: str
    verified: bool


def held_rises(driver: Driver, *, on: date, nation: Nation | None) -> tuple[HeldRise, ...]:
    """What is held of a driver for prices that begin on a day in a nation; None: all nations.

    Of a wage that is its rise over the twelve months up to the day, rounded to 0.01%; of an index
    the rise that counts on the day. What is not held on one of the days is not offered.
    """
    if driver is Driver.WAGE_FLOOR:
        named = {each.id: each for each in held_wages(on=on, nation=nation)}
        return tuple(each for name in named if (each := _of_wage(name, on)))
    return tuple(
        HeldRise(each.id, f"{each.words}: {each.shown}", each.value / 100, each.source,
                 each.verified)
        for each in _held("price_indices.csv", on, nation)
        if each.unit is Unit.PER_CENT_A_YEAR
    )  # fmt: skip


def held_wages(*, on: date, nation: Nation | None) -> tuple[Dated, ...]:
    """Every wage an hour that holds on the day in the nation."""
    found = _held("wage_floors.csv", on, nation)
    return tuple(each for each in found if each.unit is Unit.POUNDS_AN_HOUR)


def _held(file: str, on: date, nation: Nation | None) -> list[Dated]:
    return [
        row
        for rows in dated_of(file).values()
        for row in rows
        if holds_on(row, on) and _is_there(row.jurisdiction, nation)
    ]


def _is_there(where: Jurisdiction, nation: Nation | None) -> bool:
    return nation is None or nation in where.nations


def _of_wage(name: str, on: date) -> HeldRise | None:
    """None where the wage of a year before is not held, or still stands: nobody raised it yet."""
    before = months_later(on, -_A_YEAR)
    try:
        if dated(name, on=before) == dated(name, on=on):
            return None
        index = wage_index(name, from_on=before, to_on=on)
    except NotInForce:
        return None
    return HeldRise(name, index.words, index.rise, index.source, index.verified)
