"""Unit costs as councils returned them: their own provision beside what they bought, and spread.

A mean hides that one council's own hour costs three times another's, so quartiles over councils
stand beside it, and so does the difference within the councils that do both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

import polars as pl

from carewright_engine.costing.spread import FEWEST, Spread, spread_of
from carewright_engine.costing.what_is_in import Comparison, Element, Held, UnitCost, compared
from carewright_engine.values.money import Pence, whole_pence

OWN, BOUGHT = "in_house", "external"
SAID: Final = {OWN: "the council's own", BOUGHT: "bought"}
#: Codes of regions, nations and countries, which are no councils.
_LARGER: Final = ("E12", "E92", "K0", "N92", "S92", "W92")
_KEYS: Final = ("service", "care_group", "unit", "starts_on")

#: What the returns' own words say is in a figure; what they do not say is not stated.
_SAYS: Final = (
    (r"\bgross\b", Element.OWN_PAYMENTS, Held.IN),
    (r"\bnet\b", Element.OWN_PAYMENTS, Held.OUT),
    (r"including full cost", Element.FULL_COST_PAYERS, Held.IN),
    (r"council-supported only", Element.FULL_COST_PAYERS, Held.OUT),
)


@dataclass(frozen=True, slots=True)
class Provided:
    """One side: councils' unit costs for one service, by who provides it."""

    words: str  # the return's own name for the figure
    mean: Pence
    spread: Spread


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One service in one year, in pence a unit; the difference is own less bought."""

    service: str
    care_group: str
    unit: str
    starts_on: date
    own: Provided
    bought: Provided
    within: Spread  # over councils that returned both
    dearer_own: int  # of those, where the council's own costs more
    comparison: Comparison  # of the two medians, or means where medians are held back


def side_by_side(unit_costs: pl.DataFrame, *, fewest: int = FEWEST) -> tuple[SideBySide, ...]:
    """Every service that some councils provide and some buy, from the table `unit_cost`."""
    rows = councils_only(unit_costs).with_columns(
        service=pl.col("kind").map_elements(service_of, return_dtype=pl.String)
    )
    groups = rows.sort(*_KEYS).partition_by(*_KEYS, maintain_order=True) if rows.height else []
    found = (_beside(group, fewest) for group in groups)
    return tuple(each for each in found if each is not None)


def councils_only(unit_costs: pl.DataFrame) -> pl.DataFrame:
    """What councils returned of their own care and of what they bought, regions left out."""
    return unit_costs.filter(
        pl.col("pence").is_not_null(),
        pl.col("provision").is_in([OWN, BOUGHT]),
        ~pl.col("area_code").fill_null("").str.contains(f"^({'|'.join(_LARGER)})"),
    )


def service_of(kind: str) -> str:
    """The service without who provides it: before the colon of a long name, or all of it."""
    return kind.split(":", 1)[0]


def stated_in(words: str) -> dict[Element, Held]:
    """What the return's own name for a figure says is in it and what is out."""
    return {element: held for says, element, held in _SAYS if re.search(says, words, re.IGNORECASE)}


def _beside(rows: pl.DataFrame, fewest: int) -> SideBySide | None:
    """None where only one side was returned, or where one side has several figures."""
    sides = {provision: _side(rows, provision) for provision in (OWN, BOUGHT)}
    if any(len(names) != 1 for names, _ in sides.values()):
        return None
    service, care_group, unit, starts_on = rows.select(_KEYS).row(0)
    own, bought = (_provided(*sides[each], fewest) for each in (OWN, BOUGHT))
    both = _within(sides[OWN][1], sides[BOUGHT][1])

    def figure(side: str, provided: Provided) -> UnitCost:
        median = provided.spread.median
        pence = provided.mean if median is None else median
        holds = stated_in(provided.words)
        return UnitCost(SAID[side], service, unit, starts_on, pence, provided.words, holds)

    return SideBySide(
        service=service,
        care_group=care_group,
        unit=unit,
        starts_on=starts_on,
        own=own,
        bought=bought,
        within=spread_of(both, fewest=fewest),
        dearer_own=sum(difference > 0 for difference in both.values()),
        comparison=compared(figure(OWN, own), figure(BOUGHT, bought)),
    )


def _side(rows: pl.DataFrame, provision: str) -> tuple[frozenset[str], dict[str, int]]:
    """The names of the figures, and the pence by council."""
    of_side = rows.filter(pl.col("provision") == provision)
    names = frozenset(of_side["kind"].to_list())
    return names, dict(of_side.select("area_name", "pence").iter_rows())


def _provided(names: Iterable[str], pence: Mapping[str, int], fewest: int) -> Provided:
    exact = {council: Fraction(each) for council, each in pence.items()}
    mean = whole_pence(sum(exact.values(), Fraction(0)) / len(exact))
    return Provided(next(iter(names)), mean, spread_of(exact, fewest=fewest))


def _within(own: Mapping[str, int], bought: Mapping[str, int]) -> dict[str, Fraction]:
    return {
        council: Fraction(own[council] - bought[council])
        for council in sorted(own.keys() & bought.keys())
    }
