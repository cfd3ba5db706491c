"""Obligations are kept, follow the facts of their agreement, and remember what they were."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carewright.contract import api as contract
from carewright.contract import models as contract_models
from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.keep_to.actions import work_out as working
from carewright.keep_to.api import DutyState, Known
from carewright.notify import models as notify_models
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright_engine.rules.obligation_rules import Sense
from tests.factories import contract as agreements
from tests.factories import keep_to as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(days=1)


def test_a_moved_end_moves_the_day_of_notice_and_keeps_what_it_was(by: platform.Officer) -> None:
    agreement_id, option_id = given.extendable(by)
    given.worked_out(by)
    before = given.standing(agreement_id, "agreement.notice")
    assert before.last_day == date(2028, 1, 1)
    given.taken(option_id, by, LATER)
    given.worked_out(by, LATER)
    found = keep_to.obligation(before.pk, seen_by=by)
    assert found.last_day == date(2028, 12, 31)
    (moved,) = found.history
    assert (moved.day_before, moved.day_after) == (date(2028, 1, 1), date(2028, 12, 31))
    assert "31 March 2028 became 31 March 2029" in moved.why


def test_working_out_again_writes_nothing_and_says_nothing_in_the_record(
    by: platform.Officer,
) -> None:
    given.begun(by)
    assert given.worked_out(by).new > 0
    rows = list(models.Obligation.objects.order_by("pk").values())
    told = platform.events(seen_by=make.officer(Role.INTERNAL_AUDITOR)).count()
    assert given.worked_out(by) == keep_to.Worked()
    assert given.worked_out(by, LATER) == keep_to.Worked(agreements=1)
    assert list(models.Obligation.objects.order_by("pk").values()) == rows
    assert not models.ObligationChange.objects.exists()
    assert platform.events(seen_by=make.officer(Role.INTERNAL_AUDITOR)).count() == told


def test_what_is_abandoned_obliges_to_nothing_any_more(by: platform.Officer) -> None:
    agreement_id = agreements.whole(by)
    agreements.approved(agreement_id, by, agreements.colleague(by, Role.AUTHORISING_DIRECTOR))
    given.worked_out(by)
    assert keep_to.to_do(seen_by=by).filter(agreement_id=agreement_id).exists()
    contract.abandon_agreement(
        agreement_id=agreement_id, reason="The money went elsewhere", by=by, at=make.NOW
    )
    assert given.worked_out(by).changed > 0
    assert not keep_to.to_do(seen_by=by).filter(agreement_id=agreement_id).exists()
    assert given.worked_out(by) == keep_to.Worked()


def test_another_law_makes_every_timetable_stale(
    by: platform.Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    given.begun(by)
    given.worked_out(by)
    monkeypatch.setattr("carewright.keep_to.rules.known.law_digest", lambda: "another law")
    assert given.worked_out(by).agreements == 1


def test_what_is_known_beside_the_register_gives_days_to_what_had_none(
    by: platform.Officer,
) -> None:
    agreement_id = given.begun(by)
    given.worked_out(by)
    insurance = given.standing(agreement_id, "policy.insurance")
    assert insurance.last_day is None
    keep_to.say_known(
        agreement_id=agreement_id, by=by, at=make.NOW,
        known=Known(insurance_ends_before=date(2027, 3, 1), visits_a_year=2),
    )  # fmt: skip
    insurance.refresh_from_db()
    assert insurance.last_day == date(2027, 2, 28)
    visits = models.Obligation.objects.filter(rule="policy.visit", state=DutyState.DUE.value)
    assert [each.last_day for each in visits.order_by("nth")][:2] == [
        date(2026, 9, 30), date(2027, 3, 31),
    ]  # fmt: skip


def test_a_draft_obliges_to_nothing(by: platform.Officer) -> None:
    agreements.draft(by)
    assert given.worked_out(by) == keep_to.Worked()


def test_whoever_looks_after_the_agreement_owns_what_nobody_was_handed(
    by: platform.Officer,
) -> None:
    owed = given.owed(by)
    assert owed.owner_id == by.id
    other = agreements.colleague(by, Role.CONTRACT_MANAGER)
    handed = models.Obligation.objects.exclude(pk=owed.pk).first()
    assert handed is not None
    keep_to.hand_on(
        obligation_id=handed.pk, owner_id=by.id, reason="I know it.", by=by, at=make.NOW
    )
    contract_models.Agreement.objects.update(contact_id=other.id)
    given.worked_out(by, LATER)
    owed.refresh_from_db()
    handed.refresh_from_db()
    assert (owed.owner_id, handed.owner_id) == (other.id, by.id)


def test_overdue_things_are_told_once_and_again_when_their_day_moves(
    by: platform.Officer,
) -> None:
    owed = given.owed(by)
    late = make.NOW + timedelta(days=600)

    def told() -> int:
        keep_to.tell_overdue(organisation=by.organisation, by=make.OPERATOR, at=late)
        return notify_models.Notification.objects.filter(subject_id=str(owed.pk)).count()

    assert [told(), told()] == [1, 1]
    models.Obligation.objects.filter(pk=owed.pk).update(last_day=make.TODAY)
    assert told() == 2


def test_one_thing_is_late_exactly_when_the_lists_say_so(by: platform.Officer) -> None:
    owed = given.owed(by)
    asked = models.Obligation.objects.filter(pk=owed.pk)
    second = timedelta(seconds=1)
    for sense in Sense:
        for due_at in (make.NOW - second, make.NOW, make.NOW + second):
            asked.update(sense=sense.value, due_at=due_at)
            listed = asked.filter(keep_to.late_at(make.NOW)).exists()
            assert listed is keep_to.is_late(due_at, sense, make.NOW)
    assert not keep_to.is_late(None, Sense.WITHIN, make.NOW)


def test_work_broken_off_between_two_hundreds_is_carried_on_with(
    by: platform.Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "AT_ONCE", 1)
    for _ in range(3):
        given.begun(by)

    class Killed(BaseException):
        """The process ends here."""

    def die(_step: str, done: int, _total: int) -> None:
        if done == 2:
            raise Killed

    with pytest.raises(Killed):
        keep_to.work_out_all(organisation=by.organisation, by=make.OPERATOR, at=make.NOW, news=die)
    assert given.worked_out(by).agreements == 1
    assert given.worked_out(by) == keep_to.Worked()


def test_many_agreements_take_as_many_queries_as_few(by: platform.Officer) -> None:
    def queries(how_many: int) -> int:
        for _ in range(how_many):
            given.begun(by)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            given.worked_out(by)
        return len(seen)

    queries(1)
    assert queries(1) == queries(9)
