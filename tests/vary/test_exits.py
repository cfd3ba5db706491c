"""An agreement ends by a plan, with its notice, and nobody loses their care by it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from carewright.contract import api as contract
from carewright.contract.api import AgreementState, CannotDo
from carewright.follow_up import api as follow_up
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.vary import api as vary
from carewright.vary.api import Cause, Counted, ExitState, StepKind
from carewright_engine.values.bank_holidays import Nation
from tests.factories import contract as contracts
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import vary as given
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db

OVER = datetime(2026, 12, 31, 18, tzinfo=NOW.tzinfo)
LAST = date(2026, 12, 31)


def people(agreement_id: UUID, by: platform.Officer, number: int) -> None:
    kept = contract.Kept(people_supported=number, people_counted_on=make.TODAY)
    contract.keep_plans(agreement_id=agreement_id, kept=kept, by=by, at=make.NOW)


def state(agreement_id: UUID, by: platform.Officer) -> AgreementState:
    return contracts.read(agreement_id, by).state


@pytest.mark.parametrize(
    ("cause", "counted", "earliest"),
    [
        (Cause.WE_END_IT, Counted.CALENDAR, date(2026, 7, 3)),
        (Cause.PROVIDER_ENDS_IT, Counted.CALENDAR, date(2026, 6, 17)),
        (Cause.WE_END_IT, Counted.WORKING, date(2026, 7, 16)),
        (Cause.TERM_ENDS, Counted.CALENDAR, None),
        (Cause.PROVIDER_FAILS, Counted.CALENDAR, None),
    ],
)
def test_notice_counts_from_the_day_after_it_is_given(
    cause: Cause, counted: Counted, earliest: date | None
) -> None:
    found = vary.notice_of(
        cause, given_on=make.TODAY, our_days=30, their_days=14, counted=counted,
        nation=Nation.SCOTLAND,
    )  # fmt: skip
    assert found.earliest_last_day == earliest


def test_an_end_before_its_notice_says_who_shortened_it(
    by: platform.Officer, agreement_id: UUID
) -> None:
    with pytest.raises(CannotDo, match="1 September 2026 at the earliest"):
        given.planned(agreement_id, by, last_day=date(2026, 8, 1))
    exit_id = given.planned(agreement_id, by, last_day=date(2026, 8, 1), waived="Ann Rowe, by mail")
    assert vary.exit_plan(exit_id, seen_by=by, at=make.NOW).earliest_last_day == date(2026, 9, 1)


def test_who_asks_for_the_end_does_not_confirm_it(
    by: platform.Officer, second: platform.Officer, agreement_id: UUID
) -> None:
    exit_id = given.planned(agreement_id, by)
    for one_person in (by, decisions.second_account(by, Role.COMMISSIONER)):
        with pytest.raises(CannotDo, match="Somebody else has to confirm it"):
            vary.confirm_exit(exit_id=exit_id, by=one_person, at=make.NOW)
    assert state(agreement_id, by) is AgreementState.LIVE
    vary.confirm_exit(exit_id=exit_id, by=second, at=make.NOW)
    assert state(agreement_id, by) is AgreementState.ENDING
    with pytest.raises(CannotDo, match="planned already"):
        given.planned(agreement_id, by)


def test_while_a_step_that_protects_people_is_open_the_agreement_does_not_end(
    by: platform.Officer, agreement_id: UUID
) -> None:
    exit_id = given.confirmed(agreement_id, by)
    task_id = given.step(exit_id, by)
    given.step(exit_id, by, kind=StepKind.MONEY, action="Settle the last invoice")
    with pytest.raises(CannotDo, match="people depend on it: Find each person a new provider"):
        vary.end_by_plan(exit_id=exit_id, last_day=LAST, by=by, at=OVER)
    follow_up.finish_action(task_id=task_id, evidence="All have moved", by=by, at=make.NOW)
    vary.end_by_plan(exit_id=exit_id, last_day=LAST, by=by, at=OVER)
    assert state(agreement_id, by) is AgreementState.TERMINATED
    assert vary.exit_plan(exit_id, seen_by=by, at=OVER).state is ExitState.ENDED


def test_nobody_ends_alone_before_the_day_that_two_have_agreed(
    by: platform.Officer, agreement_id: UUID
) -> None:
    exit_id = given.confirmed(agreement_id, by)
    with pytest.raises(CannotDo, match="planned anew, with a second person"):
        vary.end_by_plan(exit_id=exit_id, last_day=LAST - timedelta(days=1), by=by, at=OVER)
    assert state(agreement_id, by) is AgreementState.ENDING


def test_once_all_care_has_gone_elsewhere_a_paper_holds_nothing_up(
    by: platform.Officer, agreement_id: UUID
) -> None:
    people(agreement_id, by, 12)
    exit_id = given.confirmed(agreement_id, by)
    given.step(exit_id, by)
    assert vary.exit_plan(exit_id, seen_by=by, at=make.NOW).people_affected == 12
    vary.count_who_is_left(exit_id=exit_id, people=0, counted_on=make.TODAY, by=by, at=make.NOW)
    vary.end_by_plan(exit_id=exit_id, last_day=LAST, by=by, at=OVER)
    assert state(agreement_id, by) is AgreementState.TERMINATED


def test_people_who_are_left_go_on_by_a_dated_exception(
    by: platform.Officer, agreement_id: UUID
) -> None:
    people(agreement_id, by, 3)
    exit_id = given.confirmed(agreement_id, by)
    given.step(exit_id, by)
    contract.let_care_go_on(
        agreement_id=agreement_id, reason="Three wait for a place", owner_id=by.id,
        until=make.TODAY + timedelta(days=60), by=by, at=make.NOW,
    )  # fmt: skip
    vary.end_by_plan(exit_id=exit_id, last_day=LAST, by=by, at=OVER)
    going_on = contract.may_call_off(
        agreement_id, seen_by=by, on=date(2027, 1, 4), already_supported=True
    )
    assert going_on.allowed


def test_a_step_sent_twice_is_one_step(by: platform.Officer, agreement_id: UUID) -> None:
    exit_id = given.planned(agreement_id, by)
    intent = platform.Intent(key=exit_id, fingerprint="a" * 64)
    first, again = (given.step(exit_id, by, intent=intent) for _ in range(2))
    assert first == again
    found = vary.exit_plan(exit_id, seen_by=by, at=make.NOW)
    assert len(found.steps) == 1
    assert StepKind.DATA in found.missing_kinds


def test_an_end_that_nobody_confirmed_is_withdrawn_with_its_reason(
    by: platform.Officer, agreement_id: UUID
) -> None:
    exit_id = given.planned(agreement_id, by)
    vary.withdraw_exit(exit_id=exit_id, reason="They stay", by=by, at=make.NOW)
    with pytest.raises(CannotDo, match="It is withdrawn"):
        given.step(exit_id, by)
    assert given.planned(agreement_id, by)


def test_while_a_plan_stands_nothing_else_ends_the_agreement(
    by: platform.Officer, agreement_id: UUID
) -> None:
    by_hand = {"agreement_id": agreement_id, "reason": "Over", "by": by, "at": make.NOW}
    exit_id = given.planned(agreement_id, by)
    with pytest.raises(CannotDo, match="which alone ends it"):
        contract.end_agreement(last_day=make.TODAY, **by_hand)
    vary.withdraw_exit(exit_id=exit_id, reason="They stay", by=by, at=make.NOW)
    contract.end_agreement(last_day=make.TODAY, **by_hand)
    assert state(agreement_id, by) is AgreementState.TERMINATED


def test_what_needs_an_exit_plan_is_ended_by_it(by: platform.Officer) -> None:
    large = contracts.live(by, value_pence=60_000_000)
    exit_id = given.confirmed(large, by)
    with pytest.raises(CannotDo, match="which alone ends it"):
        contract.end_agreement(
            agreement_id=large, last_day=make.TODAY, reason="Over", by=by, at=make.NOW
        )
    vary.end_by_plan(exit_id=exit_id, last_day=LAST, by=by, at=OVER)
    assert state(large, by) is AgreementState.TERMINATED


def test_what_was_signed_and_never_began_takes_no_plan(by: platform.Officer) -> None:
    with pytest.raises(CannotDo, match="Only an agreement that has begun"):
        given.planned(contracts.signed(by), by)


def test_a_stranger_finds_no_exit_plan(
    by: platform.Officer, stranger: platform.Officer, agreement_id: UUID
) -> None:
    exit_id = given.planned(agreement_id, by)
    with pytest.raises(platform.NotYours):
        vary.confirm_exit(exit_id=exit_id, by=stranger, at=make.NOW)
    with pytest.raises(platform.NotFound):
        vary.exit_plan(exit_id, seen_by=stranger, at=make.NOW)
