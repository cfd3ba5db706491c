"""What became of something that is owed is said with evidence, and never vanishes."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction

from carewright.contract.api import Kind
from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.keep_to.api import ChangeKind, DutyState
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as agreements
from tests.factories import keep_to as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(days=1)


def done(owed: models.Obligation, by: platform.Officer) -> None:
    keep_to.mark_done(
        obligation_id=owed.pk, done_on=make.TODAY, evidence="Letter of 3 June", by=by, at=make.NOW
    )


def test_nothing_is_done_without_what_shows_it(by: platform.Officer) -> None:
    owed = given.owed(by)
    with pytest.raises(keep_to.Refused, match="Say what shows it"):
        keep_to.mark_done(obligation_id=owed.pk, done_on=make.TODAY, by=by, at=make.NOW)
    with pytest.raises(keep_to.Refused, match="today or before"):
        keep_to.mark_done(
            obligation_id=owed.pk, done_on=date(2030, 1, 1), evidence="Yes", by=by, at=make.NOW
        )
    with pytest.raises(IntegrityError, match="obligation_done_has_evidence"), transaction.atomic():
        models.Obligation.objects.filter(pk=owed.pk).update(
            state="done", settled_on=make.TODAY, settled_at=make.NOW, settled_by_name="Somebody"
        )


def test_a_document_shows_it_as_well_as_words(by: platform.Officer) -> None:
    owed = given.owed(by)
    keep_to.mark_done(
        obligation_id=owed.pk, done_on=make.TODAY, by=by, at=make.NOW,
        document=("notice.txt", BytesIO(b"We end the agreement.")),
    )  # fmt: skip
    found = keep_to.obligation(owed.pk, seen_by=by)
    assert found.document_id is not None
    assert platform.document(found.document_id, seen_by=by).name == "notice.txt"


def test_what_was_done_stays_when_the_end_moves_and_the_notice_is_asked_again(
    by: platform.Officer,
) -> None:
    agreement_id, option_id = given.extendable(by)
    given.worked_out(by)
    first = given.standing(agreement_id, "agreement.notice")
    done(first, by)
    given.taken(option_id, by, LATER)
    given.worked_out(by, LATER)
    again = given.standing(agreement_id, "agreement.notice")
    assert again.pk != first.pk
    assert again.last_day == date(2028, 12, 31)
    found = keep_to.obligation(first.pk, seen_by=by)
    assert (found.state, found.last_day) == (DutyState.DONE, date(2028, 1, 1))
    with pytest.raises(keep_to.Refused, match="asked again already"):
        keep_to.take_back(obligation_id=first.pk, reason="By mistake", by=by, at=LATER)


def test_what_was_ticked_by_mistake_is_taken_back_and_its_history_says_both(
    by: platform.Officer,
) -> None:
    owed = given.owed(by)
    done(owed, by)
    keep_to.take_back(obligation_id=owed.pk, reason="It was another one.", by=by, at=LATER)
    found = keep_to.obligation(owed.pk, seen_by=by)
    assert found.state is DutyState.DUE
    assert [each.kind for each in found.history] == [ChangeKind.DONE, ChangeKind.TAKEN_BACK]


def test_what_lay_before_the_register_lies_there_again_when_it_is_taken_back(
    by: platform.Officer,
) -> None:
    owed = given.owed(by)
    models.Obligation.objects.filter(pk=owed.pk).update(state="earlier", last_day=date(2020, 1, 1))
    done(owed, by)
    keep_to.take_back(obligation_id=owed.pk, reason="It was another one.", by=by, at=LATER)
    assert keep_to.obligation(owed.pk, seen_by=by).state is DutyState.EARLIER
    with pytest.raises(keep_to.Refused, match="Nobody has said that it is settled"):
        keep_to.take_back(obligation_id=owed.pk, reason="Once more.", by=by, at=LATER)


def test_what_shows_a_duty_under_a_placement_is_opened_with_the_placement_alone(
    by: platform.Officer,
) -> None:
    owed = given.owed(by, kind=Kind.SPOT)
    keep_to.mark_done(
        obligation_id=owed.pk, done_on=make.TODAY, by=by, at=make.NOW,
        document=("notice.txt", BytesIO(b"We end the placement.")),
    )  # fmt: skip
    assert platform.documents(seen_by=by).get().document.placement_id == owed.agreement_id
    commissioner = agreements.colleague(by, Role.COMMISSIONER)
    assert not platform.documents(seen_by=commissioner).exists()


def test_not_needed_takes_a_reason_and_ends_the_asking(by: platform.Officer) -> None:
    owed = given.owed(by)
    with pytest.raises(keep_to.Refused, match="not needed"):
        keep_to.mark_not_needed(obligation_id=owed.pk, reason=" ", by=by, at=make.NOW)
    keep_to.mark_not_needed(
        obligation_id=owed.pk, reason="It goes on without an end.", by=by, at=make.NOW
    )
    given.worked_out(by, LATER)
    assert owed not in keep_to.to_do(seen_by=by)
    with pytest.raises(keep_to.Refused, match="settled already"):
        keep_to.hand_on(obligation_id=owed.pk, owner_id=by.id, reason="Mine", by=by, at=make.NOW)


def test_a_stranger_finds_nothing_and_is_handed_nothing(by: platform.Officer) -> None:
    owed = given.owed(by)
    stranger = make.officer(Role.CONTRACT_MANAGER)
    with pytest.raises(platform.NotYours):
        done(owed, stranger)
    with pytest.raises(platform.NotYours):
        keep_to.hand_on(
            obligation_id=owed.pk, owner_id=stranger.id, reason="Theirs", by=by, at=make.NOW
        )
    with pytest.raises(platform.NotFound):
        keep_to.obligation(owed.pk, seen_by=stranger)


def test_what_one_persons_placement_obliges_to_is_seen_by_those_who_may_see_people(
    by: platform.Officer,
) -> None:
    owed = given.owed(by, kind=Kind.SPOT)
    commissioner = agreements.colleague(by, Role.COMMISSIONER)
    assert owed in keep_to.to_do(seen_by=by)
    assert owed not in keep_to.to_do(seen_by=commissioner)
    with pytest.raises(platform.NotYours):
        done(owed, commissioner)
