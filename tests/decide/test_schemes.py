"""A version of the scheme is kept whole, adopted by a second person, and counts from its day."""

from __future__ import annotations

from datetime import date

import pytest

from carewright.decide import api as decide
from carewright.decide import models
from carewright.decide.api import SchemeState
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as ask
from tests.factories import platform as make
from tests.factories.platform import NOW, TODAY

pytestmark = pytest.mark.django_db(transaction=True)

GOOD = b"""act,framework,value_over,value_up_to,step_1,step_2
Award,either,,50000,Budget holder,
Award,either,50000,,Finance officer + Legal adviser,Committee: Council
"""
BAD = GOOD + b"Grant,either,,,Head of care,\n"


def proposed(by: platform.Officer, content: bytes = GOOD, on: date = TODAY) -> object:
    return decide.propose_scheme(
        file_name="scheme.csv", content=content, takes_effect_on=on, by=by, at=NOW
    )


def test_a_second_person_adopts_what_one_proposed(
    director: platform.Officer, isla: platform.Officer
) -> None:
    scheme_id = proposed(director)
    with pytest.raises(decide.CannotAsk):
        ask.request(isla)
    for one_person in (director, ask.second_account(director, Role.AUTHORISING_DIRECTOR)):
        with pytest.raises(decide.CannotAdopt, match="another person has to adopt"):
            decide.adopt_scheme(scheme_id=scheme_id, by=one_person, at=NOW)
    second = ask.colleague(isla, Role.SYSTEM_ADMINISTRATOR)
    decide.adopt_scheme(scheme_id=scheme_id, by=second, at=NOW)
    request = decide.approval(ask.request(isla), seen_by=isla)
    assert [step.who for step in request.steps] == ["Finance officer", "Legal adviser", "Council"]
    assert request.row.number == 3


def test_of_a_file_with_one_bad_row_nothing_is_kept(director: platform.Officer) -> None:
    with pytest.raises(decide.CannotPropose) as refused:
        proposed(director, BAD)
    assert len(refused.value.reading.rows) == 2
    assert [p.row for p in refused.value.reading.problems] == [4]
    assert not models.Scheme.objects.exists()
    assert not models.SchemeLine.objects.exists()


def test_a_file_with_a_gap_is_not_kept(director: platform.Officer) -> None:
    with pytest.raises(decide.CannotPropose) as refused:
        proposed(director, GOOD.replace(b"50000,,", b"60000,,"))
    assert "over £50,000 and up to £60,000" in refused.value.reading.faults[0].says


def test_powers_are_not_given_backwards(director: platform.Officer) -> None:
    second = ask.colleague(director, Role.AUTHORISING_DIRECTOR)
    scheme_id = proposed(director, on=date(2026, 6, 2))
    with pytest.raises(decide.CannotAdopt, match="not given backwards"):
        decide.adopt_scheme(scheme_id=scheme_id, by=second, at=NOW)


def test_two_versions_do_not_begin_on_one_day(director: platform.Officer) -> None:
    second = ask.colleague(director, Role.AUTHORISING_DIRECTOR)
    first, other = proposed(director), proposed(director)
    decide.adopt_scheme(scheme_id=first, by=second, at=NOW)
    with pytest.raises(decide.CannotAdopt, match="Another version takes effect on 3 June 2026"):
        decide.adopt_scheme(scheme_id=other, by=second, at=NOW)
    decide.put_scheme_aside(scheme_id=other, by=director, at=NOW)
    states = [each.state for each in decide.schemes(seen_by=director)]
    assert states == [SchemeState.PUT_ASIDE, SchemeState.ADOPTED]
    with pytest.raises(decide.CannotAdopt, match="not waiting any more"):
        decide.adopt_scheme(scheme_id=other, by=second, at=NOW)


def test_a_role_that_decides_nothing_here_is_refused(director: platform.Officer) -> None:
    with pytest.raises(decide.CannotPropose):
        proposed(director, GOOD.replace(b"Budget holder", b"Market analyst"))


def test_a_commissioner_changes_nobodys_powers(isla: platform.Officer) -> None:
    with pytest.raises(platform.NotPermitted):
        proposed(isla)


def test_a_stranger_finds_no_scheme(director: platform.Officer) -> None:
    scheme_id = proposed(director)
    stranger = make.officer(Role.AUTHORISING_DIRECTOR)
    for act in (decide.adopt_scheme, decide.put_scheme_aside):
        with pytest.raises(platform.NotYours):
            act(scheme_id=scheme_id, by=stranger, at=NOW)
    with pytest.raises(platform.NotFound):
        decide.scheme(scheme_id, seen_by=stranger)
