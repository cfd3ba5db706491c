"""Practice templates stand ready, and filling twice brings nothing twice."""

from __future__ import annotations

import pytest

from carewright.config import practice_correspond, practice_decide, practice_govern
from carewright.correspond import api as correspond
from carewright.platform import api as platform
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_practice_has_an_uplift_letter_a_visit_letter_and_an_invitation_to_scrutiny() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    practice_decide.fill(by=make.OPERATOR, at=make.NOW)
    practice_govern.fill(by=make.OPERATOR, at=make.NOW)
    for _ in range(2):
        practice_correspond.fill(by=make.OPERATOR, at=make.NOW)
    seen_by = practice_govern.Cast(make.NOW).person("commissioner")
    found = {each.name: each for each in correspond.templates(seen_by=seen_by)}
    assert set(found) == {"Uplift letter", "Visit letter", "Invitation to scrutiny"}
    invitation = found["Invitation to scrutiny"]
    assert len(correspond.letters_of(invitation.pk, seen_by=seen_by)) == 1
    assert found["Visit letter"].in_use is None  # type: ignore[attr-defined]
