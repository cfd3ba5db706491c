"""What cannot wait is done first by a power of the scheme, and approved by others afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError

from carewright.decide import api as decide
from carewright.decide import models
from carewright.decide.api import Outcome, RequestState
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as ask
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db(transaction=True)

URGENT = "Commissioner or Authorising director"


@pytest.fixture
def usual_scheme(isla: platform.Officer) -> None:
    common = {"steps": ["Budget holder or Authorising director"], "urgent_days": 5}
    lines = [{"act": act, "urgent_roles": URGENT, **common} for act in ("placement", "award")]
    lines.append({"act": "grant", "steps": ["Budget holder"]})
    ask.scheme(isla.organisation.id, lines=tuple(lines))


def act_first(request_id: object, by: platform.Officer, ground: str = "Tonight") -> None:
    decide.use_urgent_power(request_id=request_id, ground=ground, by=by, at=NOW)  # type: ignore[arg-type]


@pytest.mark.usefixtures("usual_scheme")
def test_whoever_asked_may_start_care_and_another_approves_it(
    isla: platform.Officer, director: platform.Officer
) -> None:
    request_id = ask.request(isla, act="placement")
    act_first(request_id, isla)
    approval = decide.approval(request_id, seen_by=isla)
    assert approval.urgent
    # Five working days after Wednesday 3 June 2026, 5 pm in London.
    assert approval.urgent.approval_due_at == datetime(2026, 6, 10, 16, tzinfo=UTC)
    assert [each.id for each in decide.urgent_uses(seen_by=director)] == [request_id]
    assert Notification.objects.filter(
        officer_id=director.id, kind="acted_first", title__startswith="Done before approval"
    ).exists()
    ask.approved(request_id, director)
    assert decide.urgent_uses(seen_by=director) == []


@pytest.mark.usefixtures("usual_scheme")
def test_anything_but_care_takes_a_second_person(
    isla: platform.Officer, director: platform.Officer
) -> None:
    request_id = ask.request(isla, act="award")
    with pytest.raises(decide.CannotDecide):
        act_first(request_id, isla)
    act_first(request_id, director)


@pytest.mark.usefixtures("usual_scheme")
def test_whoever_acted_first_does_not_approve_it(
    isla: platform.Officer, director: platform.Officer
) -> None:
    request_id = ask.request(isla, act="award")
    act_first(request_id, director)
    with pytest.raises(decide.CannotDecide, match="before it was approved"):
        ask.approved(request_id, director)
    step = models.Step.objects.get(request_id=request_id)
    with pytest.raises(IntegrityError, match="Whoever acted first"):
        models.StepDecision.objects.create(
            request_id=request_id, step=step, outcome="approve", officer_id=director.id,
            requester_account_id=isla.account_id, account_id=director.account_id,
            power_account_id=director.account_id, name="D", power_name="D", decided_at=NOW,
        )  # fmt: skip


@pytest.mark.usefixtures("usual_scheme")
def test_it_is_done_first_once_with_a_ground_and_only_by_a_power(
    isla: platform.Officer, director: platform.Officer
) -> None:
    request_id = ask.request(isla, act="placement")
    with pytest.raises(decide.CannotDecide, match="Say why this cannot wait"):
        act_first(request_id, isla, ground=" ")
    with pytest.raises(decide.CannotDecide, match="somebody else"):
        act_first(request_id, ask.colleague(isla, Role.BROKER))
    act_first(request_id, isla)
    with pytest.raises(decide.CannotDecide, match="acted on this already"):
        act_first(request_id, director)
    with pytest.raises(decide.CannotDecide, match="gives nobody a power"):
        act_first(ask.request(isla, act="grant"), isla)


def test_whoever_acted_first_does_not_record_the_minute_that_approves_it(
    isla: platform.Officer, director: platform.Officer, legal: platform.Officer
) -> None:
    line = {"act": "grant", "steps": ["Committee: Executive"], "urgent_days": 5}
    ask.scheme(isla.organisation.id, lines=({**line, "urgent_roles": URGENT},))
    both = ask.colleague(isla, Role.AUTHORISING_DIRECTOR, Role.COMMITTEE_CLERK)
    request_id = ask.request(isla, act="grant")
    act_first(request_id, both)
    assert decide.choices_at(request_id, seen_by=both, at=NOW).minute == ()
    with pytest.raises(decide.CannotDecide, match="before the committee met"):
        ask.minuted(request_id, both)
    ask.minuted(request_id, legal)
    assert decide.approval(request_id, seen_by=isla).state is RequestState.APPROVED


@pytest.mark.usefixtures("usual_scheme")
def test_a_hold_keeps_nobody_without_care(isla: platform.Officer) -> None:
    request_id = ask.request(isla, act="placement")
    scrutiny = ask.colleague(isla, Role.SCRUTINY_MEMBER)
    decide.hold(request_id=request_id, reason="Questions first", by=scrutiny, at=NOW)
    act_first(request_id, isla)
    (event,) = (
        each
        for each in platform.events_about("approval_request", request_id, seen_by=isla)
        if each.act == "use_urgent_power"
    )
    assert event.facts["on_hold"] is True


@pytest.mark.usefixtures("usual_scheme")
def test_what_is_declined_afterwards_stays_on_the_list(
    isla: platform.Officer, director: platform.Officer
) -> None:
    request_id = ask.request(isla, act="placement")
    act_first(request_id, isla)
    ask.said(request_id, Outcome.DECLINE, director)
    (listed,) = decide.urgent_uses(seen_by=director)
    assert listed.state is RequestState.DECLINED


@pytest.mark.usefixtures("usual_scheme")
def test_asking_anew_makes_nobody_a_stranger_to_what_they_did(
    isla: platform.Officer, director: platform.Officer
) -> None:
    subject = uuid4()
    first = ask.request(isla, subject_id=subject)
    act_first(first, director)
    decide.withdraw_request(request_id=first, reason="A figure", by=isla, at=NOW)
    anew = ask.request(isla, subject_id=subject)
    with pytest.raises(decide.CannotDecide, match="You acted on this"):
        ask.approved(anew, director)
    (standing,) = decide.urgent_uses(seen_by=director)
    assert standing.id == first
    ask.approved(anew, ask.colleague(isla, Role.BUDGET_HOLDER))
    assert decide.urgent_uses(seen_by=director) == []


@pytest.mark.usefixtures("usual_scheme")
def test_what_was_approved_once_bars_nobody_from_the_next_decision_on_it(
    isla: platform.Officer, director: platform.Officer
) -> None:
    subject = uuid4()
    first = ask.request(isla, subject_id=subject)
    act_first(first, director)
    ask.approved(first, ask.colleague(isla, Role.BUDGET_HOLDER))
    later = ask.request(isla, subject_id=subject)
    ask.approved(later, director)
    assert decide.approval(later, seen_by=isla).state is RequestState.APPROVED


@pytest.mark.usefixtures("usual_scheme")
def test_a_decision_on_something_else_leaves_what_was_done_standing(
    isla: platform.Officer, director: platform.Officer
) -> None:
    subject = uuid4()
    act_first(ask.request(isla, subject_id=subject), director)
    other = ask.request(isla, subject_id=subject, act="grant")
    ask.approved(other, ask.colleague(isla, Role.BUDGET_HOLDER))
    assert len(decide.urgent_uses(seen_by=director)) == 1


@pytest.mark.usefixtures("usual_scheme")
def test_the_database_knows_what_was_done_when_it_is_asked_anew(
    isla: platform.Officer, director: platform.Officer
) -> None:
    subject = uuid4()
    first = ask.request(isla, subject_id=subject)
    act_first(first, director)
    decide.withdraw_request(request_id=first, reason="A figure", by=isla, at=NOW)
    anew = ask.request(isla, subject_id=subject)
    with pytest.raises(IntegrityError, match="Whoever acted first"):
        models.StepDecision.objects.create(
            request_id=anew, step_id=ask.open_step(anew, isla), outcome="approve",
            requester_account_id=isla.account_id, officer_id=director.id, name="D",
            account_id=director.account_id, power_account_id=director.account_id,
            power_name="D", decided_at=NOW,
        )  # fmt: skip
