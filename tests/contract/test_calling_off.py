"""After its end nothing new begins under an agreement; care that is given goes on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from carewright.contract import api as contract
from carewright.contract.api import Basis
from carewright.platform import api as platform
from tests.factories import contract as given
from tests.factories import platform as make

AFTER = date(2028, 4, 1)  # the day after the last

pytestmark = pytest.mark.django_db


def codes(answer: contract.Answer) -> list[str]:
    return [each.code for each in answer.reasons]


def test_within_the_term_care_is_called_off_under_the_agreement(by: platform.Officer) -> None:
    agreement_id = given.live(by)
    found = contract.may_call_off(agreement_id, on=AFTER - timedelta(days=1), seen_by=by)
    assert (found.allowed, found.basis, found.reasons) == (True, Basis.AGREEMENT, ())


def test_after_the_end_routine_care_is_refused_and_the_successor_named(
    by: platform.Officer,
) -> None:
    agreement_id = given.live(by)
    follows = given.whole(by, title="Care at home 2028")
    contract.name_successor(agreement_id=agreement_id, successor_id=follows, by=by, at=make.NOW)
    found = contract.may_call_off(agreement_id, on=AFTER, seen_by=by)
    assert (found.allowed, found.basis, codes(found)) == (
        False, Basis.NOTHING, ["EXPIRED", "SUCCESSOR"],
    )  # fmt: skip
    assert found.successor is not None
    assert found.successor.id == follows
    assert "C-0001 ended on 31 March 2028" in found.reasons[0].says


@pytest.mark.parametrize("why", ["urgent", "already_supported"])
def test_people_already_supported_and_urgent_need_do_not_wait(
    by: platform.Officer, why: str
) -> None:
    agreement_id = given.live(by)
    found = contract.may_call_off(agreement_id, on=AFTER, seen_by=by, **{why: True})
    assert (found.allowed, found.basis, found.exception_wanted) == (True, Basis.EXCEPTION, True)


def test_the_dated_exception_is_named_and_its_clock_told(by: platform.Officer) -> None:
    agreement_id = given.live(by)
    contract.let_care_go_on(
        agreement_id=agreement_id, reason="The successor waits for a signature", owner_id=by.id,
        until=make.TODAY + timedelta(days=30), by=by, at=make.NOW,
    )  # fmt: skip
    asked = {"already_supported": True, "seen_by": by}
    contract.keep_plans(agreement_id=agreement_id, kept=contract.Kept(), by=by, at=make.NOW)
    late = contract.may_call_off(agreement_id, on=AFTER, **asked)
    assert late.allowed
    assert late.exception is not None
    assert not late.exception_wanted
    assert codes(late) == ["EXPIRED", "CLOCK"]


def test_what_is_not_signed_takes_nothing_new(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    contract.begin_agreement(agreement_id=agreement_id, reason="An emergency", by=by, at=make.NOW)
    found = contract.may_call_off(agreement_id, on=make.TODAY, seen_by=by)
    assert (found.allowed, codes(found)) == (False, ["UNSIGNED"])
    assert contract.may_call_off(agreement_id, on=make.TODAY, urgent=True, seen_by=by).allowed


def test_a_stranger_hears_nothing(by: platform.Officer) -> None:
    agreement_id = given.live(by)
    with pytest.raises(platform.NotFound):
        contract.may_call_off(agreement_id, on=AFTER, seen_by=make.commissioner())
