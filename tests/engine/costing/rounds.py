"""Rounds of uplifts, one valid line at a time and any by Hypothesis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from carewright_engine.costing.price_lines import Basis, PriceLine, PriceUnit
from carewright_engine.costing.uplift import (
    AgreedPrice,
    Driver,
    Formula,
    Index,
    UpliftRule,
    WeightedIndex,
)
from carewright_engine.values.money import Pence
from carewright_engine.values.period import Period

APRIL: Final = date(2027, 4, 1)
YEAR_BEFORE: Final = date(2026, 4, 1)


def index(driver: Driver, rise: str) -> Index:
    return Index(driver.value, driver.words, driver, Decimal(rise), YEAR_BEFORE, APRIL, "invented")


def formula(wage: str = "0.7", wage_rise: str = "0.098", prices_rise: str = "0.067") -> Formula:
    """Wages at a weight, prices at what is left of 0.9, and a tenth fixed."""
    weights = (Decimal(wage), Decimal("0.9") - Decimal(wage), Decimal("0.1"))
    rises = (wage_rise, prices_rise, "0")
    parts = (
        WeightedIndex(weight, index(driver, rise))
        for weight, driver, rise in zip(weights, Driver, rises, strict=True)
    )
    return Formula("home_care", "Home care", tuple(parts))


def line(**changed: Any) -> PriceLine:
    """An hour of home care at £23.48, 1,000 hours a year, open-ended since 2024."""
    usual: dict[str, Any] = {
        "id": "C-0417/3", "agreement": "C-0417", "provider": "Strathallow", "service": "home care",
        "unit": PriceUnit.HOUR, "price": Pence(2348), "quantity_a_year": Decimal(1000),
        "period": Period(date(2024, 4, 1)), "formula": "home_care",
    }  # fmt: skip
    return PriceLine(**{**usual, **changed})


def rule(**changed: Any) -> UpliftRule:
    """From April 2027 by the one formula, with nothing agreed beside it."""
    usual: dict[str, Any] = {"effective_on": APRIL, "formulas": {"home_care": formula()}}
    return UpliftRule(**{**usual, **changed})


_FROM: Final = date(2026, 10, 1)
_DAYS: Final = st.integers(0, 365).map(lambda ahead: _FROM + timedelta(days=ahead))
_PENCE: Final = st.integers(0, 300_000).map(Pence)
_QUANTITIES: Final = st.integers(0, 10**8).map(lambda units: Decimal(units).scaleb(-3))
_RISES: Final = st.integers(-200_000, 400_000).map(lambda parts: str(Decimal(parts).scaleb(-6)))
_SHARES: Final = st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)).map(sorted)


def _formula(key: str, cut: list[int], rises: tuple[str, ...]) -> Formula:
    shares = (cut[0], cut[1] - cut[0], 10_000 - cut[1])
    parts = (
        WeightedIndex(Decimal(share).scaleb(-4), index(driver, rise))
        for share, driver, rise in zip(shares, Driver, rises, strict=True)
    )
    return Formula(key, key, tuple(parts))


def _period(starts_on: date, days: int | None) -> Period:
    return Period(starts_on, None if days is None else starts_on + timedelta(days=days))


def any_formula(key: str) -> st.SearchStrategy[Formula]:
    return st.builds(_formula, st.just(key), _SHARES, st.tuples(_RISES, _RISES, _RISES))


ANY_LINE: Final = st.builds(
    line,
    provider=st.sampled_from("ABC"),
    unit=st.sampled_from(PriceUnit),
    price=_PENCE,
    quantity_a_year=_QUANTITIES,
    period=st.builds(_period, _DAYS, st.none() | st.integers(1, 600)),
    formula=st.sampled_from(("one", "two", "none")),
    basis=st.sampled_from([*Basis, Basis.OPEN, Basis.OPEN]),
    negotiated_on=st.none() | _DAYS,
    applies_on=st.none() | _DAYS,
    weekly_cost=st.none() | _PENCE,
    floor=st.none() | _PENCE,
)
_IDS: Final = st.sets(st.sampled_from(("0", "1", "2", "3")), max_size=2)


def _named(lines: list[PriceLine]) -> list[PriceLine]:
    return [replace(each, id=str(number)) for number, each in enumerate(lines)]


ANY_LINES: Final = st.lists(ANY_LINE, max_size=4).map(_named)
ANY_RULE: Final = st.builds(
    UpliftRule,
    effective_on=_DAYS,
    formulas=st.fixed_dictionaries({"one": any_formula("one"), "two": any_formula("two")}),
    agreed=st.dictionaries(
        st.sampled_from("0123"), st.builds(AgreedPrice, _PENCE, st.just("settled")), max_size=2
    ),
    explained=_IDS.map(lambda ids: dict.fromkeys(sorted(ids), "no one else")),
    months_since_negotiated=st.none() | st.integers(0, 15),
    weekly_limit=st.none() | st.just(Pence(150_000)),
    budget=st.none() | _PENCE,
)
