"""Practice returns are enough for quartiles, and one of them does not add up."""

from __future__ import annotations

import pytest

from carewright.config import practice_cost, practice_govern
from carewright.cost import api as cost
from carewright.cost.api import ReturnKind
from carewright.platform import api as platform
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_practice_returns_show_a_median_and_a_total_at_odds() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    for _twice in range(2):
        practice_cost.fill(by=make.OPERATOR, at=make.NOW)
    seen_by = practice_govern.Cast(make.NOW).person("contracts")
    assert cost.returns(seen_by=seen_by).count() == 8
    (homes,) = cost.care_home_costs(seen_by=seen_by)
    assert homes.operating.median is not None
    assert homes.operating.median != homes.sum_of_line_medians
    odd = cost.returns(seen_by=seen_by).get(kind=ReturnKind.OPEN_BOOK.value)
    assert "the parts are used" in cost.cost_return(odd.pk, seen_by=seen_by).does_not_add_up
