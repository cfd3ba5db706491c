"""What the law of a nation says on a day of care bought without competition, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from carewright.govern.api import Nation
from carewright_engine.rules.dated import Dated, every_dated
from carewright_engine.rules.exemption_grounds import ExemptionGround, every_exemption_ground
from carewright_engine.rules.reading import NotInForce, held_on, holds_on
from carewright_engine.rules.regimes import every_regime
from carewright_engine.values.bank_holidays import Nation as LawOf
from carewright_engine.values.money import whole_pence

NATIONS: Final = {
    Nation.SCOTLAND: LawOf.SCOTLAND, Nation.ENGLAND: LawOf.ENGLAND, Nation.WALES: LawOf.WALES,
}  # fmt: skip
#: The limits that say which rules a purchase of care stands under, in the order of their height.
LIMITS: Final = {
    Nation.SCOTLAND: ("scotland.threshold.regulated", "scotland.threshold.social_services"),
    Nation.ENGLAND: ("pa2023.notifiable", "pa2023.threshold.light_touch"),
    Nation.WALES: ("pa2023.notifiable", "pa2023.threshold.light_touch"),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of the law, and on which side of it the value lies; None where that is not known."""

    words: str
    row: Dated | None  # None: no figure is held for the day
    is_reached: bool | None


@dataclass(frozen=True, slots=True)
class Ground:
    """On what something may be bought without competition, with the rules that know it."""

    row: ExemptionGround
    regime: str


def grounds(nation: Nation, *, on: date) -> tuple[Ground, ...]:
    """Every ground that counts in the nation on the day, in the order of the reference data."""
    return tuple(
        Ground(row, _regimes(row, on))
        for rows in every_exemption_ground().values()
        for row in rows
        if holds_on(row, on) and NATIONS[nation] in row.jurisdiction.nations
    )


def ground(code: str, nation: Nation, *, on: date) -> Ground | None:
    """One of them; None where the nation does not know it on the day."""
    return next((each for each in grounds(nation, on=on) if each.row.id == code), None)


def limits(nation: Nation, value_pence: int | None, *, on: date) -> tuple[Limit, ...]:
    """The limits of the day with the value over the term beside them.

    Whether the value holds VAT nobody asks here, so a page names how each limit counts it.
    """
    return tuple(_limit(name, value_pence, on) for name in LIMITS[nation])


def value_pence(annual_pence: int | None, term_months: int | None) -> int | None:
    """What the term comes to: a year's value by its months, in whole pence; half goes up."""
    if annual_pence is None or term_months is None:
        return None
    return whole_pence(Fraction(annual_pence * term_months, 12))


def _limit(name: str, pence: int | None, on: date) -> Limit:
    try:
        row = held_on(every_dated(), name, on)
    except NotInForce:
        return Limit(every_dated()[name][-1].words, None, None)
    return Limit(row.words, row, None if pence is None else pence >= row.pence)


def _regimes(row: ExemptionGround, on: date) -> str:
    """The laws that know the ground, by the names that the reference data give them."""
    known = every_regime()
    named = [
        next((law.words for law in known.get(each.value, ()) if holds_on(law, on)), each.value)
        for each in sorted(row.regimes)
    ]
    return "; ".join(named)
