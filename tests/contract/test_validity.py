"""What is not in order is listed with its reason; how much is asked depends on value and risk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from carewright.contract.api import (
    MOVES,
    OVER,
    AgreementFacts,
    AgreementState,
    Authority,
    DayKind,
    Kind,
    Priced,
    Risk,
    Side,
    Standing,
    Term,
    Unit,
    annual_pence,
    checks,
    further_pence,
    scheme_pence,
    to_put_right,
)
from carewright.contract.rules.facts import PriceFacts, SignatureFacts
from carewright.contract.rules.validity import RULES

ON = date(2026, 6, 3)
TERM = Term(date(2024, 4, 1), date(2028, 4, 1))
HOUR = Priced("Home care", Unit.HOUR, 0, DayKind.ANY, "")
VALID = AgreementFacts(
    kind=Kind.COST_AND_VOLUME, state=AgreementState.LIVE, term=TERM, value_pence=90_000_000,
    risk=Risk.HIGH,
    signatures=tuple(
        SignatureFacts(side, Authority.HELD, TERM.starts_on, "Ann") for side in Side
    ),
    prices=(PriceFacts(HOUR, 1985, TERM),), payment_terms="Monthly", notice_days=90,
    has_contact=True, has_budget_holder=True, registered_on=TERM.starts_on,
    monitoring_plan_on=TERM.starts_on, exit_plan_on=TERM.starts_on,
    contingency_plan_on=TERM.starts_on, data_schedule=True, people_supported=86,
)  # fmt: skip
LACKED = tuple(replace(each, authority=Authority.LACKED) for each in VALID.signatures)
#: Each fault planted alone, and the one check that finds it.
PLANTED = {
    "SIGNED": {"signatures": VALID.signatures[:1]},
    "AUTHORITY": {"signatures": LACKED},
    "IN_TERM": {"term": Term(TERM.starts_on, date(2026, 4, 1))},
    "PRICED": {"prices": ()},
    "NO_PRICE_GAP": {"prices": (PriceFacts(HOUR, 1, Term(TERM.starts_on, date(2026, 4, 1))),)},
    "REGISTERED": {"registered_on": None},
    "PAYMENT_TERMS": {"payment_terms": ""},
    "ADVANCE": {"paid_in_advance": True},
    "NOTICE": {"notice_days": None},
    "CONTACT": {"has_contact": False},
    "BUDGET_HOLDER": {"has_budget_holder": False},
    "MONITORING": {"monitoring_plan_on": None},
    "DATA": {"data_schedule": False},
    "EXIT": {"exit_plan_on": None},
    "CONTINGENCY": {"contingency_plan_on": None},
    "EXEMPTION": {"exemption_ends_before": date(2026, 6, 3)},
    "EXTENSION": {"decide_extension_by": date(2026, 6, 2)},
}


def test_what_has_everything_is_in_order() -> None:
    assert to_put_right(VALID, on=ON) == ()


@pytest.mark.parametrize("code", PLANTED)
def test_each_fault_is_found_alone_with_a_reason(code: str) -> None:
    found = to_put_right(replace(VALID, **PLANTED[code]), on=ON)
    assert [each.code for each in found] == [code]
    assert all(each.why and each.mends for each in found)


def test_every_rule_has_a_planted_fault() -> None:
    assert [rule.code for rule in RULES] == list(PLANTED)


def test_what_a_file_does_not_hold_is_neither_met_nor_unmet() -> None:
    empty = AgreementFacts(
        kind=Kind.COST_AND_VOLUME, state=AgreementState.LIVE, term=TERM, value_pence=90_000_000,
        risk=Risk.HIGH, not_in_source=frozenset(rule.fact for rule in RULES),
    )  # fmt: skip
    assert {each.standing for each in checks(empty, on=ON)} == {Standing.NOT_IN_FILE}


def test_a_small_grant_has_few_duties() -> None:
    grant = AgreementFacts(
        kind=Kind.GRANT, state=AgreementState.LIVE, term=TERM, value_pence=200_000, risk=Risk.LOW,
        signatures=VALID.signatures, payment_terms="At once", has_contact=True,
        has_budget_holder=True,
    )  # fmt: skip
    assert to_put_right(grant, on=ON) == ()


def test_where_the_value_is_not_known_nobody_says_what_is_asked_of_its_size() -> None:
    unknown = replace(VALID, value_pence=None, risk=Risk.LOW, exit_plan_on=None)
    found = {each.code: each.standing for each in checks(unknown, on=ON)}
    assert found["EXIT"] is Standing.NOT_ASSESSED
    assert found["PAYMENT_TERMS"] is Standing.MET


def test_what_is_over_and_supports_nobody_is_asked_nothing() -> None:
    over = replace(VALID, state=AgreementState.ENDED, people_supported=None, payment_terms="")
    assert to_put_right(over, on=ON) == ()


def test_what_was_ended_early_and_is_still_used_is_found() -> None:
    ended = replace(VALID, state=AgreementState.TERMINATED)
    (found,) = to_put_right(ended, on=ON)
    assert (found.code, found.why) == (
        "IN_TERM",
        "It was terminated; 86 people are still supported",
    )


def test_a_price_for_any_day_covers_one_for_weekends_that_ran_out() -> None:
    weekend = replace(HOUR, day_kind=DayKind.WEEKEND)
    special = PriceFacts(weekend, 2300, Term(TERM.starts_on, date(2025, 4, 1)))
    assert to_put_right(replace(VALID, prices=(*VALID.prices, special)), on=ON) == ()


def test_every_state_says_where_it_may_go() -> None:
    assert set(MOVES) == set(AgreementState)


@pytest.mark.parametrize(
    ("pence", "ends", "a_year"),
    [
        (48_000, date(2028, 4, 1), 12_000),
        (48_001, date(2028, 4, 1), 12_001),  # a limit is never dodged by rounding
        (48_000, date(2024, 7, 1), 48_000),  # three months are not blown up to a year
        (48_000, None, 48_000),
    ],
)
def test_the_value_comes_to_so_much_in_a_year(pence: int, ends: date | None, a_year: int) -> None:
    assert annual_pence(pence, Term(TERM.starts_on, ends)) == a_year
    assert scheme_pence(pence, Term(TERM.starts_on, ends)) == a_year


def test_no_term_however_long_thins_a_value_out_below_a_limit() -> None:
    assert scheme_pence(48_000, Term(TERM.starts_on, date(2100, 4, 1))) == 12_000
    assert annual_pence(48_000, Term(TERM.starts_on, date(2100, 4, 1))) == 632


def test_further_days_come_to_what_the_value_comes_to_on_its_own() -> None:
    term = Term(date(2024, 4, 1), date(2028, 4, 1))
    after = date(2028, 4, 1)
    assert further_pence(48_000, term, after=after, until=date(2029, 4, 1)) == 12_000
    assert further_pence(48_000, term, after=after, until=date(2028, 4, 2)) == 1_000
    assert further_pence(48_000, term, after=after, until=after) == 0


def test_from_every_state_there_is_a_way_to_an_end() -> None:
    for state in MOVES:
        reached = {state}
        while more := {to for each in reached for to in MOVES[each]} - reached:
            reached |= more
        assert reached & OVER, state
