"""Councils' own provision beside what they bought: spread over councils, and within them."""

from __future__ import annotations

from datetime import date

import polars as pl

from carewright_engine.costing.side_by_side import side_by_side, stated_in
from carewright_engine.costing.what_is_in import Element, Held, Verdict
from carewright_engine.tables.cost_schemas import UNIT_COST

OWN = "Home care: Average gross hourly cost for home care provided by LA"
BOUGHT = "Home care: Average gross hourly cost for home care provided by others"


def row(council: str, pence: int | None, *, own: bool, **changed: object) -> dict[str, object]:
    return {
        "area_name": council, "area_code": None, "kind": OWN if own else BOUGHT,
        "care_group": "adults", "provision": "in_house" if own else "external", "unit": "hour",
        "starts_on": date(2013, 4, 1), "ends_before": date(2014, 4, 1), "pence": pence,
        "dataset": "0" * 64, "source_row": 1, **changed,
    }  # fmt: skip


def table(*rows: dict[str, object]) -> pl.DataFrame:
    return UNIT_COST.conform(pl.DataFrame(list(rows)))


COUNCILS = [f"Council {n}" for n in range(6)]
BOTH = [row(name, 4000 + 100 * n, own=True) for n, name in enumerate(COUNCILS)] + [
    row(name, 1500 + 10 * n, own=False) for n, name in enumerate(COUNCILS)
]


def test_the_spread_of_each_side_and_the_difference_within_councils_are_given() -> None:
    [found] = side_by_side(table(*BOTH))
    assert (found.service, found.unit) == ("Home care", "hour")
    own, bought = found.own.spread, found.bought.spread
    assert (own.returns, own.lower, own.median, own.upper) == (6, 4125, 4250, 4375)
    assert (bought.median, found.own.mean, found.bought.mean) == (1525, 4250, 1525)
    assert (found.within.returns, found.within.median, found.dearer_own) == (6, 2725, 6)


def test_what_a_return_does_not_say_is_in_qualifies_the_comparison() -> None:
    [found] = side_by_side(table(*BOTH))
    assert found.comparison.verdict is Verdict.QUALIFIED
    assert not any("pay themselves" in each for each in found.comparison.cautions)
    assert any(each.startswith("overheads: not stated") for each in found.comparison.cautions)


def test_what_a_figure_holds_is_read_off_its_own_name() -> None:
    only = "Residential; council-supported only"
    rows = [row(name, 90_000, own=True, kind=only) for name in COUNCILS]
    rows += [row(name, 50_000, own=False, kind=only) for name in COUNCILS]
    [found] = side_by_side(table(*rows))
    assert found.comparison.verdict is Verdict.QUALIFIED
    assert stated_in(only) == {Element.FULL_COST_PAYERS: Held.OUT}
    assert stated_in("Gross cost (including full cost paying residents)") == {
        Element.OWN_PAYMENTS: Held.IN, Element.FULL_COST_PAYERS: Held.IN,
    }  # fmt: skip


def test_regions_and_nations_are_no_councils() -> None:
    nation = [row("England", 9999, own=own, area_code="E92000001") for own in (True, False)]
    [found] = side_by_side(table(*BOTH, *nation))
    assert found.own.spread.returns == 6


def test_a_service_that_nobody_buys_or_that_is_not_published_is_left_out() -> None:
    own_only = [row(name, 4000, own=True) for name in COUNCILS]
    unknown = [row(name, None, own=False) for name in COUNCILS]
    assert side_by_side(table(*own_only, *unknown)) == ()
    assert side_by_side(table(*unknown)) == ()


def test_with_too_few_councils_the_means_are_compared_and_no_quartile_is_shown() -> None:
    [found] = side_by_side(table(*BOTH[:2], *BOTH[6:8]))
    assert found.own.spread.is_held_back
    assert found.comparison.difference == found.own.mean - found.bought.mean
