"""After its end nothing new begins under an agreement; care that is given goes on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from carewright.contract import api as contract
from carewright.contract.api import Basis
from carewright.platform import api as platform
from carewright.platform.api import Role
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


def test_care_of_a_day_before_the_end_was_given_under_the_agreement(by: platform.Officer) -> None:
    agreement_id = given.live(by)
    contract.end_agreement(
        agreement_id=agreement_id, last_day=make.TODAY, reason="It closed", by=by, at=make.NOW
    )
    asked = {"already_supported": True, "seen_by": by}
    assert contract.may_call_off(agreement_id, on=make.TODAY, **asked).basis is Basis.AGREEMENT
    after = contract.may_call_off(agreement_id, on=make.TODAY + timedelta(days=1), **asked)
    assert (after.allowed, after.basis, codes(after)) == (True, Basis.EXCEPTION, ["OVER"])


def test_a_stranger_hears_nothing(by: platform.Officer) -> None:
    agreement_id = given.live(by)
    with pytest.raises(platform.NotFound):
        contract.may_call_off(agreement_id, on=AFTER, seen_by=make.commissioner())


TUESDAY = datetime(2028, 4, 4, 9, tzinfo=UTC)
FRIDAY = datetime(2028, 4, 7, 15, tzinfo=UTC)


def signed_and_begun(
    agreement_id: UUID, by: platform.Officer, director: platform.Officer, at: datetime
) -> None:
    ours, *theirs = given.read(agreement_id, by).parties
    done = {"agreement_id": agreement_id, "by": by, "at": at}
    contract.record_signature(party_id=ours.id, officer_id=director.id, signed_on=at.date(), **done)
    for party in theirs:
        contract.record_signature(party_id=party.id, name="Ann Rowe", signed_on=at.date(), **done)
    contract.begin_agreement(**done)


def test_what_is_found_expired_on_tuesday_is_put_right_by_friday_with_no_visit_missed(
    by: platform.Officer,
) -> None:
    expired = given.live(by, people_supported=86)
    follows = given.whole(
        by, title="Care at home 2028", starts_on=AFTER, ends_before=date(2032, 4, 1)
    )
    director = given.colleague(by, Role.AUTHORISING_DIRECTOR)
    given.approved(follows, by, director)

    found = contract.work_list(seen_by=by, on=TUESDAY.date())
    (wrong,) = [each for each in found if each.check.code == "IN_TERM"]
    assert (wrong.people, wrong.owner_id) == (86, by.id)
    done = {"agreement_id": expired, "by": by, "at": TUESDAY}
    contract.let_care_go_on(
        reason="86 people have visits", owner_id=by.id, until=FRIDAY.date(), **done
    )
    contract.name_successor(successor_id=follows, **done)

    week = [TUESDAY.date() + timedelta(days=days) for days in range(4)]
    visits = [
        contract.may_call_off(expired, on=day, already_supported=True, seen_by=by) for day in week
    ]
    assert all(each.allowed and not each.exception_wanted for each in visits)
    assert not any(contract.may_call_off(expired, on=day, seen_by=by).allowed for day in week)

    signed_and_begun(follows, by, director, FRIDAY)
    moved = contract.Kept(people_supported=0)
    contract.keep_plans(agreement_id=expired, kept=moved, by=by, at=FRIDAY)
    contract.end_going_on(agreement_id=expired, how="Moved to C-0002", by=by, at=FRIDAY)
    new = contract.may_call_off(follows, on=FRIDAY.date(), seen_by=by)
    assert (new.allowed, new.basis) == (True, Basis.AGREEMENT)
    left = contract.work_list(seen_by=by, on=FRIDAY.date())
    assert "IN_TERM" not in {each.check.code for each in left}
