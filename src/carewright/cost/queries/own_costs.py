"""An organisation's own costs and prices as a file that the register reads like any other.

So analyses find them beside published ones, with the file, its digest and its rows behind each.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from carewright.contract.api import DayKind
from carewright.cost.queries.forecast import financial_year_of
from carewright.cost.queries.prices import Paid, prices_paid
from carewright.cost.queries.returns import Returned, accepted_returns, unit_cost_of
from carewright.cost.rules.returns import Kind
from carewright.platform import api as platform
from carewright.ui.formats import written_date
from carewright_engine.costing.spread import FEWEST, Spread, quantile, spread_of
from carewright_engine.costing.what_is_in import Comparison, UnitCost, compared
from carewright_engine.tables.readers.own_costs import COLUMNS
from carewright_engine.values.money import Pence, whole_pence
from carewright_engine.values.period import Period, financial_year

#: What analyses call each kind of care that words of services name.
CALLED: Final = {
    "home_care": "Home care", "care_home": "Care homes", "day_support": "Day support",
    "supported_living": "Supported living", "short_breaks": "Short breaks",
    "reablement": "Reablement", "meals": "Meals", "telecare": "Telecare",
}  # fmt: skip
#: What the register calls those whom nobody named.
EVERYBODY: Final = "adults"
NONE: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class OwnCost:
    """What one unit costs the organisation: its own care, or the middle of its prices; in pence."""

    kind: str
    care_group: str
    provision: str  # in_house or external
    unit: str
    year: Period
    pence: int
    rests_on: str


def own_costs(*, seen_by: platform.Officer, on: date) -> tuple[OwnCost, ...]:
    """In-house unit costs that were accepted, and the median of prices of the same year.

    Costs of a year are known after its end: prices of its last day stand beside them. Where no
    in-house cost is known, or no price held then, prices are those of the day.
    """
    in_house = tuple(_in_house(seen_by))
    latest = max((each.year for each in in_house), key=lambda year: year.starts_on, default=None)
    bought = tuple(_bought(seen_by, latest)) if latest and latest.has_ended(on) else ()
    return (*in_house, *(bought or _bought(seen_by, financial_year(financial_year_of(on)), on)))


def costs_file(*, seen_by: platform.Officer, on: date) -> bytes:
    """The same as the file that the register takes; the organisation's area stands in each row."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    area = seen_by.organisation
    for each in own_costs(seen_by=seen_by, on=on):
        rows.writerow(
            (area.name, area.area_code or "", each.kind, each.care_group, each.provision, each.unit,
             each.year.starts_on.isoformat(), each.year.ends_before and
             each.year.ends_before.isoformat(), f"{each.pence / 100:.2f}", each.rests_on)
        )  # fmt: skip
    return text.getvalue().encode()


def _in_house(seen_by: platform.Officer) -> Iterator[OwnCost]:
    """Every year of each service: where several teams give it, all their costs over all units."""
    teams: dict[tuple[str, str, str, date], list[Returned]] = defaultdict(list)
    for each in _of_each_team(seen_by):
        key = (each.service.casefold(), each.care_group or EVERYBODY, each.unit, each.starts_on)
        teams[key].append(each)
    for (_service, group, unit, _day), of in teams.items():
        units = sum((each.units for each in of if each.units), NONE)
        pence = share_of(sum(each.computed for each in of), units)
        period = Period(of[0].starts_on, max(each.ends_before for each in of))
        rests_on = f"Return of {' and '.join(each.who for each in of)}"
        yield OwnCost(of[0].service, group, "in_house", unit, period, pence, rests_on)


def _of_each_team(seen_by: platform.Officer) -> Iterator[Returned]:
    """The return that was recorded last of each team, service, unit and period."""
    seen: set[tuple[str, ...]] = set()
    for each in accepted_returns(Kind.OWN_SERVICE, seen_by=seen_by):
        key = (*_team(each), each.starts_on.isoformat())
        if each.a_unit is not None and key not in seen:
            seen.add(key)
            yield each


def _team(each: Returned) -> tuple[str, ...]:
    return each.who.casefold(), each.service.casefold(), each.care_group, each.unit


def _bought(seen_by: platform.Officer, year: Period, on: date | None = None) -> Iterator[OwnCost]:
    """The median, as one dear price in a remote place would pull a mean away from the rest."""
    day = on or year.last_day or year.starts_on
    for (kind, group, unit), prices in sorted(_grouped(_usual(seen_by, day)).items()):
        rests_on = f"Median of {len(prices)} prices on {written_date(day)}"
        yield OwnCost(kind, group, "external", unit, year, _middle(prices), rests_on)


def _middle(prices: Mapping[str, Fraction]) -> Pence:
    return whole_pence(quantile(list(prices.values()), Fraction(1, 2)))


Group = tuple[str, str, str]
"""A kind of care as analyses call it, whom it supports, and the unit that is paid for."""


def _usual(seen_by: platform.Officer, on: date) -> list[Paid]:
    """Prices for any day and place, of kinds of care that analyses know."""
    return [
        each
        for each in prices_paid(seen_by=seen_by, on=on)
        if each.day_kind is DayKind.ANY and not (each.zone or each.minutes) and each.care in CALLED
    ]


def _grouped(paid: Iterable[Paid]) -> dict[Group, dict[str, Fraction]]:
    """Prices by group, each under its agreement; those that may not be shown are left out."""
    groups: dict[Group, list[Paid]] = defaultdict(list)
    for each in paid:
        key = (CALLED[each.care or ""], each.care_group or EVERYBODY, each.unit.value)
        groups[key].append(each)
    return {key: _named(shown) for key, held in groups.items() if (shown := _shown(held))}


def _named(paid: Iterable[Paid]) -> dict[str, Fraction]:
    return {f"{each.reference} {n}": Fraction(each.pence) for n, each in enumerate(paid)}


def _shown(paid: Sequence[Paid]) -> list[Paid]:
    """What is paid for one person's placement never stands alone, nor among too few."""
    enough = len(paid) >= FEWEST
    return [each for each in paid if enough or not each.is_for_one_person]


@dataclass(frozen=True, slots=True)
class OwnBeside:
    """A service of one's own beside the prices of the same care that is bought."""

    comparison: Comparison
    prices: Spread


def own_beside_bought(*, seen_by: platform.Officer, on: date) -> tuple[OwnBeside, ...]:
    """The latest accepted cost of each own team beside the median of own prices by the same unit.

    A price is what is paid for everything that a provider puts into it, so nothing is stated of
    what it holds, and the comparison says so.
    """
    paid = _usual(seen_by, on)
    year = financial_year(financial_year_of(on)).starts_on
    found, seen = [], set()
    for each in _of_each_team(seen_by):
        one, prices = unit_cost_of(each), _prices_beside(each, paid)
        if one is None or not prices or _team(each) in seen:
            continue
        seen.add(_team(each))
        words = f"Median of {len(prices)} prices on {written_date(on)}"
        price = UnitCost("bought", one.service, one.unit, year, _middle(prices), words)
        found.append(OwnBeside(compared(one, price), spread_of(prices)))
    return tuple(found)


def _prices_beside(own: Returned, paid: Iterable[Paid]) -> dict[str, Fraction]:
    """Prices of the same kind of care and unit, for the same people or for whoever needs it."""
    alike = [
        each
        for each in paid
        if CALLED[each.care or ""].casefold() == own.service.casefold()
        and each.unit.value == own.unit
        and (not own.care_group or each.care_group in ("", own.care_group))
    ]
    return _named(_shown(alike))


def share_of(pence: int, units: Decimal) -> Pence:
    """An amount for one unit, rounded once."""
    return whole_pence(Fraction(pence) / Fraction(units))
