"""A round of uplifts is worked out to the penny, and says what it leaves out and why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from bench.uplift_cases import totals
from bench.uplift_peer import slow_totals, slowly
from hypothesis import given

from carewright_engine.costing.price_lines import Basis, PriceLine, PriceUnit
from carewright_engine.costing.uplift import (
    AgreedPrice,
    Driver,
    Floor,
    Formula,
    LineTwice,
    NewPrice,
    UpliftRule,
    WeightedIndex,
    WeightsNotOne,
    Why,
    rise_between,
    uplifted,
)
from carewright_engine.values.money import Pence
from carewright_engine.values.period import Period
from tests.engine.costing.rounds import ANY_LINES, ANY_RULE, APRIL, formula, index, line, rule


def new_price(**changed: Any) -> NewPrice:
    [found] = uplifted([line(**changed)], rule()).lines
    return found


@given(ANY_LINES, ANY_RULE)
def test_every_line_is_what_the_slow_reference_makes_of_it(
    lines: list[PriceLine], of: UpliftRule
) -> None:
    preview = uplifted(lines, of)
    ours: dict[str, tuple[object, ...]]
    ours = {new.line.id: (new.price, new.effect, (), new.floor) for new in preview.lines}
    ours |= {out.line.id: (None, 0, out.reasons, out.floor) for out in preview.left_out}
    theirs = slowly(lines, of)
    assert ours == {each.id: (each.price, each.effect, each.why, each.floor) for each in theirs}
    assert totals(preview) == slow_totals(lines, of, theirs)


@given(ANY_LINES, ANY_RULE)
def test_totals_are_the_sums_of_what_they_stand_over(
    lines: list[PriceLine], of: UpliftRule
) -> None:
    preview = uplifted(lines, of)
    providers = preview.providers
    assert sum(each.effect for each in providers) == preview.effect
    assert sum(each.spend_now for each in providers) == preview.spend_now
    assert sum(len(each.lines) + len(each.left_out) for each in providers) == len(lines)
    drivers = sum(each.effect for each in preview.by_driver)
    assert drivers + preview.agreed + preview.rounding == preview.effect


def test_a_price_rises_by_its_weights_and_is_rounded_once() -> None:
    found = new_price()
    # 0.7 x 9.8% + 0.2 x 6.7% = 8.2%; 2348 x 1.082 = 2540.536
    assert (found.price, found.difference, found.effect) == (2541, 193, 193_000)
    assert found.rise == Fraction(193, 2348)
    assert found.spend_now == 2_348_000


def test_half_a_penny_goes_up() -> None:
    half = rule(formulas={"home_care": formula("0.9", "0.05", "0")})  # 4.5%
    [found] = uplifted([line(price=Pence(100))], half).lines
    assert found.price == 105  # 104.5


def test_the_quantity_times_the_difference_is_rounded_once_a_line() -> None:
    assert new_price(quantity_a_year=Decimal("0.5")).effect == 97  # 96.5


@pytest.mark.parametrize("weights", [("0.7", "0.2"), ("0.7", "0.31"), ("1.2", "-0.2")])
def test_weights_that_are_not_the_whole_price_are_refused(weights: tuple[str, str]) -> None:
    parts = tuple(
        WeightedIndex(Decimal(weight), index(driver, "0.05"))
        for weight, driver in zip(weights, Driver, strict=False)
    )
    with pytest.raises(WeightsNotOne):
        Formula("home_care", "Home care", parts)


def test_a_rise_between_two_levels_is_rounded_out_loud() -> None:
    assert rise_between(Decimal("10.42"), Decimal("11.44")) == Decimal("0.0979")
    assert rise_between(Decimal("10.42"), Decimal("11.44"), places=3) == Decimal("0.098")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"period": Period(date(2024, 4, 1), APRIL)}, Why.ENDED),
        ({"period": Period(APRIL)}, Why.STARTS_LATER),
        ({"basis": Basis.FIXED}, Why.FIXED),
        ({"basis": Basis.NATIONAL}, Why.NATIONAL),
        ({"negotiated_on": date(2027, 1, 1)}, Why.NEGOTIATED),
        ({"unit": PriceUnit.WEEK, "price": Pence(150_001)}, Why.ABOVE_LIMIT),
        ({"weekly_cost": Pence(150_001)}, Why.ABOVE_LIMIT),
        ({"formula": "day support"}, Why.NO_FORMULA),
    ],
)
def test_a_line_that_stays_out_says_why(changed: dict[str, Any], why: Why) -> None:
    preview = uplifted([line(**changed)], rule(weekly_limit=Pence(150_000)))
    assert [out.reasons for out in preview.left_out] == [(why,)]
    assert preview.lines == ()
    assert why.words


@pytest.mark.parametrize(
    "changed",
    [
        {"negotiated_on": date(2026, 12, 31)},
        {"weekly_cost": Pence(150_000)},
        {"period": Period(date(2024, 4, 1), date(2027, 4, 2))},
        {"period": Period(date(2027, 3, 31))},
    ],
)
def test_a_line_just_within_the_rule_is_in(changed: dict[str, Any]) -> None:
    assert uplifted([line(**changed)], rule(weekly_limit=Pence(150_000))).lines


def test_a_national_settlement_sets_the_price_of_the_lines_that_it_names() -> None:
    settled = AgreedPrice(Pence(95_759), "Minute of variation, 2027")
    lines = [line(basis=Basis.NATIONAL), line(id="other", basis=Basis.NATIONAL)]
    preview = uplifted(lines, rule(agreed={"C-0417/3": settled}))
    assert [(new.line.id, new.price, new.source) for new in preview.lines] == [
        ("C-0417/3", 95_759, "Minute of variation, 2027")
    ]
    assert [out.line.id for out in preview.left_out] == ["other"]
    assert preview.agreed == preview.effect


def test_no_agreed_price_wakes_an_ended_line_or_changes_what_a_contract_fixes() -> None:
    lines = [line(basis=Basis.FIXED), line(id="b", period=Period(date(2024, 4, 1), APRIL))]
    settled = AgreedPrice(Pence(5000), "asked for")
    preview = uplifted(lines, rule(agreed={"C-0417/3": settled, "b": settled}))
    assert [out.reasons for out in preview.left_out] == [(Why.FIXED,), (Why.ENDED,)]


def test_a_price_below_the_direct_cost_is_blocked_until_a_reason_is_signed() -> None:
    below = line(price=Pence(2120), floor=Pence(2351))
    blocked = uplifted([below], rule())
    assert [new.shortfall for new in blocked.blocked] == [57]  # £22.94 against £23.51
    assert blocked.lines[0].cost_of_the_floor == 57_000
    explained = uplifted([below], rule(explained={below.id: "No other provider goes there"}))
    assert explained.blocked == ()
    assert explained.lines[0].floor is Floor.EXPLAINED


def test_a_floor_that_nobody_worked_out_is_not_a_pass() -> None:
    assert new_price().floor is Floor.NOT_ASSESSED
    assert new_price(floor=Pence(2541)).floor is Floor.ABOVE


def test_a_line_left_out_below_the_floor_says_so_too() -> None:
    [out] = uplifted([line(basis=Basis.FIXED, floor=Pence(2349))], rule()).left_out
    assert out.floor is Floor.BELOW


def test_the_round_is_set_against_its_budget() -> None:
    assert uplifted([line()], rule(budget=Pence(200_000))).over_budget == -7_000
    assert uplifted([line()], rule()).over_budget is None


def test_back_pay_counts_days_while_the_line_lasts() -> None:
    found = new_price(quantity_a_year=Decimal(366))  # 366 days from April 2027 on
    assert found.back_pay(date(2027, 5, 1)) == 30 * 193
    assert found.back_pay(APRIL) == 0
    ending = new_price(
        quantity_a_year=Decimal(366), period=Period(date(2024, 4, 1), date(2027, 4, 11))
    )
    assert ending.back_pay(date(2027, 5, 1)) == 10 * 193


def test_an_anniversary_of_its_own_comes_before_the_day_of_the_round() -> None:
    found = new_price(applies_on=date(2027, 10, 1), quantity_a_year=Decimal(366))
    assert found.effect_in(Period(APRIL, date(2028, 4, 1))) == 183 * 193
    assert found.effect_in(Period(APRIL, date(2027, 10, 1))) == 0


def test_a_provider_is_shown_by_the_line_with_most_spend() -> None:
    lines = [
        line(people=3),
        line(id="b", price=Pence(9000), people=2),
        line(id="c", basis=Basis.FIXED),
    ]
    [provider] = uplifted(lines, rule()).providers
    assert provider.main is not None
    assert (provider.main.line.id, provider.people, len(provider.left_out)) == ("b", 5, 1)


def test_two_lines_with_one_id_are_refused() -> None:
    with pytest.raises(LineTwice, match="C-0417/3"):
        uplifted([line(), line()], rule())


def test_a_price_or_quantity_below_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="nought or more"):
        line(price=Pence(-1))
