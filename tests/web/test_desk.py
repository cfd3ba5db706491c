"""A desk shows the late first, says how late in words, and counts the people whom it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright.web.desk.duties import Duty, Pending
from carewright.web.desk.piles import people_in, sorted_at, state_of, waiting_for
from carewright.web.desk.presenting import counts, desk_piles
from carewright.web.desk.weeks import WEEKS, drawn, weeks_ahead

NOW = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)  # a Tuesday


def duty(due: datetime | None, people: int | None = 5) -> Duty:
    return Duty("Sign", "/decide/1/", "C-0417", people, due)


@pytest.mark.parametrize(
    ("due", "words", "state"),
    [
        (datetime(2026, 9, 30, 11, 0, tzinfo=UTC), "55 days late", "late"),
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "1 day late", "late"),
        (datetime(2026, 11, 24, 9, 9, tzinfo=UTC), "Late today", "late"),
        (datetime(2026, 11, 24, 9, 10, tzinfo=UTC), "Today", "soon"),
        (datetime(2026, 11, 25, 23, 59, tzinfo=UTC), "Tomorrow", "soon"),
        (datetime(2026, 11, 27, 12, 0, tzinfo=UTC), "3 days", "soon"),
        (datetime(2026, 12, 1, 17, 0, tzinfo=UTC), "7 days", "none"),
        (None, "No date", "none"),
    ],
)
def test_a_deadline_says_how_late_or_how_soon(due: datetime | None, words: str, state: str) -> None:
    assert (state_of(due, NOW).text, state_of(due, NOW).state) == (words, state)


def test_a_deadline_late_in_a_summer_evening_belongs_to_that_day_in_london() -> None:
    evening = datetime(2026, 6, 3, 22, 30, tzinfo=UTC)  # 11.30 pm in London
    assert state_of(evening, datetime(2026, 6, 2, 23, 30, tzinfo=UTC)).text == "Today"


def test_what_waits_for_others_says_for_how_long() -> None:
    assert waiting_for(NOW - timedelta(days=8), NOW).text == "8 days"
    assert waiting_for(NOW - timedelta(minutes=5), NOW).text == "Since today"


FIRST = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
few = st.lists(moments, max_size=12)


@given(dues=st.lists(st.one_of(st.none(), moments), max_size=12), now=moments)
def test_every_duty_lies_in_one_pile_and_none_is_lost(
    dues: list[datetime | None], now: datetime
) -> None:
    piles = sorted_at([duty(due) for due in dues], now)
    laid = [*piles.overdue, *piles.due, *piles.later, *piles.undated]
    assert sorted(str(each.due) for each in laid) == sorted(map(str, dues))
    assert all(each.due < now for each in piles.overdue if each.due)
    assert list(piles.overdue) == sorted(piles.overdue, key=lambda each: str(each.due))


@given(dues=few, now=moments)
def test_every_duty_of_the_next_twelve_weeks_is_a_block(
    dues: list[datetime], now: datetime
) -> None:
    weeks = weeks_ahead([duty(due) for due in dues], now)
    assert len(weeks) == WEEKS
    assert all(monday.weekday() == 0 for monday, _count in weeks)
    ends = weeks[-1][0] + timedelta(days=7)
    inside = [due for due in dues if due >= now and due.date() < ends - timedelta(days=1)]
    assert sum(count for _monday, count in weeks) >= len(inside)


def test_a_week_with_much_more_than_the_others_is_named_in_the_picture() -> None:
    weeks = weeks_ahead([duty(NOW + timedelta(weeks=3))] * 9 + [duty(NOW)], NOW)
    assert "9 together" in drawn(weeks).wide
    assert "together" not in drawn(weeks_ahead([duty(NOW)] * 2, NOW)).wide


def test_the_numbers_at_the_head_count_things_and_people() -> None:
    piles = sorted_at([duty(NOW - timedelta(days=1), 86), duty(NOW - timedelta(days=2), 23)], NOW)
    pending = [Pending("Signature", "/x/", "C-1", 17, "Provider", NOW)]
    overdue, due, waiting = counts(piles, pending, NOW)
    assert (overdue.how_many, overdue.beneath) == ("2", "109 people affected")
    assert (due.how_many, due.link.text) == ("0", "Due by 1 December 2026")
    assert (waiting.how_many, waiting.beneath) == ("1", "17 people affected")
    assert people_in(pending) == 17


@pytest.mark.parametrize(
    ("people", "beneath"),
    [
        ((86, 23, None, None), "109 people, and 2 not said"),
        ((1, None), "1 person, and 1 not said"),
        ((None, None), "People affected: not said"),
        ((0, 0), ""),
    ],
)
def test_an_unknown_number_of_people_is_never_counted_as_nought(
    people: tuple[int | None, ...], beneath: str
) -> None:
    late = [duty(NOW - timedelta(days=1), each) for each in people]
    overdue, *_others = counts(sorted_at(late, NOW), [], NOW)
    assert overdue.beneath == beneath


def test_a_duty_about_an_unknown_number_of_people_says_so_and_not_none() -> None:
    (pile,) = desk_piles(sorted_at([duty(None, people=None)], NOW), [], NOW)
    assert (pile.rows[0].people, pile.rows[0].bar) == ("Not said", 0)


def test_the_longest_bar_is_the_most_people_of_the_whole_desk() -> None:
    piles = sorted_at([duty(NOW - timedelta(days=1), 400), duty(NOW, 4)], NOW)
    bars = [row.bar for pile in desk_piles(piles, [], NOW) for row in pile.rows]
    assert bars == [64, 2]


def test_the_first_week_begins_on_the_monday_before() -> None:
    assert weeks_ahead([], NOW)[0] == (date(2026, 11, 23), 0)
