"""What must hold of actions, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carewright.follow_up.rules.blockers import (
    ActionFacts,
    blockers_to_close,
    blockers_to_finish,
    blockers_to_move_date,
)
from carewright.follow_up.rules.deadlines import NotADeadline, read_clock, read_deadline
from carewright.follow_up.rules.escalating import Step, nation_of, steps_reached
from carewright.follow_up.rules.life_of_an_action import MOVES, SETTLED, ActionState
from carewright.follow_up.rules.likeness import Finding, likeness, most_like
from carewright.follow_up.rules.owners import owner_named
from carewright.follow_up.rules.recurrence import Recurrence, next_due
from carewright_engine.values.bank_holidays import Nation


def test_every_state_says_where_it_may_go() -> None:
    assert set(MOVES) == set(ActionState)
    assert {ActionState.CLOSED, ActionState.NOT_DONE, ActionState.SUPERSEDED} == SETTLED


def test_only_what_is_done_can_be_closed_and_only_by_somebody_else() -> None:
    done = ActionFacts(ActionState.DONE, evidence=1)
    assert blockers_to_close(done, did_it=False) == []
    assert [b.says for b in blockers_to_close(done, did_it=True)] == [
        "You said that it was done, so somebody else has to close it"
    ]
    for state in set(ActionState) - {ActionState.DONE}:
        assert blockers_to_close(ActionFacts(state, 1), did_it=False)


def test_nothing_is_done_without_something_that_shows_it() -> None:
    under_way = ActionFacts(ActionState.IN_PROGRESS, evidence=0)
    assert [b.field for b in blockers_to_finish(under_way, "  ", has_document=False)] == [
        "evidence"
    ]
    assert blockers_to_finish(under_way, "Minutes of 3 June", has_document=False) == []
    assert blockers_to_finish(under_way, "", has_document=True) == []


def test_a_date_changes_only_with_a_reason_and_to_another_moment() -> None:
    todo = ActionFacts(ActionState.OPEN, 0)
    due = datetime(2026, 6, 30, 16, tzinfo=UTC)
    fields = [b.field for b in blockers_to_move_date(todo, due_at=due, new_due_at=due, reason="")]
    assert fields == ["due_on", "reason"]


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("5 pm", time(17)), ("5pm", time(17)), ("5.30 pm", time(17, 30)), ("17:00", time(17)),
        ("12 noon", time(12)), ("noon", time(12)), ("12 am", time(0)), ("12 midnight", time(0)),
        ("9.10 am", time(9, 10)),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_as_people_write_it(words: str, clock: time) -> None:
    assert read_clock(words) == clock


@pytest.mark.parametrize("words", ["5", "25:00", "17:61", "13 pm", "soon", "", "5 noon"])
def test_a_time_of_day_that_means_nothing_is_refused_with_how_to_write_it(words: str) -> None:
    with pytest.raises(NotADeadline, match="like 5"):
        read_clock(words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("31/03/2026", date(2026, 3, 31)), ("31.3.26", date(2026, 3, 31)),
        ("2026-03-31", date(2026, 3, 31)), ("31 March 2026", date(2026, 3, 31)),
        ("31st Mar 2026", date(2026, 3, 31)), ("March 2026", date(2026, 3, 31)),
        ("Feb 28", date(2028, 2, 29)),
    ],
)  # fmt: skip
def test_a_date_without_a_time_means_five_in_the_afternoon_and_says_so(
    words: str, day: date
) -> None:
    read = read_deadline(words)
    assert read.at.date() == day
    assert read.at.time() == time(17)
    assert "no time of day was given, so 5 pm" in read.assumed


def test_a_time_may_stand_behind_the_date() -> None:
    read = read_deadline("31 March 2026, 12 noon")
    assert (read.at.hour, read.assumed) == (12, ())
    assert read_deadline("31/03/2026", "9.30 am").at.time() == time(9, 30)


@pytest.mark.parametrize(
    ("words", "clock", "says"),
    [
        ("Summer 2026", "", "Write the date like"), ("31/02/2026", "", "There is no such day"),
        ("to be agreed", "", "Write the date like"), ("29/03/2026", "1:30 am", "does not exist"),
        ("March 0000", "", "Write a year from 2000 to 2100"),
        ("31/03/0001", "", "Write a year from"), ("31 March 9999", "", "Write a year from"),
        ("31/12/1999", "", "Write a year from"), ("1 January 2101", "", "Write a year from"),
        (f"{'9' * 20}/03/2026", "", "There is no such day"),
        (f"1/{'9' * 5_000}/2026", "", "There is no such day"),
        ("²/03/2026", "", "There is no such day"), ("--/03/2026", "", "Write the date like"),
        ("25/10/2026", "1:30 am", "comes twice"), ("31/13/2026", "", "There is no such day"),
    ],
)  # fmt: skip
def test_what_is_no_single_moment_is_refused(words: str, clock: str, says: str) -> None:
    with pytest.raises(NotADeadline, match=says):
        read_deadline(words, clock)


almost_dates = st.from_regex(
    r"(\d{1,25}(st|th)?|[a-z]{3}|march)?[ /.,-](\d{1,25}|may|sept)[ /.,-]?\d{0,6}"
    r"(,? \d{1,3}(:\d\d)? ?(am|pm)?)?",
    fullmatch=True,
)


@given(words=st.text(max_size=60) | almost_dates, clock=st.just("") | st.text(max_size=12))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_words_are_a_moment_of_our_time_or_are_refused_with_a_reason(
    words: str, clock: str
) -> None:
    said, year = "", 0
    try:
        year = read_deadline(words, clock).at.year
    except NotADeadline as refused:
        said = str(refused)
    assert said or 2000 <= year <= 2100


@pytest.mark.parametrize(
    ("due", "recurrence", "day", "after", "expected"),
    [
        ((2026, 1, 31), Recurrence.MONTHLY, 31, (2026, 1, 30), (2026, 2, 28)),
        ((2026, 2, 28), Recurrence.MONTHLY, 31, (2026, 2, 28), (2026, 3, 31)),
        ((2026, 1, 15), Recurrence.MONTHLY, 15, (2026, 4, 20), (2026, 5, 15)),
        ((2026, 1, 15), Recurrence.QUARTERLY, 15, (2026, 1, 16), (2026, 4, 15)),
        ((2024, 2, 29), Recurrence.YEARLY, 29, (2024, 3, 1), (2025, 2, 28)),
    ],
)
def test_the_next_of_a_series_keeps_its_day_and_lies_ahead(
    due: tuple[int, int, int],
    recurrence: Recurrence,
    day: int,
    after: tuple[int, int, int],
    expected: tuple[int, int, int],
) -> None:
    at = datetime(*due, 17, tzinfo=UTC)
    found = next_due(at, recurrence, day_of_month=day, after=datetime(*after, tzinfo=UTC))
    assert found is not None
    assert (found.year, found.month, found.day) == expected


def test_the_next_of_a_series_keeps_its_hour_in_summer_and_winter() -> None:
    winter = datetime(2026, 3, 1, 17, tzinfo=UTC)
    found = next_due(winter, Recurrence.MONTHLY, day_of_month=1, after=winter)
    assert found == datetime(2026, 4, 1, 16, tzinfo=UTC)  # 5 pm either time
    assert next_due(winter, Recurrence.ONCE, day_of_month=1, after=winter) is None


def finding(text: str, source: str = "audit") -> Finding:
    return Finding(uuid4(), text, source)


def test_a_finding_in_other_words_is_proposed_and_another_is_not() -> None:
    new = finding("Contract monitoring is largely absent and irregular where it takes place.")
    same = finding(
        "Monitoring of contracts is largely absent, and irregular where it has been done."
    )
    another = finding("Payments are made twelve months in advance.")
    assert most_like(new, [another, same]) == [(same.id, likeness(new, same))]
    assert likeness(new, new) == 100


PATH = [Step(1, uuid4(), 2), Step(2, uuid4(), 5)]
FRIDAY = datetime(2026, 11, 27, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "levels"),
    [
        (FRIDAY - timedelta(minutes=1), []),
        (FRIDAY, [1]),
        (datetime(2026, 12, 1, 23, 59, tzinfo=UTC), [1]),
        # In Scotland 30 November is St Andrew's Day: two working days end on 2 December.
        (datetime(2026, 12, 2, 23, 59, tzinfo=UTC), [1]),
        (datetime(2026, 12, 3, 0, 0, tzinfo=UTC), [1, 2]),
    ],
)
def test_the_next_step_is_reached_when_the_one_before_has_had_its_working_days(
    at: datetime, levels: list[int]
) -> None:
    found = steps_reached(PATH, FRIDAY, at=at, nation=Nation.SCOTLAND)
    assert [step.level for step in found] == levels


def test_england_counts_saint_andrews_day_as_a_working_day() -> None:
    at = datetime(2026, 12, 2, 0, 0, tzinfo=UTC)
    assert len(steps_reached(PATH, FRIDAY, at=at, nation=nation_of("E10000031"))) == 2
    assert len(steps_reached(PATH, FRIDAY, at=at, nation=nation_of("S12000047"))) == 1


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Isla Rowan", ("isla", "Isla Rowan")), ("isla  rowan", ("isla", "Isla Rowan")),
        ("DL", ("dev", "Dev Larch")), ("I.R.", (None, "I.R.")),
        ("Commissioning team", (None, "Commissioning team")), ("XX", (None, "XX")),
    ],
)  # fmt: skip
def test_an_owner_is_found_by_name_or_by_initials_that_one_person_has(
    words: str, owner: tuple[str | None, str]
) -> None:
    ids: dict[str, UUID] = {"isla": uuid4(), "dev": uuid4(), "ian": uuid4()}
    people = {"Isla Rowan": ids["isla"], "Dev Larch": ids["dev"], "Ian Reed": ids["ian"]}
    key, said = owner
    assert owner_named(words, people) == (ids[key] if key else None, said)
