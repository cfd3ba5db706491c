"""Practice changes are of every kind and in different states, and filling twice changes nothing."""

from __future__ import annotations

import pytest

from carewright.config import (
    practice_contract,
    practice_decide,
    practice_govern,
    practice_vary,
)
from carewright.platform import api as platform
from carewright.vary import api as vary
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_practice_changes_are_of_each_kind_in_different_states() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    for stage in (practice_decide, practice_contract, practice_vary, practice_vary):
        stage.fill(by=make.OPERATOR, at=make.NOW)
    seen_by = practice_govern.Cast(make.NOW).person("contracts")
    found = vary.changes(seen_by=seen_by, on=make.TODAY)
    assert sorted((each.kind, each.state.label) for each in found) == [
        ("exemption", "Draft"), ("exemption", "Granted"), ("exemption", "Lapsed"),
        ("exit", "Exit under way"), ("variation", "Applied"), ("variation", "Draft"),
        ("variation", "Draft"),
    ]  # fmt: skip
