"""The rules of papers, in tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from carewright.govern.api import MOVES, Consulted, Nation, PaperState, blockers_to_send, unanswered
from carewright.govern.rules.assessments import every_wanted, missing, wanted
from carewright.govern.rules.meetings import reported_to
from carewright.govern.rules.papers import ASKED, PaperFacts

COMPLETE = PaperFacts(
    state=PaperState.DRAFT, title="T", summary="S", proposal="P", recommendation="R", contact="C",
    annual_value_pence=0, term_months=12, in_framework=False, people_affected=0, how_affected="H",
    options="O", contrary=False, provision="", final_decision=False, next_steps="N",
    consulted=frozenset({Consulted.LEGAL, Consulted.FINANCE}), missing=(),
)  # fmt: skip


def test_every_state_says_where_it_may_go() -> None:
    assert set(MOVES) == set(PaperState)


def test_a_complete_paper_can_be_sent_and_nought_and_no_are_answers() -> None:
    assert blockers_to_send(COMPLETE, reason="") == []


@pytest.mark.parametrize("name", [each[0] for each in ASKED])
def test_each_missing_answer_is_named(name: str) -> None:
    empty = "" if isinstance(getattr(COMPLETE, name), str) else None
    (blocker,) = unanswered(replace(COMPLETE, **{name: empty}))
    assert blocker.says


def test_a_decision_contrary_to_policy_names_the_provision() -> None:
    assert unanswered(replace(COMPLETE, contrary=True))
    assert not unanswered(replace(COMPLETE, contrary=True, provision="Plan 4"))


@pytest.mark.parametrize("whom", [Consulted.LEGAL, Consulted.FINANCE])
def test_nothing_goes_on_without_legal_and_finance_having_been_asked(whom: Consulted) -> None:
    (blocker,) = unanswered(replace(COMPLETE, consulted=COMPLETE.consulted - {whom}))
    assert whom.label.lower() in blocker.says


def test_what_is_missing_goes_on_with_a_signed_reason_only() -> None:
    lacking = replace(COMPLETE, missing=("Equality impact assessment",))
    (blocker,) = blockers_to_send(lacking, reason=" ")
    assert "Equality impact assessment" in blocker.says
    assert blockers_to_send(lacking, reason="It comes before the meeting") == []


@pytest.mark.parametrize("state", [PaperState.SENT, PaperState.DECIDED, PaperState.WITHDRAWN])
def test_a_paper_that_is_not_open_is_not_sent_again(state: PaperState) -> None:
    assert blockers_to_send(replace(COMPLETE, state=state), reason="")


def test_every_row_of_the_statutory_list_has_a_source_and_nobody_has_checked_it() -> None:
    assert all(each.source and not each.verified for each in every_wanted())
    assert {each.nation for each in every_wanted()} == set(Nation)


def test_a_duty_holds_from_its_day_on_and_until_the_next_takes_its_place() -> None:
    before = {each.code for each in wanted(Nation.SCOTLAND, on=date(2024, 3, 31))}
    after = {each.code for each in wanted(Nation.SCOTLAND, on=date(2024, 4, 1))}
    assert after - before == {"safe_staffing"}
    for day in (date(2025, 2, 23), date(2025, 2, 24)):
        advice = [e for e in wanted(Nation.ENGLAND, on=day) if e.code == "procurement_advice"]
        assert len(advice) == 1


def test_what_is_given_is_missing_no_more() -> None:
    codes = {each.code for each in wanted(Nation.WALES, on=date(2026, 1, 1))}
    left = missing(Nation.WALES, on=date(2026, 1, 1), given=codes - {"equality"})
    assert [each.code for each in left] == ["equality"]


@pytest.mark.parametrize(
    ("done", "met_before", "now", "reported"),
    [
        (5, None, 6, True),
        (5, 3, 6, True),
        (2, 3, 6, True),  # the next one, heard before or not
        (2, 7, 6, False),  # another comes first
        (2, 3, 9, True),
        (9, 3, 9, False),  # a past one, and what was done after it
    ],
)
def test_what_is_not_approved_comes_before_every_meeting_up_to_the_next(
    done: int, met_before: int | None, now: int, reported: bool
) -> None:
    hour = [datetime(2026, 6, 3, number, tzinfo=UTC) for number in range(10)]
    before = None if met_before is None else hour[met_before]
    assert reported_to(hour[done], before, hour[8], at=hour[now]) is reported
