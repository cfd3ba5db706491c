"""No variation, end or exemption is stuck: from wherever it stands, people can take it on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError

from carewright.contract.api import AgreementState, CannotDo
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.vary import api as vary
from carewright.vary import models
from carewright.vary.api import Counted, ExitState, VariationState, What
from tests.factories import contract as contracts
from tests.factories import platform as make
from tests.factories import together
from tests.factories import vary as given

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(hours=4)


@pytest.mark.parametrize("moves", [vary.VARIATION_MOVES, vary.EXIT_MOVES, vary.EXEMPTION_MOVES])
def test_from_every_state_there_is_a_way_to_an_end(moves: Mapping[Any, frozenset[Any]]) -> None:
    assert set(moves) == set(type(next(iter(moves))))
    for state in moves:
        reached = {state}
        while more := {to for each in reached for to in moves[each]} - reached:
            reached |= more
        assert any(not moves[each] for each in reached), state


def state_of(variation_id: UUID, by: platform.Officer) -> VariationState:
    return vary.variation(variation_id, seen_by=by).state


def test_what_was_signed_and_cannot_be_carried_out_is_set_aside_by_two(
    by: platform.Officer, second: platform.Officer, agreement_id: UUID
) -> None:
    answers = {**given.ANSWERS, "favours_supplier": False}
    variation_id = given.signed(
        agreement_id, by, touches=(What.VALUE,), change_pence=-10_000_001, answers=answers
    )
    about = {"variation_id": variation_id, "at": LATER}
    with pytest.raises(CannotDo, match="less than nothing"):
        vary.apply_variation(by=by, **about)
    vary.ask_variation_back(reason="A figure too many", by=by, **about)
    with pytest.raises(CannotDo, match="that is decided first"):
        vary.apply_variation(by=by, **about)
    with pytest.raises(CannotDo, match="Somebody else has to confirm it"):
        vary.confirm_variation_back(by=by, **about)
    vary.confirm_variation_back(by=second, **about)
    assert state_of(variation_id, by) is VariationState.SET_ASIDE
    given.approved(agreement_id, by)  # and it counts no more


def test_what_nobody_confirms_stays_as_it_is_and_goes_on(
    by: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.approved(agreement_id, by)
    about = {"variation_id": variation_id, "by": by, "at": LATER}
    vary.ask_variation_back(reason="A figure", **about)
    vary.keep_variation(reason="The figure is right", **about)
    given.sign(variation_id, by)
    assert state_of(variation_id, by) is VariationState.SIGNED


def test_who_stands_in_for_whoever_asked_confirms_nothing(
    by: platform.Officer, second: platform.Officer, agreement_id: UUID
) -> None:
    together.cover(by, second)
    exit_id = given.planned(agreement_id, by)
    with pytest.raises(CannotDo, match="You stand in for whoever asked"):
        vary.confirm_exit(exit_id=exit_id, by=second, at=make.NOW)


def test_what_nobody_decides_on_is_taken_back_and_withdrawn(
    by: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.written(agreement_id, by)
    request_id = vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)
    decide.withdraw_request(request_id=request_id, reason="No answer", by=by, at=LATER)
    vary.withdraw_variation(variation_id=variation_id, reason="No answer", by=by, at=LATER)
    assert state_of(variation_id, by) is VariationState.WITHDRAWN


def test_two_undo_a_confirmed_end_and_it_may_be_planned_anew(
    by: platform.Officer, second: platform.Officer, agreement_id: UUID
) -> None:
    exit_id = given.confirmed(agreement_id, by)
    about = {"exit_id": exit_id, "at": make.NOW}
    with pytest.raises(CannotDo, match="so two undo it"):
        vary.withdraw_exit(reason="They stay", by=by, **about)
    vary.ask_exit_back(reason="The provider stays", by=by, **about)
    with pytest.raises(CannotDo, match="that is decided first"):
        vary.end_by_plan(last_day=date(2026, 12, 31), by=by, **about)
    with pytest.raises(CannotDo, match="Somebody else has to confirm it"):
        vary.confirm_exit_back(by=by, **about)
    vary.keep_exit(reason="It leaves after all", by=by, **about)
    vary.ask_exit_back(reason="The provider stays", by=by, **about)
    vary.confirm_exit_back(by=second, **about)
    assert vary.exit_plan(exit_id, seen_by=by, at=make.NOW).state is ExitState.WITHDRAWN
    assert contracts.read(agreement_id, by).state is AgreementState.LIVE
    assert given.planned(agreement_id, by)
    with pytest.raises(IntegrityError, match="undone_by_a_second_person"):
        models.Exit.objects.filter(pk=exit_id).update(undone_by_account=by.account_id)


def test_notice_of_a_day_gone_by_says_how_it_is_known(
    by: platform.Officer, agreement_id: UUID
) -> None:
    gone = make.TODAY - timedelta(days=60)
    with pytest.raises(CannotDo, match="notice was given on a day gone by"):
        given.planned(agreement_id, by, notice_given_on=gone)
    exit_id = given.planned(agreement_id, by, notice_given_on=gone, notice_why="Their letter")
    assert vary.exit_plan(exit_id, seen_by=by, at=make.NOW).notice_why == "Their letter"


def test_working_days_of_no_known_nation_are_not_assessed() -> None:
    found = vary.notice_of(
        vary.Cause.WE_END_IT, given_on=make.TODAY, our_days=30, their_days=14,
        counted=Counted.WORKING, nation=None,
    )  # fmt: skip
    assert found.earliest_last_day is None
    assert "Not assessed" in found.says
