"""What is asked of a named lead officer, what they took, and who is told what is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import LeadDuty, Role, TrainingState
from carewright.platform.rules.training import (
    COURSES,
    SOON,
    TIME_TO_TAKE,
    Course,
    Taken,
    counts_until,
    training_asked,
)
from tests.factories import platform as make
from tests.factories import teams, together

DAY = date(2026, 6, 3)
PROTECTION = LeadDuty.ADULT_PROTECTION
MOST_QUESTIONS = 14


@pytest.fixture
def lead(db: None) -> platform.Officer:
    return make.officer(Role.QUALITY_AND_PROTECTION_LEAD)


def asked(taken_on: date | None, on: date = DAY) -> tuple[TrainingState, date]:
    """How it stands with the one course of whoever has been named for a year."""
    wanted = COURSES[0]
    taken = [Taken(wanted.code, taken_on, counts_until(wanted, taken_on))] if taken_on else []
    [found] = training_asked([(PROTECTION, DAY - timedelta(days=365))], taken, on=on)
    return found.state, found.due_on


def test_every_duty_asks_for_something_and_every_course_says_where_it_comes_from() -> None:
    assert {duty for each in COURSES for duty in each.duties} == set(LeadDuty)
    assert all(each.source and each.counts_for_years > 0 for each in COURSES)
    assert len({each.code for each in COURSES}) == len(COURSES)


@pytest.mark.parametrize(
    ("taken_on", "state"),
    [
        (None, TrainingState.MISSING),
        (date(2023, 6, 3), TrainingState.ENDED),  # the last day on which it counted was yesterday
        (date(2023, 6, 4), TrainingState.ENDS_SOON),
        (DAY + SOON - timedelta(days=3 * 365 + 1), TrainingState.ENDS_SOON),
        (date(2023, 9, 2), TrainingState.COUNTS),
        (DAY, TrainingState.COUNTS),
        (DAY + timedelta(days=1), TrainingState.MISSING),  # written down for a day to come
    ],
)
def test_a_course_counts_for_its_years_and_is_asked_for_again_in_time(
    taken_on: date | None, state: TrainingState
) -> None:
    assert asked(taken_on)[0] is state


def test_who_has_never_taken_it_has_half_a_year_from_the_day_they_were_named() -> None:
    assert asked(None)[1] == DAY - timedelta(days=365) + TIME_TO_TAKE


def test_a_course_taken_on_29_february_counts_until_1_march() -> None:
    assert counts_until(COURSES[0], date(2024, 2, 29)) == date(2027, 3, 1)


def test_a_line_asks_for_nothing_before_its_day_or_from_its_end_on() -> None:
    line = Course("a", "A", frozenset({PROTECTION}), 3, "B", date(2022, 1, 1), date(2025, 1, 1))
    days = (date(2021, 12, 31), date(2022, 1, 1), date(2024, 12, 31), date(2025, 1, 1))
    assert [line.asked_on(day) for day in days] == [False, True, True, False]


@given(st.lists(st.dates(date(2015, 1, 1), date(2026, 6, 3)), max_size=5))
def test_a_further_course_never_makes_it_worse(days: list[date]) -> None:
    wanted = COURSES[0]
    taken = [Taken(wanted.code, day, counts_until(wanted, day)) for day in days]
    order = [TrainingState.MISSING, TrainingState.ENDED, TrainingState.ENDS_SOON]
    states = [
        training_asked([(PROTECTION, date(2020, 1, 1))], taken[:n], on=DAY)[0].state
        for n in range(len(taken) + 1)
    ]
    ranks = [order.index(state) if state in order else len(order) for state in states]
    assert ranks == sorted(ranks)


def test_what_is_missing_stands_on_the_officer_s_desk_and_on_that_of_who_leads_their_team(
    lead: platform.Officer,
) -> None:
    head, other = (together.colleague(lead, Role.TEAM_MANAGER) for _ in range(2))
    teams.member(teams.team(head), lead)
    teams.named(lead, PROTECTION, localdate())
    name = COURSES[0].name
    assert f"Take the training: {name}" in make.signed_in(lead).get("/inbox/").content.decode()
    assert (
        f"Training of {lead.name}: {name}" in make.signed_in(head).get("/inbox/").content.decode()
    )
    assert name not in make.signed_in(other).get("/inbox/").content.decode()
    teams.took(lead, COURSES[0].code, make.TODAY)
    assert name not in platform_desk(lead)


def platform_desk(of: platform.Officer) -> str:
    """What the officer's desk says on the day that the tests live in."""
    found = platform.training_wanted(seen_by=of, on=make.TODAY)
    return " ".join(each.course.name for lead in found for each in lead.wanting)


def test_it_stands_on_the_officer_s_page(lead: platform.Officer) -> None:
    teams.named(lead, PROTECTION, localdate())
    administrator = make.signed_in(together.colleague(lead, Role.SYSTEM_ADMINISTRATOR))
    page = administrator.get(f"/who/officers/{lead.id}/").content.decode()
    assert COURSES[0].name in page
    assert "Not taken" in page


def test_training_is_written_down_with_the_document_that_shows_it(lead: platform.Officer) -> None:
    teams.named(lead, PROTECTION)
    browser, day = make.signed_in(teams.keeper(lead)), localdate() - timedelta(days=3)
    said = {
        "code": COURSES[0].code, "taken_on-day": day.day, "taken_on-month": day.month,
        "taken_on-year": day.year,
        "document": SimpleUploadedFile("certificate.txt", b"Attended.", "text/plain"),
    }  # fmt: skip
    answer = browser.post(f"/who/training/{lead.id}/record/", said)
    assert answer.status_code == 302, answer.content.decode()
    page = browser.get(answer.headers["Location"]).content.decode()
    assert "certificate.txt" in page
    assert models.AuditEvent.objects.filter(act="record_training").count() == 1


def test_nobody_writes_down_their_own(lead: platform.Officer) -> None:
    with pytest.raises(platform.CannotTrain, match="their own"):
        platform.record_training(
            officer_id=lead.id, code=COURSES[0].code, taken_on=make.TODAY, by=lead, at=make.NOW
        )
    made = models.TrainingTaken(
        organisation_id=lead.organisation.id, officer_id=lead.id, course="x",
        taken_on=make.TODAY, valid_until=make.TODAY + SOON, recorded_by_id=lead.id,
        recorded_by_name="Me", recorded_at=make.NOW,
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="by_another"), transaction.atomic():
        made.save()


@pytest.mark.parametrize(
    ("code", "day"), [("no_such", make.TODAY), (COURSES[0].code, make.TODAY + SOON)]
)
def test_only_a_known_course_that_was_taken_is_written_down(
    code: str, day: date, lead: platform.Officer
) -> None:
    with pytest.raises(platform.CannotTrain):
        teams.took(lead, code, day)


def test_one_officer_is_named_for_each_duty_and_another_follows_from_a_day_on(
    lead: platform.Officer,
) -> None:
    other = together.colleague(lead, Role.SOCIAL_WORKER)
    teams.named(lead, PROTECTION, make.TODAY)
    with pytest.raises(platform.CannotTrain, match="already"):
        teams.named(lead, PROTECTION, make.TODAY)
    later = make.TODAY + timedelta(days=30)
    teams.named(other, PROTECTION, later)
    for day, who in ((make.TODAY, lead), (later, other)):
        [found] = platform.lead_officers(seen_by=lead, on=day)
        assert found.officer_id == who.id


def test_a_stranger_names_nobody_and_sees_nobody(lead: platform.Officer) -> None:
    teams.named(lead, PROTECTION)
    stranger = make.officer(Role.TEAM_MANAGER)
    assert platform.lead_officers(seen_by=stranger, on=make.TODAY) == []
    with pytest.raises(platform.NotYours):
        platform.name_lead_officer(
            officer_id=lead.id, duty=PROTECTION, starts_on=make.TODAY, by=stranger, at=make.NOW
        )
    assert make.signed_in(stranger).get(f"/who/training/{lead.id}/").status_code == 404


def test_the_list_asks_few_questions(lead: platform.Officer) -> None:
    for duty in LeadDuty:
        teams.named(together.colleague(lead, Role.SOCIAL_WORKER), duty)
    browser = make.signed_in(lead)
    browser.get("/who/training/")
    with CaptureQueriesContext(connection) as questions:
        browser.get("/who/training/")
    assert len(questions) <= MOST_QUESTIONS
