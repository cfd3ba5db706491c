"""Members have working days before the last step and after it, where the scheme's row says so."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from carewright.decide import api as decide
from carewright.decide.api import Outcome
from carewright.decide.rules.reading_scheme import read_scheme
from carewright.decide.rules.scheme_file import written_scheme
from carewright.decide.rules.words import scrutiny_words
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as given
from tests.factories import platform as make

LONDON = ZoneInfo("Europe/London")
WEDNESDAY = datetime(2026, 7, 15, 10, tzinfo=LONDON)
TUESDAY = datetime(2026, 7, 21, 17, tzinfo=LONDON)  # the fourth working day after
HEADINGS = "act,framework,step_1,scrutiny_days_before,scrutiny_days_after\r\n"


def read(days: str) -> decide.Reading:
    content = f"{HEADINGS}Award,either,Budget holder,{days}\r\n"
    return read_scheme(content.encode(), roles=frozenset(Role))


def test_the_file_says_how_many_days_and_is_written_back_the_same() -> None:
    (row,) = read("3,5").rows
    assert (row.scrutiny_before, row.scrutiny_after) == (3, 5)
    assert scrutiny_words(row) == (
        "Members may look at it for 3 working days before it is decided; it may be called in for "
        "5 working days after it is decided"
    )
    again = read_scheme(written_scheme([row]).encode(), roles=frozenset(Role))
    assert again.rows == (row,)


def test_a_file_from_before_there_were_such_days_is_read_as_it_was() -> None:
    old = read_scheme(b"act,framework,step_1\r\nAward,either,Budget holder\r\n", roles={*Role})
    (row,) = old.rows
    assert (row.scrutiny_before, row.scrutiny_after, scrutiny_words(row)) == (None, None, "")
    assert old.usable


@pytest.mark.parametrize(("days", "what"), [("61,", "61 days are more"), (",two", "no whole")])
def test_days_that_no_decision_waits_are_named_with_their_column(days: str, what: str) -> None:
    (problem,) = read(days).problems
    assert what in problem.what
    assert problem.column.startswith("scrutiny_days_")


pytest_db = pytest.mark.django_db


@pytest.fixture
def by(db: None) -> platform.Officer:
    return make.commissioner()


def asked(by: platform.Officer, *steps: str, **days: int) -> UUID:
    """A request under a scheme whose rows give members such days."""
    lines = ({"act": "award", "steps": list(steps or ("Authorising director",)), **days},)
    given.scheme(by.organisation.id, lines=lines)
    return given.request(by, at=WEDNESDAY)


def director(by: platform.Officer) -> platform.Officer:
    return given.colleague(by, Role.AUTHORISING_DIRECTOR)


def waits(request_id: UUID, by: platform.Officer, at: datetime) -> str:
    found = decide.approval(request_id, seen_by=by)
    return "; ".join(each.says for each in found.blockers_to_carry_out(at))


@pytest_db
def test_only_the_last_step_waits_for_members(by: platform.Officer) -> None:
    request_id = asked(by, "Finance officer", "Authorising director", scrutiny_before=4)
    given.approved(request_id, given.colleague(by, Role.FINANCE_OFFICER), at=WEDNESDAY)
    last = director(by)
    with pytest.raises(decide.CannotDecide, match="until 21 July 2026"):
        given.said(request_id, Outcome.DECLINE, last, at=TUESDAY - timedelta(seconds=1))
    assert decide.waiting_for(last, at=WEDNESDAY) == []
    given.approved(request_id, last, at=TUESDAY)
    assert waits(request_id, by, TUESDAY) == ""


@pytest_db
def test_what_is_approved_waits_until_five_on_the_last_working_day(by: platform.Officer) -> None:
    request_id = asked(by, scrutiny_after=4)
    assert "It is not approved" in waits(request_id, by, WEDNESDAY)
    given.approved(request_id, director(by), at=WEDNESDAY)
    assert "Scrutiny may call it in until" in waits(request_id, by, TUESDAY - timedelta(seconds=1))
    assert waits(request_id, by, TUESDAY) == ""


@pytest_db
def test_a_call_in_outlasts_the_days_and_comes_within_them(by: platform.Officer) -> None:
    request_id, member = asked(by, scrutiny_after=4), given.colleague(by, Role.SCRUTINY_MEMBER)
    given.approved(request_id, director(by), at=WEDNESDAY)
    said = {"request_id": request_id, "reason": "Wages", "by": member}
    held = decide.hold(**said, at=TUESDAY - timedelta(hours=1))
    assert "It is on hold" in waits(request_id, by, TUESDAY)
    decide.release_hold(hold_id=held, reason="Answered", by=member, at=TUESDAY)
    assert waits(request_id, by, TUESDAY) == ""
    with pytest.raises(decide.CannotDecide, match="could be called in until"):
        decide.hold(**said, at=TUESDAY)


@pytest_db
def test_what_scrutiny_agrees_cannot_wait_waits_for_nothing_and_says_who_agreed(
    db: None,
) -> None:
    by = make.officer(Role.COMMISSIONER, Role.SCRUTINY_MEMBER)
    member = given.colleague(by, Role.SCRUTINY_MEMBER)
    request_id = asked(by, scrutiny_before=4, scrutiny_after=4)
    said = {"request_id": request_id, "reason": "The lease ends", "at": WEDNESDAY}
    with pytest.raises(decide.CannotDecide, match="asked for this yourself"):
        decide.spare_the_days(**said, by=by)
    decide.spare_the_days(**said, by=member)
    given.approved(request_id, director(by), at=WEDNESDAY)
    assert waits(request_id, by, WEDNESDAY) == ""
    spared = decide.approval(request_id, seen_by=by).spared
    assert spared is not None
    assert (spared.why, spared.by) == ("The lease ends", member.name)


@pytest_db
def test_what_was_done_by_an_urgent_power_waits_for_no_days(by: platform.Officer) -> None:
    power = {"urgent_roles": "Authorising director", "urgent_days": 10}
    request_id = asked(by, scrutiny_before=4, scrutiny_after=4, **power)  # type: ignore[arg-type]
    decide.use_urgent_power(
        request_id=request_id, ground="22 people", by=director(by), at=WEDNESDAY
    )
    given.approved(request_id, director(by), at=WEDNESDAY)
    assert waits(request_id, by, WEDNESDAY) == ""
