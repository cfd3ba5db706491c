"""A finding that returns is linked to its earlier self by a person, and counted."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from carewright.follow_up import api as follow_up
from carewright.follow_up import models
from carewright.platform import api as platform
from tests.factories import follow_up as given
from tests.factories import platform as make
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db

WORDS = "Contract monitoring is largely absent, and irregular where it takes place."


def found_in(by: platform.Officer, year: int, words: str = WORDS) -> UUID:
    return given.action(by, finding=words, at=datetime(year, 3, 1, tzinfo=UTC))


def same(task: UUID, earlier: UUID, by: platform.Officer) -> None:
    follow_up.confirm_return(task_id=task, earlier_id=earlier, by=by, at=NOW)


def test_a_likely_earlier_self_is_proposed_and_nothing_is_linked_unasked(
    by: platform.Officer,
) -> None:
    first = found_in(by, 2024)
    given.action(by, finding="Payments are made a year ahead.", at=datetime(2024, 5, 1, tzinfo=UTC))
    again = found_in(by, 2026, "Contract monitoring is still largely absent or irregular.")
    (alike,) = follow_up.earlier_selves(again, seen_by=by)
    assert alike.id == first
    assert follow_up.earlier_selves(first, seen_by=by) == []  # nothing was found before it
    assert follow_up.returning(seen_by=by) == []


def test_a_finding_that_came_back_three_times_is_counted_from_its_first_self(
    by: platform.Officer,
) -> None:
    one, two, three, four = (found_in(by, year) for year in (2024, 2025, 2026, 2027))
    same(two, one, by)
    same(three, two, by)  # linked to a later self, counted from the first
    same(four, one, by)
    (returning,) = follow_up.returning(seen_by=by)
    assert (returning.first_id, returning.came_back) == (one, 3)
    assert returning.first_made_at.year == 2024
    assert [each.id for each in follow_up.selves_of(one, seen_by=by)] == [one, two, three, four]


def test_two_chains_that_turn_out_to_be_one_are_counted_together(by: platform.Officer) -> None:
    one, two, three, four = (found_in(by, year) for year in (2024, 2025, 2026, 2027))
    same(four, three, by)
    same(two, one, by)
    same(four, two, by)
    (returning,) = follow_up.returning(seen_by=by)
    assert (returning.first_id, returning.came_back) == (one, 3)


def test_saying_it_twice_changes_nothing(by: platform.Officer) -> None:
    one, two = found_in(by, 2024), found_in(by, 2025)
    same(two, one, by)
    same(two, one, by)
    acts = [e.act for e in platform.events_about("task", two, seen_by=by)]
    assert acts.count("confirm_return") == 1


def test_findings_told_apart_are_not_proposed_again(by: platform.Officer) -> None:
    one, two = found_in(by, 2024), found_in(by, 2025)
    follow_up.tell_apart(task_id=two, earlier_id=one, by=by, at=NOW)
    assert follow_up.earlier_selves(two, seen_by=by) == []
    assert models.ComparedFindings.objects.get().said_by_name == by.name


def test_the_earlier_self_is_the_earlier_one(by: platform.Officer) -> None:
    one, two = found_in(by, 2024), found_in(by, 2025)
    with pytest.raises(follow_up.Refused, match="is the later one"):
        same(one, two, by)
    with pytest.raises(follow_up.Refused, match="not its own"):
        same(one, one, by)


def test_nobody_links_to_a_strangers_finding(by: platform.Officer) -> None:
    theirs = found_in(make.commissioner(), 2024)
    own = found_in(by, 2025)
    assert follow_up.earlier_selves(own, seen_by=by) == []
    with pytest.raises(platform.NotYours):
        same(own, theirs, by)


def test_the_rounds_of_a_series_do_not_count_as_findings_come_back(
    by: platform.Officer, other: platform.Officer
) -> None:
    task_id = given.done(by, recurrence=follow_up.Recurrence.MONTHLY)
    next_id = follow_up.close_action(task_id=task_id, by=other, at=NOW)
    assert next_id is not None
    assert follow_up.earlier_selves(next_id, seen_by=by) == []


def test_a_finding_with_two_actions_is_compared_once(by: platform.Officer) -> None:
    found_in(by, 2024)
    plan_id = given.plan(by)
    one = given.action(by, finding=WORDS, plan_id=plan_id)
    two = given.action(by, finding=WORDS, plan_id=plan_id, action="Another action")
    assert len(follow_up.earlier_selves(one, seen_by=by)) == 1
    assert follow_up.earlier_selves(two, seen_by=by) == []
    assert [new.id for new, _ in follow_up.proposed_returns(seen_by=by)] == [one]
