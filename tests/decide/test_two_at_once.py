"""When two people act at the same moment, one of them does."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection

from carewright.decide import api as decide
from carewright.decide import models
from carewright.decide.api import Outcome
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as ask
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What came of each, every one on a connection of its own; a refusal is its exception."""
    gate = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            gate.wait(timeout=30)
            return act()
        except (decide.CannotDecide, decide.CannotAsk) as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def deciding(step_id: UUID, by: platform.Officer, outcome: Outcome) -> Callable[[], None]:
    return lambda: decide.decide_step(
        step_id=step_id, outcome=outcome, reason="Because", by=by, at=NOW
    )


def test_of_two_who_decide_one_step_at_once_one_wins(
    isla: platform.Officer, director: platform.Officer
) -> None:
    second = ask.colleague(isla, Role.AUTHORISING_DIRECTOR)
    ask.scheme(isla.organisation.id, "Authorising director")
    request_id = ask.request(isla)
    step_id = ask.open_step(request_id, isla)
    came = at_once(
        deciding(step_id, director, Outcome.APPROVE), deciding(step_id, second, Outcome.DECLINE)
    )
    (refused,) = (each for each in came if each is not None)
    assert "not open" in str(refused)
    assert models.StepDecision.objects.filter(request_id=request_id).count() == 1
    assert decide.approval(request_id, seen_by=isla).ended


def test_one_person_who_approves_two_steps_at_once_approves_one(isla: platform.Officer) -> None:
    both = ask.colleague(isla, Role.FINANCE_OFFICER, Role.LEGAL_ADVISER)
    ask.scheme(isla.organisation.id, "Finance officer + Legal adviser")
    request_id = ask.request(isla)
    steps = [ask.open_step(request_id, isla, place) for place in (0, 1)]
    came = at_once(*(deciding(step, both, Outcome.APPROVE) for step in steps))
    assert [type(each) for each in came].count(decide.CannotDecide) == 1
    assert models.StepDecision.objects.filter(request_id=request_id).count() == 1


def test_requests_made_at_once_are_numbered_apart(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    came = at_once(*(lambda: ask.request(isla) for _ in range(4)))
    numbers = sorted(decide.approval(each, seen_by=isla).reference for each in came)  # type: ignore[arg-type]
    assert numbers == ["D-0001", "D-0002", "D-0003", "D-0004"]


def test_one_approval_asked_for_twice_at_once_is_asked_for_once(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    subject = uuid4()
    came = at_once(*(lambda: ask.request(isla, subject_id=subject) for _ in range(2)))
    assert sorted(type(each).__name__ for each in came) == ["CannotAsk", "UUID"]
