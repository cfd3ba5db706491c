"""Practice scenarios show both ways of working together, and filling twice brings nothing twice."""

from __future__ import annotations

import pytest
from django.utils.timezone import localdate

from carewright.config import practice_capacity, practice_decide, practice_foresee, practice_who
from carewright.config.casting import persona
from carewright.decide import api as decide
from carewright.foresee import api as foresee
from carewright.foresee.models import Scenario
from carewright.platform import api as platform
from carewright.platform.api import Level, SharedKind
from carewright.register import api as register
from tests.factories import platform as make
from tests.factories.platform import NOW

STAGES = (practice_who, practice_decide, practice_capacity, practice_foresee)


@pytest.mark.django_db
def test_practice_shows_a_scenario_commented_on_and_one_decided_together() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=NOW)
    for _time in ("once", "again"):
        for stage in STAGES:
            stage.fill(by=make.OPERATOR, at=NOW)
    isla = persona("commissioner", "elmshire", NOW)
    anwen = persona("joint", "alder-and-elm", NOW)
    fergus = persona("commissioner", "oakshire", NOW)
    assert Scenario.objects.count() == len(practice_foresee.SCENARIOS)
    decided = Scenario.objects.get(name=practice_foresee.JOINT)
    commented = Scenario.objects.get(name=practice_foresee.COMMENTED)
    assert decided.partnership_id in anwen.partnerships_sharing(SharedKind.SCENARIO, Level.DECIDE)
    assert commented.partnership_id in fergus.partnerships_sharing(
        SharedKind.SCENARIO, Level.COMMENT
    )
    assert platform.may(anwen, platform.Act.CHANGE_SCENARIO, decided)
    assert not platform.may(fergus, platform.Act.CHANGE_SCENARIO, commented)
    for each in (decided, commented):
        assert len(foresee.comments_on(each.pk, seen_by=isla)) == 1
    [asked] = decide.approvals_about("scenario", decided.pk, seen_by=isla)
    assert asked.link.endswith("/sent/1/")
    _reports_of_each_council(isla, fergus)


def _reports_of_each_council(isla: platform.Officer, fergus: platform.Officer) -> None:
    """The lead has what all reported, and each council its own; plans lie ahead."""
    today = localdate(NOW)
    led = register.capacity_reports(seen_by=isla, on=today)
    assert led.count() == len(practice_capacity.TOLD)
    assert {each.state for each in led} == {"there", "planned"}
    own = register.capacity_reports(seen_by=fergus, on=today)
    assert {each.area_name for each in own} == {"Oakshire"}
