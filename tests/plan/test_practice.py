"""The practice installation holds a decision of each kind, made through the actions."""

from __future__ import annotations

import pytest

from carewright.config import practice_decide, practice_plan
from carewright.config.casting import persona
from carewright.plan import api as plan
from carewright.plan.api import Standing
from carewright.platform import api as platform
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_one_is_in_force_one_is_to_be_looked_at_and_two_are_written() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    for stage in (practice_decide, practice_plan, practice_plan):
        stage.fill(by=make.OPERATOR, at=make.NOW)
    isla, fergus = (persona("commissioner", slug, make.NOW) for slug in ("elmshire", "oakshire"))
    found = [
        each
        for officer in (isla, fergus)
        for each in plan.sourcing_decisions(seen_by=officer, on=make.TODAY)
    ]
    assert {each.title: each.standing for each in found} == {
        practice_plan.VILLAGES: Standing.DECIDED, practice_plan.LUNCH: Standing.LOOK_AGAIN,
        practice_plan.NIGHT: Standing.DRAFT, practice_plan.DAYS: Standing.DRAFT,
    }  # fmt: skip
    (compete,) = plan.sourcing_decisions_that_say_compete(seen_by=isla)
    assert compete.title == practice_plan.VILLAGES
    (days,) = plan.sourcing_decisions(seen_by=fergus, on=make.TODAY)
    left = plan.what_is_open(days.id, seen_by=fergus, on=make.TODAY)
    assert {each.field for each in left.unanswered} == {"answer"}
