"""Two unit costs are compared only where they hold the same things."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.costing.what_is_in import (
    Element,
    Held,
    UnitCost,
    Verdict,
    compared,
)
from carewright_engine.values.money import Pence

EVERYTHING = dict.fromkeys(Element, Held.IN)


def cost(**changed: Any) -> UnitCost:
    usual: dict[str, Any] = {
        "words": "bought", "service": "home care", "unit": "hour", "starts_on": date(2024, 4, 1),
        "pence": Pence(2348), "source": "the council's return", "holds": EVERYTHING,
    }  # fmt: skip
    return UnitCost(**{**usual, **changed})


def test_figures_that_hold_the_same_things_are_compared() -> None:
    found = compared(cost(words="our own", pence=Pence(3100)), cost())
    assert (found.verdict, found.difference) == (Verdict.COMPARABLE, 752)


@pytest.mark.parametrize(
    ("element", "words"),
    [
        (Element.OVERHEADS, "overheads are in one and not in the other"),
        (Element.HOUSING_SUPPORT, "housing support is in one and not in the other"),
        (Element.OWN_PAYMENTS, "what people pay themselves is in one and not in the other"),
    ],
)
def test_what_is_in_one_and_not_in_the_other_refuses_the_comparison_by_name(
    element: Element, words: str
) -> None:
    found = compared(cost(words="our own"), cost(holds={**EVERYTHING, element: Held.OUT}))
    assert found.verdict is Verdict.NOT_COMPARABLE
    assert found.difference is None
    assert found.refusals == (f"not comparable: {words} (in: our own; out: bought)",)


def test_what_nobody_stated_qualifies_it() -> None:
    holds = {element: held for element, held in EVERYTHING.items() if element != "pensions"}
    found = compared(cost(), cost(words="our own", holds=holds))
    assert (found.verdict, found.difference) == (Verdict.QUALIFIED, 0)
    assert found.cautions == ("pensions: not stated for our own",)


def test_another_unit_or_service_refuses_and_another_year_qualifies() -> None:
    assert compared(cost(), cost(unit="week")).refusals
    assert compared(cost(), cost(service="day care")).difference is None
    later = compared(cost(), cost(starts_on=date(2025, 4, 1)))
    assert later.cautions == ("prices of 2024 beside prices of 2025",)


_HOLDS = st.dictionaries(st.sampled_from(Element), st.sampled_from(Held))


@given(_HOLDS, _HOLDS)
def test_it_makes_no_difference_which_comes_first(
    one: dict[Element, Held], other: dict[Element, Held]
) -> None:
    there = compared(cost(holds=one), cost(words="our own", holds=other))
    back = compared(cost(words="our own", holds=other), cost(holds=one))
    assert there.verdict is back.verdict
    assert there.refusals == back.refusals
    silent = any(Held.NOT_STATED in (there.one.held(e), there.other.held(e)) for e in Element)
    assert bool(there.cautions) == silent
