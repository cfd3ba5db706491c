"""Practice rounds stand in three states, and filling twice brings nothing twice."""

from __future__ import annotations

import pytest

from carewright.config import practice_decide, practice_uplift
from carewright.config.practice_govern import Cast
from carewright.platform import api as platform
from carewright.uplift import api as uplift
from carewright.uplift.api import RoundState, Said
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_practice_rounds_show_a_price_below_its_floor_and_a_dispute() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    for stage in (practice_decide, practice_uplift, practice_uplift):
        stage.fill(by=make.OPERATOR, at=make.NOW)
    seen_by = Cast(make.NOW).person("contracts")
    kept = uplift.rounds(seen_by=seen_by).order_by("number")
    found = [uplift.uplift_round(each.pk, seen_by=seen_by) for each in kept]
    assert [each.state for each in found] == [
        RoundState.APPLIED, RoundState.CHECKED, RoundState.PREVIEWED,
    ]  # fmt: skip
    trouble = found[-1]
    below = [each.name for each in trouble.providers if each.below]
    disputed = [each.name for each in trouble.providers if each.said is Said.DISPUTED]
    assert (below, disputed) == (["Skerrybank Homecare"], ["Quernhill Living"])
    assert (trouble.over_budget_pence or 0) > 0
