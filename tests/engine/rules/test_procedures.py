"""Ways to an award, typed a second time from the laws: periods, standstill, notices, by hand."""

from __future__ import annotations

from datetime import date

import pytest

from carewright_engine.rules.facts import Regime
from carewright_engine.rules.procedures import (
    COLUMNS,
    Standstill,
    Way,
    every_procedure,
    least_close,
    least_signature,
    procedure,
    procedures,
    read_procedures,
)
from carewright_engine.rules.reading import NotInForce
from carewright_engine.rules.refusing import RefusedData
from carewright_engine.values.bank_holidays import Nation

ON = date(2026, 6, 3)
ENGLAND, SCOTLAND = Nation.ENGLAND, Nation.SCOTLAND
WALES, NORTHERN_IRELAND = Nation.WALES, Nation.NORTHERN_IRELAND
ACT, BELOW = Regime.PA2023, Regime.BELOW_THRESHOLD
MUST, MAY, NONE = Standstill.MANDATORY, Standstill.VOLUNTARY, Standstill.NONE

#: Regime, way, nation, light touch: least days to tender, standstill, numbers of the notices.
LAW = [
    (ACT, Way.OPEN, ENGLAND, False, 25, MUST, "UK4 UK6 UK7"),
    (ACT, Way.RESTRICTED, ENGLAND, False, 25, MUST, "UK4 UK6 UK7"),
    (ACT, Way.OPEN_FRAMEWORK, WALES, False, 25, MUST, "UK4 UK6 UK7"),
    (ACT, Way.CALL_OFF_COMPETITION, ENGLAND, False, None, MAY, "UK6 UK7"),
    (ACT, Way.CALL_OFF_DIRECT, ENGLAND, False, None, MAY, "UK6 UK7"),
    (ACT, Way.DYNAMIC_MARKET, ENGLAND, False, 10, MAY, "UK4 UK6 UK7"),
    (ACT, Way.DIRECT, NORTHERN_IRELAND, False, None, MUST, "UK5 UK6 UK7"),
    (ACT, Way.URGENT, ENGLAND, False, None, MAY, "UK5 UK6 UK7"),
    (ACT, Way.OPEN, WALES, True, None, MAY, "UK4 UK6 UK7"),
    (ACT, Way.RESTRICTED, ENGLAND, True, None, MAY, "UK4 UK6 UK7"),
    (ACT, Way.OPEN_FRAMEWORK, ENGLAND, True, None, MAY, "UK4 UK6 UK7"),
    (ACT, Way.FLEXIBLE_REOPENING, ENGLAND, True, None, MAY, "UK4 UK6 UK7"),
    (ACT, Way.CALL_OFF_COMPETITION, ENGLAND, True, None, MAY, "UK6 UK7"),
    (ACT, Way.CALL_OFF_DIRECT, ENGLAND, True, None, MAY, "UK6 UK7"),
    (ACT, Way.DYNAMIC_MARKET, ENGLAND, True, None, MAY, "UK4 UK6 UK7"),
    (ACT, Way.DIRECT, ENGLAND, True, None, MAY, "UK5 UK6 UK7"),
    (ACT, Way.URGENT, ENGLAND, True, None, MAY, "UK5 UK6 UK7"),
    (ACT, Way.USER_CHOICE, ENGLAND, True, None, NONE, ""),
    (BELOW, Way.OPEN, WALES, True, None, NONE, "UK4 UK7"),
    (BELOW, Way.DIRECT, ENGLAND, False, None, NONE, "UK7"),
    (Regime.PSR2023, Way.PSR_DIRECT_A, ENGLAND, True, None, NONE, "award"),
    (Regime.PSR2023, Way.PSR_DIRECT_B, ENGLAND, True, None, NONE, "award"),
    (Regime.PSR2023, Way.PSR_DIRECT_C, ENGLAND, True, None, MUST, "intention award"),
    (Regime.PSR2023, Way.PSR_MOST_SUITABLE, ENGLAND, True, None, MUST, "intention award"),
    (Regime.PSR2023, Way.PSR_COMPETITIVE, ENGLAND, True, None, MUST, "intention award"),
    (Regime.PSR2023, Way.PSR_URGENT, ENGLAND, True, None, NONE, "urgent"),
    (Regime.SCOT_HIGHER, Way.OPEN, SCOTLAND, True, None, MUST, "contract_notice award_notice"),
    (Regime.SCOT_REGULATED, Way.OPEN, SCOTLAND, True, None, NONE, "contract_notice award_notice"),
    (Regime.SCOT_REGULATED, Way.DIRECT, SCOTLAND, True, None, NONE, "award_notice"),
]
NOT_NOTICES = {"conflicts", "summaries", "reasons"}


@pytest.mark.parametrize(("regime", "way", "nation", "touch", "days", "standstill", "notices"), LAW)
def test_each_way_has_the_periods_standstill_and_notices_of_its_law(
    regime: Regime,
    way: Way,
    nation: Nation,
    touch: bool,
    days: int | None,
    standstill: Standstill,
    notices: str,
) -> None:
    row = procedure(regime, way, nation, ON, light_touch=touch)
    closes = least_close(row, ON)
    assert (None if closes is None else (closes - ON).days) == days
    assert row.standstill is standstill
    named = [name.split(".")[1] for name in (*row.before_contract, *row.after_contract)]
    given = [name.upper() if name.startswith("uk") else name for name in named]
    assert " ".join(name for name in given if name not in NOT_NOTICES) == notices


def test_the_table_has_every_row() -> None:
    typed = {procedure(*row[:3], ON, light_touch=row[3]).id for row in LAW}
    assert typed == set(every_procedure())


#: Notice, first day of signature; holidays of each nation stand in the way, or do not.
SIGNED = [
    (ACT, Way.OPEN, ENGLAND, False, date(2025, 12, 22), date(2026, 1, 7)),  # 2 January, Scotland
    (ACT, Way.OPEN, WALES, False, date(2025, 3, 10), date(2025, 3, 21)),  # St Patrick's Day
    (ACT, Way.OPEN, NORTHERN_IRELAND, False, date(2026, 7, 6), date(2026, 7, 17)),  # 13 July
    (ACT, Way.OPEN, ENGLAND, False, date(2027, 11, 25), date(2027, 12, 8)),  # St Andrew's Day
    (Regime.PSR2023, Way.PSR_COMPETITIVE, ENGLAND, True, date(2025, 3, 10), date(2025, 3, 22)),
    (Regime.PSR2023, Way.PSR_DIRECT_A, ENGLAND, True, date(2025, 3, 10), date(2025, 3, 10)),
    (Regime.SCOT_HIGHER, Way.OPEN, SCOTLAND, True, date(2027, 11, 20), date(2027, 12, 2)),
    (Regime.SCOT_HIGHER, Way.OPEN, SCOTLAND, True, date(2026, 3, 27), date(2026, 4, 7)),
]


@pytest.mark.parametrize(("regime", "way", "nation", "touch", "notice", "signed"), SIGNED)
def test_the_contract_waits_for_the_standstill_over_the_holidays_of_its_law(
    regime: Regime, way: Way, nation: Nation, touch: bool, notice: date, signed: date
) -> None:
    row = procedure(regime, way, nation, notice, light_touch=touch)
    assert least_signature(row, notice) == signed


def test_a_voluntary_standstill_counts_where_it_is_given_and_keeps_its_length() -> None:
    row = procedure(ACT, Way.FLEXIBLE_REOPENING, ENGLAND, ON, light_touch=True)
    notice = date(2026, 6, 10)
    assert least_signature(row, notice) == notice
    assert least_signature(row, notice, voluntary=True) == date(2026, 6, 23)


def test_a_persons_choice_has_no_standstill_even_of_ones_own_accord() -> None:
    row = procedure(ACT, Way.USER_CHOICE, ENGLAND, ON, light_touch=True)
    assert least_signature(row, ON, voluntary=True) == ON


def test_letters_by_other_means_make_scotlands_standstill_longer() -> None:
    row = procedure(Regime.SCOT_HIGHER, Way.OPEN, SCOTLAND, ON, light_touch=True)
    sent = date(2028, 7, 28)
    assert least_signature(row, sent) == date(2028, 8, 9)
    assert least_signature(row, sent, by_other_means=True) == date(2028, 8, 15)


def test_another_period_of_the_row_is_counted_by_its_name() -> None:
    row = procedure(ACT, Way.OPEN, ENGLAND, ON, light_touch=False)
    assert least_close(row, date(2025, 9, 1), period="pa2023.tendering.paper") == date(2025, 10, 6)
    with pytest.raises(ValueError, match="has no period"):
        least_close(row, ON, period="pa2023.participation")


def test_light_touch_alone_knows_flexible_re_opening_and_a_persons_choice() -> None:
    ways = {row.way for row in procedures(ACT, ENGLAND, ON, light_touch=True)}
    others = {row.way for row in procedures(ACT, ENGLAND, ON, light_touch=False)}
    assert ways - others == {Way.FLEXIBLE_REOPENING, Way.USER_CHOICE}
    assert others <= ways


@pytest.mark.parametrize(
    ("regime", "nation", "on"),
    [(ACT, SCOTLAND, ON), (ACT, ENGLAND, date(2025, 2, 23)), (Regime.PSR2023, WALES, ON)],
)
def test_no_way_is_known_before_its_law_or_in_another_nation(
    regime: Regime, nation: Nation, on: date
) -> None:
    with pytest.raises(NotInForce):
        procedure(regime, Way.OPEN, nation, on, light_touch=False)


def test_nobody_has_read_a_way_in_its_source_yet() -> None:
    assert not any(row.verified for rows in every_procedure().values() for row in rows)


@pytest.mark.parametrize(
    ("standstill", "limit", "notices", "why"),
    [
        ("mandatory", "", "", "a standstill has a limit"),
        ("none", "pa2023.standstill", "", "none has none"),
        ("mandatory", "a.b", "", "is not a time limit"),
        ("none", "", "a.b", "is not an obligation"),
    ],
)
def test_a_row_that_leads_nowhere_is_refused(
    standstill: str, limit: str, notices: str, why: str
) -> None:
    row = f"a.b,Words,pa2023,open,no,england,2025-01-01,,,,{standstill},{limit},{notices},,Law,no"
    with pytest.raises(RefusedData, match=why):
        read_procedures(f"{','.join(COLUMNS)}\n{row}\n")
