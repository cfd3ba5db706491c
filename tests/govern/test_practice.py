"""Practice papers stand at every stage, and filling twice brings nothing twice."""

from __future__ import annotations

import pytest

from carewright.config import practice_decide, practice_govern
from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern.api import PaperState
from carewright.platform import api as platform
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_practice_papers_stand_at_every_stage() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    practice_decide.fill(by=make.OPERATOR, at=make.NOW)
    practice_govern.fill(by=make.OPERATOR, at=make.NOW)
    cast = practice_govern.Cast(make.NOW)
    seen_by = cast.person("commissioner")
    found = govern.papers(seen_by=seen_by)
    assert {each.state for each in found} == set(PaperState)
    (framework,) = [each for each in found if each.title == practice_govern.FRAMEWORK]
    members = govern.proceedings(framework.id, seen_by=seen_by)
    sources = [a.source_in_words for each in members.questions for a in each.answers]
    assert "No source is given for this answer" in sources
    assert any("https://" in each for each in sources)
    assert decide.approvals_about("paper", framework.id, seen_by=seen_by)[0].held
    assert len(decide.urgent_uses(seen_by=seen_by)) == 1
    director = cast.person("director")
    waiting = decide.waiting_for(director, at=make.NOW)
    assert "Say whether it stands" in [each.what for each in waiting]
    practice_govern.fill(by=make.OPERATOR, at=make.NOW)
    assert len(govern.papers(seen_by=seen_by)) == len(found)


def test_a_start_that_broke_off_before_the_meetings_is_taken_up_by_the_next() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    practice_decide.fill(by=make.OPERATOR, at=make.NOW)
    cast = practice_govern.Cast(make.NOW)
    with platform.acting_for(cast.council.id):
        practice_govern._bring_papers(cast)
    practice_govern.fill(by=make.OPERATOR, at=make.NOW)
    clerk = cast.person("clerk")
    met = govern.meetings(seen_by=clerk)
    assert [each.on_agenda for each in met] == [0, 1, 1]
    assert [each.cancelled_at is not None for each in met] == [True, False, False]
