"""Practice data has something of each kind to look at, and filling twice brings nothing twice."""

from __future__ import annotations

import pytest

from carewright.config import (
    practice_contract,
    practice_decide,
    practice_govern,
    practice_keep_to,
)
from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.keep_to.api import DutyState
from carewright.platform import api as platform
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_practice_obligations_are_late_done_handed_on_and_not_needed() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    for stage in (practice_decide, practice_contract, practice_keep_to, practice_keep_to):
        stage.fill(by=make.OPERATOR, at=make.NOW)
    keeper = practice_govern.Cast(make.NOW).person("contracts")
    states = set(models.Obligation.objects.values_list("state", flat=True))
    assert states >= {each.value for each in DutyState} - {DutyState.REPLACED.value}
    assert keep_to.due_for(keeper, at=make.NOW)
    assert models.Obligation.objects.filter(handed_on=True).count() == 1
    for each in (DutyState.DONE, DutyState.NOT_NEEDED):
        assert models.Obligation.objects.filter(state=each.value).count() == 1
    assert models.BriefingVersion.objects.count() == models.Statement.objects.count() == 2
