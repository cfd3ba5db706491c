"""An organisation's own costs and prices as a file that the register reads like any other.

So analyses find them beside published ones, with the file, its digest and its rows behind each.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from carewright.contract.api import DayKind
from carewright.cost.queries.forecast import financial_year_of
from carewright.cost.queries.prices import prices_paid
from carewright.cost.queries.returns import Returned, accepted_returns, unit_cost_of
from carewright.cost.rules.returns import Kind
from carewright.platform import api as platform
from carewright_engine.costing.spread import Spread, quantile, spread_of
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
    """In-house unit costs that were accepted, and the median of prices that hold on the day."""
    return (*_in_house(seen_by), *_bought(seen_by, on))


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
    seen: set[tuple[str, str, date]] = set()
    for each in accepted_returns(Kind.OWN_SERVICE, seen_by=seen_by):
        key = (each.service.casefold(), each.unit, each.starts_on)
        if each.a_unit is not None and key not in seen:
            seen.add(key)
            yield OwnCost(
                each.service, each.care_group or "adults", "in_house", each.unit,
                Period(each.starts_on, each.ends_before), each.a_unit, f"Return of {each.who}",
            )  # fmt: skip


def _bought(seen_by: platform.Officer, on: date) -> Iterator[OwnCost]:
    """The median, as one dear price in a remote place would pull a mean away from the rest."""
    year = financial_year(financial_year_of(on))
    for (kind, unit), pence in sorted(_prices(seen_by, on).items()):
        middle = whole_pence(quantile(list(pence.values()), Fraction(1, 2)))
        rests_on = f"Median of {len(pence)} prices"
        yield OwnCost(kind, "adults", "external", unit, year, middle, rests_on)


def _prices(seen_by: platform.Officer, on: date) -> Mapping[tuple[str, str], dict[str, Fraction]]:
    """Prices for any day and place by kind of care and unit, each under its agreement's words."""
    grouped: dict[tuple[str, str], dict[str, Fraction]] = defaultdict(dict)
    for each in prices_paid(seen_by=seen_by, on=on):
        usual = each.day_kind is DayKind.ANY and not each.zone and not each.minutes
        if usual and each.care in CALLED:
            held = grouped[CALLED[each.care], each.unit.value]
            held[f"{each.reference} {each.service} {len(held)}"] = Fraction(each.pence)
    return grouped


@dataclass(frozen=True, slots=True)
class OwnBeside:
    """A service of one's own beside the prices of the same care that is bought."""

    comparison: Comparison
    prices: Spread


def own_beside_bought(*, seen_by: platform.Officer, on: date) -> tuple[OwnBeside, ...]:
    """Each accepted in-house cost beside the median of own prices by the same unit.

    A price is what is paid for everything that a provider puts into it, so nothing is stated of
    what it holds: the comparison says so, and is refused where the units differ.
    """
    bought = {(each.kind.casefold(), each.unit): each for each in _bought(seen_by, on)}
    prices = _prices(seen_by, on)
    found = []
    for each in _latest(accepted_returns(Kind.OWN_SERVICE, seen_by=seen_by)):
        one, other = unit_cost_of(each), bought.get((each.service.casefold(), each.unit))
        if one is None or other is None:
            continue
        price = UnitCost(
            "bought", one.service, other.unit, other.year.starts_on, Pence(other.pence),
            other.rests_on,
        )  # fmt: skip
        spread = spread_of(prices[other.kind, other.unit])
        found.append(OwnBeside(compared(one, price), spread))
    return tuple(found)


def _latest(returns: Iterable[Returned]) -> Iterator[Returned]:
    """The latest of each team, service and unit; prices of today stand beside no earlier year."""
    seen: set[tuple[str, str, str]] = set()
    for each in returns:
        key = (each.who.casefold(), each.service.casefold(), each.unit)
        if key not in seen:
            seen.add(key)
            yield each


def share_of(pence: int, units: Decimal) -> Pence:
    """An amount for one unit, rounded once."""
    return whole_pence(Fraction(pence) / Fraction(units))
