"""Requests go through the steps of the scheme, in order, by the persons whom it names."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from carewright.decide import api as decide
from carewright.decide import models
from carewright.decide.api import DecidedAct, Outcome, RequestState, StepState
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as ask
from tests.factories import platform as make
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db(transaction=True)

DIRECTOR = "Authorising director"
WOKINGHAM = ("Committee: Executive", "Committee: Council", DIRECTOR)


def state_of(request_id: object, by: platform.Officer) -> RequestState:
    return decide.approval(request_id, seen_by=by).state  # type: ignore[arg-type]


def test_one_officer_approves_where_the_scheme_asks_for_one(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    ask.approved(request_id, director)
    approval = decide.approval(request_id, seen_by=isla)
    assert approval.state is RequestState.APPROVED
    assert approval.steps[0].said[0].role is Role.AUTHORISING_DIRECTOR
    events = platform.events_about("approval_request", request_id, seen_by=isla)
    assert [event.act for event in events] == ["request_approval", "decide_request"]


def test_executive_then_council_then_the_delegated_director(
    isla: platform.Officer, director: platform.Officer, legal: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, *WOKINGHAM)
    request_id = ask.request(isla)
    with pytest.raises(decide.CannotDecide, match="waits for the minute of Executive"):
        ask.approved(request_id, director)
    ask.minuted(request_id, legal, minute_reference="51")
    assert decide.approval(request_id, seen_by=isla).open_steps[0].committee == "Council"
    ask.minuted(request_id, legal, minute_reference="88")
    ask.approved(request_id, director)
    assert state_of(request_id, isla) is RequestState.APPROVED


def test_steps_side_by_side_are_both_taken_before_the_next(
    isla: platform.Officer, director: platform.Officer, legal: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, "Legal adviser + Finance officer", DIRECTOR)
    finance = ask.colleague(isla, Role.FINANCE_OFFICER)
    request_id = ask.request(isla)
    steps = decide.approval(request_id, seen_by=isla).open_steps
    assert {step.who for step in steps} == {"Legal adviser", "Finance officer"}
    ask.approved(request_id, finance, step_id=steps[1].id)
    assert len(decide.approval(request_id, seen_by=isla).open_steps) == 1
    ask.approved(request_id, legal, step_id=steps[0].id)
    assert decide.approval(request_id, seen_by=isla).open_steps[0].who == DIRECTOR
    ask.approved(request_id, director)
    assert state_of(request_id, isla) is RequestState.APPROVED


def test_two_persons_are_two_persons(isla: platform.Officer, director: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, f"{DIRECTOR} x 2")
    request_id = ask.request(isla)
    ask.approved(request_id, director)
    assert state_of(request_id, isla) is RequestState.REQUESTED
    with pytest.raises(decide.CannotDecide, match="Another person"):
        ask.approved(request_id, director)
    ask.approved(request_id, ask.colleague(isla, Role.AUTHORISING_DIRECTOR))
    assert state_of(request_id, isla) is RequestState.APPROVED


def test_one_person_with_two_roles_does_not_take_two_steps(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Finance officer", DIRECTOR)
    both = ask.colleague(isla, Role.FINANCE_OFFICER, Role.AUTHORISING_DIRECTOR)
    request_id = ask.request(isla)
    ask.approved(request_id, both)
    with pytest.raises(decide.CannotDecide, match="Another person"):
        ask.approved(request_id, both)


def test_a_decline_ends_it_with_its_reason(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR, "Committee: Executive")
    request_id = ask.request(isla)
    with pytest.raises(decide.CannotDecide, match="Say why"):
        ask.said(request_id, Outcome.DECLINE, director, reason=" ")
    ask.said(request_id, Outcome.DECLINE, director, reason="The price is too high")
    approval = decide.approval(request_id, seen_by=isla)
    assert approval.state is RequestState.DECLINED
    assert [step.state for step in approval.steps] == [StepState.DECLINED, StepState.NOT_NEEDED]
    assert approval.steps[0].said[0].reason == "The price is too high"


def test_whoever_asked_does_not_decide_even_as_director(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    both = ask.colleague(isla, Role.COMMISSIONER, Role.AUTHORISING_DIRECTOR)
    request_id = ask.request(both)
    with pytest.raises(decide.CannotDecide, match="Nobody decides their own request"):
        ask.approved(request_id, both)


def test_whoever_asked_does_not_record_the_minute(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Committee: Executive")
    both = ask.colleague(isla, Role.COMMISSIONER, Role.COMMITTEE_CLERK)
    request_id = ask.request(both)
    with pytest.raises(decide.CannotDecide, match="Nobody decides their own request"):
        ask.minuted(request_id, both)


def test_the_database_itself_refuses_a_decision_by_whoever_asked(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    step = models.Step.objects.get(request_id=request_id)
    own = {
        "request_id": request_id, "step": step, "outcome": "approve", "officer_id": isla.id,
        "account_id": isla.account_id, "power_account_id": isla.account_id, "name": "I",
        "power_name": "I", "decided_at": NOW,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match=r"Whoever wrote it|never_decided_by_whoever_asked"):
        models.StepDecision.objects.create(**own, requester_account_id=isla.account_id)
    with pytest.raises(IntegrityError, match=r"Whoever wrote it|names_its_requester"):
        models.StepDecision.objects.create(**own, requester_account_id=director.account_id)


def test_a_role_that_has_ended_decides_nothing(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    platform.end_role(
        officer_id=director.id, role=Role.AUTHORISING_DIRECTOR, ends_before=NOW.date(),
        by=make.OPERATOR, at=NOW,
    )  # fmt: skip
    with pytest.raises(
        decide.CannotDecide, match="gives this to somebody else: authorising director"
    ):
        ask.approved(request_id, director)


def test_a_hold_stops_the_decision_until_it_is_released(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    scrutiny = ask.colleague(isla, Role.SCRUTINY_MEMBER)
    request_id = ask.request(isla)
    hold_id = decide.hold(
        request_id=request_id, reason="Called for before it is taken", by=scrutiny, at=NOW
    )
    with pytest.raises(decide.CannotDecide, match="on hold: Called for"):
        ask.approved(request_id, director)
    with pytest.raises(decide.CannotDecide, match="their own request"):
        decide.release_hold(hold_id=hold_id, reason="Enough", by=isla, at=NOW)
    decide.release_hold(hold_id=hold_id, reason="Answered", by=scrutiny, at=NOW)
    ask.approved(request_id, director)
    assert state_of(request_id, isla) is RequestState.APPROVED


def test_each_hold_stops_the_decision_until_it_is_itself_released(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    member = ask.colleague(isla, Role.SCRUTINY_MEMBER)
    request_id = ask.request(isla)
    first, second = (
        decide.hold(request_id=request_id, reason=reason, by=member, at=NOW)
        for reason in ("Wages", "Rural rounds")
    )
    decide.release_hold(hold_id=first, reason="Answered", by=member, at=NOW)
    with pytest.raises(decide.CannotDecide, match="on hold: Rural rounds"):
        ask.approved(request_id, director)
    with pytest.raises(decide.CannotDecide, match="released already"):
        decide.release_hold(hold_id=first, reason="Again", by=member, at=NOW)
    decide.release_hold(hold_id=second, reason="Answered", by=member, at=NOW)
    ask.approved(request_id, director)


def test_without_a_scheme_nobody_can_be_asked(isla: platform.Officer) -> None:
    with pytest.raises(decide.CannotAsk, match="has no scheme of delegation in force"):
        ask.request(isla)


def test_a_scheme_that_has_not_taken_effect_does_not_count(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR, takes_effect_on=NOW.date() + timedelta(days=1))
    with pytest.raises(decide.CannotAsk, match="no scheme"):
        ask.request(isla)


def test_a_request_keeps_the_version_under_which_it_was_asked(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    ask.scheme(isla.organisation.id, "Committee: Council", takes_effect_on=date(2026, 6, 3))
    later = ask.request(isla)
    assert decide.approval(request_id, seen_by=isla).scheme_version == 1
    assert decide.approval(later, seen_by=isla).steps[0].committee == "Council"


def test_the_row_follows_from_value_term_and_framework(isla: platform.Officer) -> None:
    small = {"act": "award", "up_to_pence": 5_000_000, "steps": ["Contract manager"]}
    large = {"act": "award", "over_pence": 5_000_000, "steps": ["Committee: Council"]}
    ask.scheme(isla.organisation.id, lines=(small, large))
    at_the_limit = ask.request(isla, annual_value_pence=5_000_000)
    over_it = ask.request(isla, annual_value_pence=5_000_001)
    found = [decide.approval(each, seen_by=isla) for each in (at_the_limit, over_it)]
    assert [each.steps[0].who for each in found] == ["Contract manager", "Council"]
    with pytest.raises(decide.CannotAsk, match="gives nobody the power of grant"):
        ask.request(isla, act=DecidedAct.GRANT)


def test_the_same_approval_is_asked_for_once_at_a_time(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    subject = uuid4()
    request_id = ask.request(isla, subject_id=subject)
    with pytest.raises(decide.CannotAsk, match="has been asked for"):
        ask.request(isla, subject_id=subject)
    ask.said(request_id, Outcome.DECLINE, director)
    ask.request(isla, subject_id=subject)
    about = decide.approvals_about("paper", subject, seen_by=isla)
    assert [each.reference for each in about] == ["D-0002", "D-0001"]


def test_a_stranger_finds_nothing(isla: platform.Officer, director: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    step_id = ask.open_step(request_id, isla)
    stranger = make.officer(Role.AUTHORISING_DIRECTOR, Role.COMMITTEE_CLERK)
    with pytest.raises(platform.NotFound):
        decide.approval(request_id, seen_by=stranger)
    with pytest.raises(platform.NotYours):
        decide.decide_step(step_id=step_id, outcome=Outcome.APPROVE, reason="", by=stranger, at=NOW)
    with pytest.raises(platform.NotYours):
        decide.record_minute(
            step_id=step_id, met_on=NOW.date(), minute_reference="1", by=stranger, at=NOW
        )
    with pytest.raises(platform.NotYours):
        decide.hold(request_id=request_id, reason="x", by=stranger, at=NOW)


def test_the_database_shows_a_stranger_nothing_of_it(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    ask.request(isla)
    with platform.acting_for(make.organisation().id):
        for model in (models.Scheme, models.SchemeLine, models.ApprovalRequest, models.Step):
            assert not model.objects.exists(), model


def test_those_who_may_decide_are_told_and_then_whoever_asked(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    told = Notification.objects.get(officer_id=director.id)
    assert (told.title, told.link) == (
        "Decide: Care at home, award", f"/decide/requests/{request_id}/"
    )  # fmt: skip
    ask.approved(request_id, director)
    assert Notification.objects.get(officer_id=isla.id).title == "Approved: Care at home, award"


def test_what_was_said_is_never_changed(isla: platform.Officer, director: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    ask.approved(request_id, director)
    said = models.StepDecision.objects.get(request_id=request_id)
    said.reason = "Something else"
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        said.save()


def test_whoever_wrote_it_does_not_decide_it_though_a_colleague_sent_it(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    request_id = ask.request(isla, author_account_ids=[director.account_id])
    assert decide.choices_at(request_id, seen_by=director, at=NOW).decide == ()
    with pytest.raises(decide.CannotDecide, match="what they wrote themselves"):
        ask.approved(request_id, director)
    step = models.Step.objects.get(request_id=request_id)
    with pytest.raises(IntegrityError, match="Whoever wrote it"), transaction.atomic():
        models.StepDecision.objects.create(
            request_id=request_id, step=step, outcome="approve", officer_id=director.id,
            requester_account_id=isla.account_id, account_id=director.account_id,
            power_account_id=director.account_id, name="D", power_name="D", decided_at=NOW,
        )  # fmt: skip
    ask.approved(request_id, ask.colleague(isla, Role.AUTHORISING_DIRECTOR))


def test_a_second_sign_in_makes_nobody_a_second_person(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director x 2")
    request_id = ask.request(isla)
    with pytest.raises(decide.CannotDecide, match="what they wrote themselves"):
        ask.approved(request_id, ask.second_account(isla, Role.AUTHORISING_DIRECTOR))
    ask.approved(request_id, director)
    with pytest.raises(decide.CannotDecide, match="You have approved a step"):
        ask.approved(request_id, ask.second_account(director, Role.AUTHORISING_DIRECTOR))
    ask.approved(request_id, ask.colleague(director, Role.AUTHORISING_DIRECTOR))
