"""What members called in goes back once to whoever decided it, who says whether it stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from carewright.decide import api as decide
from carewright.decide.api import RequestState, Verdict
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Level, Role, SharedKind
from tests.factories import decide as given
from tests.factories import platform as make
from tests.factories import together

pytestmark = pytest.mark.django_db

AT = make.NOW
A_WEEK_LATER = date(2026, 6, 10)
DIRECTOR = "Authorising director"


@pytest.fixture
def by(db: None) -> platform.Officer:
    return make.commissioner()


@pytest.fixture
def member(by: platform.Officer) -> platform.Officer:
    return given.colleague(by, Role.SCRUTINY_MEMBER)


@pytest.fixture
def director(by: platform.Officer) -> platform.Officer:
    return given.colleague(by, Role.AUTHORISING_DIRECTOR)


def asked(by: platform.Officer, step: str = DIRECTOR) -> UUID:
    line = {"act": "award", "steps": [step], "scrutiny_after": 4}
    given.scheme(by.organisation.id, lines=(line,))
    return given.request(by)


def waits(request_id: UUID, by: platform.Officer, at: datetime) -> str:
    found = decide.approval(request_id, seen_by=by)
    return "; ".join(each.says for each in found.blockers_to_carry_out(at))


MUCH_LATER = AT + timedelta(days=40)


@pytest.fixture
def back(by: platform.Officer, director: platform.Officer, member: platform.Officer) -> UUID:
    request_id = asked(by)
    given.approved(request_id, director, at=AT)
    given.sent_back(request_id, member)
    return request_id


def test_nothing_is_carried_out_until_it_is_decided_again(
    back: UUID, by: platform.Officer, director: platform.Officer
) -> None:
    assert "whether it stands" in waits(back, by, MUCH_LATER)
    (waiting,) = decide.waiting_for(director, at=AT)
    assert (waiting.approval.id, waiting.what) == (back, "Say whether it stands")
    decide.decide_again(
        request_id=back, verdict=Verdict.CONFIRMED, why="They are", by=director, at=AT
    )
    assert waits(back, by, MUCH_LATER) == ""
    assert decide.waiting_for(director, at=AT) == []


def test_a_decision_that_does_not_stand_is_set_aside_and_can_be_asked_for_anew(
    back: UUID, by: platform.Officer, director: platform.Officer
) -> None:
    decide.decide_again(
        request_id=back, verdict=Verdict.CHANGED, why="Pay more", by=director, at=AT
    )
    found = decide.approval(back, seen_by=by)
    assert found.state is RequestState.SET_ASIDE
    assert "It is not approved" in waits(back, by, MUCH_LATER)
    given.request(by, subject_id=found.subject_id)
    with pytest.raises(decide.CannotDecide, match="decided again"):
        decide.decide_again(
            request_id=back, verdict=Verdict.CONFIRMED, why="No", by=director, at=AT
        )


def test_it_goes_back_once_and_only_while_it_is_called_in(
    by: platform.Officer, director: platform.Officer, member: platform.Officer
) -> None:
    request_id = asked(by)
    with pytest.raises(decide.CannotDecide, match="decided and is called in"):
        decide.send_back_decision(
            request_id=request_id, reasons="Wages", decide_by=A_WEEK_LATER, by=member, at=AT
        )
    given.approved(request_id, director, at=AT)
    given.sent_back(request_id, member)
    with pytest.raises(decide.CannotDecide, match="cannot be held up"):
        given.sent_back(request_id, member)


def test_whoever_asked_and_whoever_has_no_power_do_not_say_whether_it_stands(
    back: UUID, by: platform.Officer
) -> None:
    said = {"request_id": back, "verdict": Verdict.CONFIRMED, "why": "It is fine", "at": AT}
    with pytest.raises(decide.CannotDecide, match="asked for this yourself"):
        decide.decide_again(**said, by=by)
    with pytest.raises(decide.CannotDecide, match="gives this to somebody else"):
        decide.decide_again(**said, by=given.colleague(by, Role.BUDGET_HOLDER))


def test_a_committee_says_by_its_minute_whether_it_stands(
    by: platform.Officer, director: platform.Officer, member: platform.Officer
) -> None:
    clerk = given.colleague(by, Role.COMMITTEE_CLERK)
    request_id = asked(by, "Committee: Social Care Committee")
    decide.record_minute(
        step_id=given.open_step(request_id, by), met_on=AT.date(), minute_reference="51",
        by=clerk, at=AT,
    )  # fmt: skip
    given.sent_back(request_id, member)
    with pytest.raises(decide.CannotDecide, match="somebody else"):
        decide.decide_again(
            request_id=request_id, verdict=Verdict.CHANGED, why="No", by=director, at=AT
        )
    decide.minute_decided_again(
        request_id=request_id, verdict=Verdict.CONFIRMED, why="Resolved as before",
        met_on=A_WEEK_LATER, minute_reference="60", by=clerk, at=AT + timedelta(days=8),
    )  # fmt: skip
    found = decide.approval(request_id, seen_by=by).sent_back
    assert found is not None
    assert found.minute == "Social Care Committee, 10 June 2026, minute 60"


def test_the_page_asks_the_director_and_tells_everybody_what_was_said(
    back: UUID, by: platform.Officer, director: platform.Officer
) -> None:
    address = reverse("decide:decide_again", args=[back])
    browser = make.signed_in(director)
    assert address in browser.get(reverse("decide:request", args=[back])).content.decode()
    assert b"Wages were not looked at" in browser.get(address).content
    answers = {"verdict": "confirmed", "why": "They were looked at in May"}
    assert browser.post(address, answers).status_code == 302
    page = make.signed_in(by).get(reverse("decide:request", args=[back])).content.decode()
    assert '<div class="cw-call good"><h2>It was decided again' in page  # nothing is left to do
    assert "They were looked at in May" in page


def test_a_partner_who_shares_in_deciding_says_whether_it_stands_and_the_owner_is_told(
    by: platform.Officer, member: platform.Officer
) -> None:
    line = {"act": "award", "steps": [DIRECTOR], "scrutiny_after": 4}
    given.scheme(by.organisation.id, lines=(line,))
    partner = make.officer(Role.AUTHORISING_DIRECTOR)
    joint = together.partnership(by, partner, shared={SharedKind.APPROVAL: Level.DECIDE})
    request_id = given.request(together.again(by), partnership_id=joint)
    given.approved(request_id, given.colleague(by, Role.AUTHORISING_DIRECTOR), at=AT)
    given.sent_back(request_id, member)
    partner = together.again(partner)
    said = {"request_id": request_id, "verdict": Verdict.CHANGED, "why": "Pay more", "at": AT}
    with platform.acting_for(partner.organisation.id, account_id=partner.account_id):
        decide.decide_again(**said, by=partner)
    assert decide.approval(request_id, seen_by=by).state is RequestState.SET_ASIDE
    told = Notification.objects.filter(officer_id=by.id, title__startswith="Decided again")
    assert told.exists()


def test_what_was_done_first_and_what_goes_back_say_so_where_requests_are_listed(
    by: platform.Officer, director: platform.Officer, back: UUID
) -> None:
    assert decide.approval(back, seen_by=by).tag.text == "To be decided again"
    lines = ({"act": "award", "steps": [DIRECTOR], "urgent_roles": DIRECTOR,
              "urgent_days": 5},)  # fmt: skip
    given.scheme(by.organisation.id, lines=lines, takes_effect_on=date(2021, 4, 1))
    done = given.request(by)
    decide.use_urgent_power(request_id=done, ground="Tonight", by=director, at=AT)
    assert decide.approval(done, seen_by=by).tag.text == "Done before approval"
    page = make.signed_in(by).get(reverse("decide:register")).content.decode()
    assert "To be decided again" in page
    assert "Done before approval" in page
