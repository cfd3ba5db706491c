"""Obligations over regime, light touch, a person's choice, value and kind: the whole table."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.rules.facts import ContractFacts, Kind, Regime, Route
from carewright_engine.rules.obligation_rules import Basis, Event, Kinds, every_obligation_rule
from carewright_engine.rules.words import FACTS
from tests.engine.rules.obligation_table import (
    CASES,
    EXPECTED,
    ROUTES,
    VALUES,
    WHATEVER,
    Case,
    owed,
    the_case,
)


@pytest.mark.parametrize("regime", Regime)
@pytest.mark.parametrize("kind", Kind)
def test_what_is_owed_is_what_the_law_says_for_each_cell_of_the_table(
    regime: Regime, kind: Kind
) -> None:
    table = EXPECTED[regime] | WHATEVER
    for case in CASES:
        if (case.regime, case.kind) == (regime, kind) and case.can_be:
            found = {each.rule: each for each in owed(case.facts)}
            assert set(found) == {rule for rule, (_, so) in table.items() if so(case)}, case
            assert all(table[rule][0] in each.source for rule, each in found.items())
            assert not any(each.needs for each in found.values()), case


def test_every_rule_of_an_agreement_was_written_twice_and_is_tried_both_ways() -> None:
    twice = {rule for table in (*EXPECTED.values(), WHATEVER) for rule in table}
    kept = {rule.id for rows in every_obligation_rule().values() for rule in rows
            if rule.kinds is not Kinds.AUTHORITY}  # fmt: skip
    assert kept - twice == {
        "pa2023.uk9.wales", "pa2023.uk9.end.wales", "pa2023.uk9.breach.wales",
        "scot_higher.standstill.other",
    }  # fmt: skip
    assert twice <= kept
    for regime, table in EXPECTED.items():
        for rule, (_, so) in table.items():
            answers = {so(case) for case in CASES if case.regime is regime}
            assert answers == {True, False}, rule


def test_the_table_is_the_whole_product_and_no_cell_of_it_is_left_out() -> None:
    cells = {(c.regime, c.light_touch, c.user_choice, c.value, c.kind) for c in CASES}
    assert cells == set(product(Regime, (False, True), (False, True), VALUES, Kind))
    assert {case.route for case in CASES} == set(Route)
    assert len(CASES) == sum(4 * len(VALUES) * len(Kind) * len(ROUTES[each]) for each in Regime)


def test_a_choice_that_cannot_have_been_made_gives_no_day_under_any_law() -> None:
    for case in CASES:
        if not case.can_be:
            by_law = [each for each in owed(case.facts) if each.basis is Basis.LAW]
            assert all(each.last_day is None for each in by_law)
            assert all("the person chose: " in each.when for each in by_law), case


MAY_BE_UNKNOWN = sorted(each.name for each in fields(ContractFacts) if each.name in FACTS)
#: Things that need not happen, and the end, without which what recurs goes on.
NEVER_KNOWN_TO_BE_MISSING = {
    "change_planned_on", "change_made_on", "breach_on", "transfer_on", "price_review_on",
}  # fmt: skip
RECURRING = {Event.VISIT, Event.ANNIVERSARY, Event.PRICE_REVIEW, Event.ACCOUNTS, Event.INSURANCE}


@given(
    st.sampled_from([case for case in CASES if case.can_be]),
    st.sets(st.sampled_from(MAY_BE_UNKNOWN), min_size=1, max_size=6),
)
def test_what_is_not_known_is_asked_for_and_never_guessed(case: Case, unknown: set[str]) -> None:
    whole = owed(case.facts)
    part = owed(replace(case.facts, **dict.fromkeys(unknown)))
    asked = {each.rule for each in part if each.needs}
    for each in part:
        goes_on = "ends_before" in unknown and each.counts_from in RECURRING
        assert each.needs or each in whole or goes_on, each.rule
    for each in whole:
        silent = each.counts_from.value in unknown & NEVER_KNOWN_TO_BE_MISSING
        assert each in part or each.rule in asked or silent, each.rule


def test_nothing_known_at_all_gives_no_day() -> None:
    assert all(each.needs and each.due is None for each in owed(ContractFacts()))


def test_no_obligation_is_called_verified_before_a_person_has_read_its_source() -> None:
    assert not any(rule.verified for rows in every_obligation_rule().values()
                   for rule in rows)  # fmt: skip


def test_the_soonest_come_first_and_those_without_a_day_last() -> None:
    days = [each.last_day or date.max for each in owed(the_case(Regime.PA2023))]
    assert days == sorted(days)
