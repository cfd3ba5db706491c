"""Regimes and notices, typed a second time, and notices held against the table of obligations."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest

from carewright_engine.rules.applying import NATIONS_OF
from carewright_engine.rules.dated import dated_of
from carewright_engine.rules.facts import Regime
from carewright_engine.rules.obligation_rules import Either, every_obligation_rule
from carewright_engine.rules.reading import held_on
from carewright_engine.rules.refusing import RefusedData
from carewright_engine.rules.regimes import (
    NOTICE_COLUMNS,
    Given,
    Notice,
    Vat,
    every_notice,
    every_regime,
    read_notices,
)  # fmt: skip
from carewright_engine.values.bank_holidays import Nation

ACT, PSR, SCOTLAND = date(2025, 2, 24), date(2024, 1, 1), date(2016, 4, 18)
ELSEWHERE = set(Nation) - {Nation.SCOTLAND}
REGIMES = [
    ("pa2023", ACT, ELSEWHERE, Vat.INCLUDED, "sections 1 to 4"),
    ("below_threshold", ACT, {Nation.ENGLAND, Nation.WALES}, Vat.INCLUDED, "84 to 88"),
    ("pcr2015", date(2015, 2, 26), ELSEWHERE, Vat.INCLUDED, "SI 2015/102"),
    ("psr2023", PSR, {Nation.ENGLAND}, Vat.INCLUDED, "SI 2023/1348"),
    ("scot_higher", SCOTLAND, {Nation.SCOTLAND}, Vat.INCLUDED, "SSI 2015/446"),
    ("scot_regulated", SCOTLAND, {Nation.SCOTLAND}, Vat.LEFT_OUT, "Reform (Scotland) Act 2014"),
]
#: Number, first day, for light touch, for a person's choice, and where it is written.
NOTICES = [
    (1, ACT, True, True, "section 93"), (2, ACT, True, False, "section 17"),
    (3, ACT, True, False, "section 15"), (4, ACT, True, False, "sections 21 and 87"),
    (5, ACT, True, False, "section 44"), (6, ACT, True, False, "section 50"),
    (7, ACT, True, False, "sections 53 and 87(3)"), (8, date(2026, 4, 1), True, True, "section 70"),
    (9, date(2026, 1, 1), False, False, "71"), (10, ACT, False, False, "section 75"),
    (11, ACT, True, False, "section 80"), (12, ACT, True, False, "section 55"),
    (13, ACT, True, False, "39(2)"), (14, ACT, True, False, "39(3)"),
    (15, ACT, True, False, "39(4)"), (16, ACT, True, False, "39(5)"),
    (17, date(2026, 1, 1), True, True, "section 69"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "starts_on", "nations", "vat", "written"), REGIMES)
def test_each_regime_begins_on_its_day_and_holds_in_its_nations(
    name: str, starts_on: date, nations: set[Nation], vat: Vat, written: str
) -> None:
    row = held_on(every_regime(), name, starts_on)
    assert (row.starts_on, row.ends_before, row.vat) == (starts_on, None, vat)
    assert row.jurisdiction.nations == nations
    assert written in row.source


def test_every_regime_has_its_row_and_the_nations_that_the_rules_take_for_possible() -> None:
    assert set(every_regime()) == {regime.value for regime in Regime} == {r[0] for r in REGIMES}
    for regime in set(Regime) - {Regime.BELOW_THRESHOLD}:  # which anybody may be below
        assert every_regime()[regime.value][0].jurisdiction.nations == NATIONS_OF[regime]


@pytest.mark.parametrize(("number", "starts_on", "light", "chosen", "written"), NOTICES)
def test_each_notice_of_the_act_is_due_for_the_contracts_that_the_law_names(
    number: int, starts_on: date, light: bool, chosen: bool, written: str
) -> None:
    notice = held_on(every_notice(), f"pa2023.notice.uk{number}", starts_on)
    assert (notice.number, notice.starts_on) == (f"UK{number}", starts_on)
    assert (notice.light_touch is Given.YES, notice.user_choice is Given.YES) == (light, chosen)
    assert written in notice.source


def every_row() -> list[Notice]:
    return list(chain.from_iterable(every_notice().values()))


def test_there_are_seventeen_notices() -> None:
    assert {notice.number for notice in every_row()} == {f"UK{n}" for n in range(1, 18)}


def test_the_obligations_of_a_notice_except_whom_the_notice_excepts() -> None:
    for notice in every_row():
        rules = list(chain.from_iterable(every_obligation_rule()[name] for name in notice.rules))
        if notice.light_touch is Given.NO:
            assert all(rule.light_touch is Either.NO for rule in rules), notice.number
        elif rules:
            assert any(rule.light_touch is not Either.NO for rule in rules), notice.number
        if notice.user_choice is Given.NO:  # which is of light touch, and of no competition
            spared = (
                rule.user_choice is Either.NO or rule.light_touch is Either.NO
                or "competition" in rule.routes or rule.id == "below_threshold.uk7"
                for rule in rules
            )  # fmt: skip
            assert all(spared), notice.number


def test_every_obligation_to_publish_a_numbered_notice_belongs_to_that_notice() -> None:
    for notice in every_row():
        named = {name for name, rows in every_obligation_rule().items()
                 if f"({notice.number})" in rows[0].words}  # fmt: skip
        assert named == set(notice.rules), notice.number


def test_a_notice_of_a_rule_that_does_not_exist_is_refused() -> None:
    row = "pa2023.notice.uk1,UK1,Pipeline,england,2025-02-24,,Soon,yes,no,pa2023.lost,Act,no"
    with pytest.raises(RefusedData, match=r"rules: pa2023\.lost is no rule of obligation"):
        read_notices(f"{','.join(NOTICE_COLUMNS)}\n{row}\n")


def test_every_regime_of_a_threshold_is_a_regime() -> None:
    named = {row.regime for rows in dated_of("thresholds.csv").values() for row in rows}
    assert named <= set(every_regime())


def test_every_limit_that_an_obligation_counts_is_one_that_is_kept() -> None:
    from carewright_engine.rules.dated import every_dated
    from carewright_engine.rules.time_limits import every_time_limit

    for rows in every_obligation_rule().values():
        for rule in rows:
            assert rule.limit in {"", "notice_days", *every_time_limit()}, rule.id
            assert rule.threshold in {"", *every_dated()}, rule.id
