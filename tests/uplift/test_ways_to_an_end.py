"""From wherever a round stands there is a way to an end, though somebody does not answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from carewright.platform import models as platform_models
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import MOVES, CannotDo, ReadState, RoundState
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import together
from tests.factories import uplift as given
from tests.factories.uplift import DONE, LATER, People

pytestmark = pytest.mark.django_db

APPLIED: dict[str, Any] = {"at": LATER}


def applied(people: People) -> Any:
    """A round that the proposer asks to take back."""
    given.running(people.proposer)
    round_id = given.approved(people)
    uplift.apply_round(round_id=round_id, by=people.proposer, **APPLIED)
    uplift.ask_to_reverse(round_id=round_id, reason="Wrong day", by=people.proposer, **APPLIED)
    return round_id


def asked(round_id: Any) -> Any:
    return models.UpliftRound.objects.get(pk=round_id).undo_asked_by_account


def reaches_an_end(state: RoundState, known: frozenset[RoundState] = frozenset()) -> bool:
    if not MOVES[state]:
        return True
    return any(reaches_an_end(each, known | {state}) for each in MOVES[state] - known)


@pytest.mark.parametrize("state", list(RoundState))
def test_every_state_leads_to_one_that_nothing_leaves(state: RoundState) -> None:
    assert reaches_an_end(state)


def test_whoever_asked_to_take_a_round_back_withdraws_that_with_a_reason(people: People) -> None:
    round_id = applied(people)
    withdraw: dict[str, Any] = {"round_id": round_id, **APPLIED}
    with pytest.raises(CannotDo, match="Say why the round stands after all"):
        uplift.withdraw_reversal(reason=" ", by=people.proposer, **withdraw)
    with pytest.raises(CannotDo, match="decline it instead"):
        uplift.withdraw_reversal(reason="No", by=people.reader, **withdraw)
    uplift.withdraw_reversal(reason="It was right", by=people.proposer, **withdraw)
    assert asked(round_id) is None
    uplift.close_as_paid(round_id=round_id, by=people.reader, **APPLIED)


def test_a_second_person_declines_with_a_reason_and_it_may_be_asked_anew(people: People) -> None:
    round_id = applied(people)
    decline: dict[str, Any] = {"round_id": round_id, **APPLIED}
    with pytest.raises(CannotDo, match="withdraw it instead"):
        uplift.decline_reversal(reason="No", by=people.proposer, **decline)
    with pytest.raises(CannotDo, match="Say why the round stands"):
        uplift.decline_reversal(reason="", by=people.reader, **decline)
    uplift.decline_reversal(reason="The day is right", by=people.reader, **decline)
    event = platform_models.AuditEvent.objects.get(act="decline_reversal")
    assert (event.reason, event.facts["asked_because"]) == ("The day is right", "Wrong day")
    uplift.ask_to_reverse(round_id=round_id, reason="Another", by=people.reader, **APPLIED)
    uplift.confirm_reversal(round_id=round_id, by=people.proposer, **APPLIED)


def test_a_deputy_of_whoever_asked_neither_confirms_nor_declines(people: People) -> None:
    round_id = applied(people)
    together.cover(people.proposer, people.reader)
    for act in (uplift.confirm_reversal, uplift.decline_reversal):
        more = {"reason": "No"} if act is uplift.decline_reversal else {}
        with pytest.raises(CannotDo, match="You stand in for somebody who asked for this"):
            act(round_id=round_id, by=people.reader, **more, **APPLIED)  # type: ignore[arg-type]
    third = decisions.colleague(people.proposer, Role.FINANCE_OFFICER)
    uplift.confirm_reversal(round_id=round_id, by=third, **APPLIED)


def test_a_deputy_of_the_proposer_signs_no_reason_for_a_price(people: People) -> None:
    given.running(people.proposer, pence=1500)
    round_id = given.previewed(people.proposer, rule={"floor": given.floor()})
    line = uplift.lines_of(round_id, seen_by=people.proposer).get()
    together.cover(people.proposer, people.director)
    with pytest.raises(CannotDo, match="You stand in for somebody"):
        uplift.sign_floor_reason(
            round_id=round_id, line_id=line.pk, reason="Nobody else", by=people.director, **DONE
        )


def test_both_ways_out_are_on_the_page(people: People, browser: Client) -> None:
    round_id = applied(people)
    where = reverse("uplift:let_stand", args=[round_id])
    page = browser.get(reverse("uplift:round", args=[round_id])).content.decode()
    assert "Ask no longer to take it back" in page
    reader = make.signed_in(people.reader)
    page = reader.get(reverse("uplift:round", args=[round_id])).content.decode()
    assert "Decline: the new prices stand" in page
    page = reader.post(where, {"reason": "It is right"}, follow=True).content.decode()
    assert "with your reason on the record" in page
    assert asked(round_id) is None


def test_a_reader_who_never_answers_is_asked_no_longer_and_another_is(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    uplift.choose_reader(round_id=round_id, reader_id=people.reader.id, by=people.proposer, **DONE)
    step = reverse("uplift:step", args=[round_id, "call-off"])
    page = browser.post(step, {"reason": "On leave"}, follow=True).content.decode()
    assert "The reader is asked no longer" in page
    assert "No longer asked" in page
    with pytest.raises(CannotDo, match="You have not been asked"):
        uplift.answer_reading(round_id=round_id, prices=[2090], by=people.reader, **DONE)
    given.read(people, round_id)
    states = [each.state for each in uplift.uplift_round(
        round_id, seen_by=people.proposer).readings]  # fmt: skip
    assert states == [ReadState.CALLED_OFF, ReadState.RIGHT]


def test_a_withdrawn_round_leaves_no_reader_waiting(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    uplift.choose_reader(round_id=round_id, reader_id=people.reader.id, by=people.proposer, **DONE)
    uplift.withdraw_round(round_id=round_id, reason="Next year", by=people.proposer, **DONE)
    (reading,) = uplift.uplift_round(round_id, seen_by=people.proposer).readings
    assert (reading.state, reading.words) == (ReadState.CALLED_OFF, "Next year")
