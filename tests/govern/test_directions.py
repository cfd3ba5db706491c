"""A joint board directs a body on an approved decision; the body acknowledges and reports."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.config import practice_decide, practice_directions
from carewright.govern import api as govern
from carewright.govern import models
from carewright.govern.api import DirectionState, NoteKind, Replacing
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.models import AuditEvent
from tests.factories import directions as given
from tests.factories import platform as make
from tests.register.working import do_queued_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(db: None) -> platform.Officer:
    return given.chief()


@pytest.fixture
def director(db: None) -> platform.Officer:
    return given.director()


def acknowledge(direction_id: Any, by: platform.Officer, **more: Any) -> None:
    wanted = {"kind": NoteKind.ACKNOWLEDGED, "by": by, "at": make.NOW}
    govern.answer_direction(direction_id=direction_id, **{**wanted, **more})


def test_every_state_says_where_it_may_go() -> None:
    assert set(govern.DIRECTION_MOVES) == set(DirectionState)


def test_the_directed_body_sees_a_direction_once_it_is_issued(
    chief: platform.Officer, director: platform.Officer
) -> None:
    direction_id = given.draft(chief, director)
    assert govern.directions(seen_by=director) == []
    with pytest.raises(platform.NotFound):
        govern.direction(direction_id, seen_by=director)
    govern.issue_direction(direction_id=direction_id, by=chief, at=make.NOW)
    assert not Notification.objects.filter(subject_kind="direction").exists()
    do_queued_work()
    found = govern.direction(direction_id, seen_by=director)
    assert (found.state, found.money_pence) == (DirectionState.ISSUED, 14_000_000)
    assert found.rests_on.startswith("D-0001 ")
    assert Notification.objects.filter(subject_kind="direction").count() == 1


def test_the_directed_body_acknowledges_and_reports_and_the_board_reads_it(
    chief: platform.Officer, director: platform.Officer
) -> None:
    direction_id = given.issued(chief, director)
    with pytest.raises(govern.CannotDo, match="Acknowledge the direction first"):
        acknowledge(direction_id, director, kind=NoteKind.PROGRESS, text="Begun")
    acknowledge(direction_id, director)
    with pytest.raises(govern.CannotDo, match="acknowledged already"):
        acknowledge(direction_id, director)
    acknowledge(direction_id, director, kind=NoteKind.PROGRESS, text="Begun")
    found = govern.direction(direction_id, seen_by=chief)
    assert [each.text for each in found.notes] == ["", "Begun"]
    acts = AuditEvent.objects.filter(subject_kind="direction").values_list("act", flat=True)
    assert set(acts) == {"write_direction", "issue_direction", "answer_direction"}


def test_a_direction_rests_on_a_decision_that_the_board_has_approved(
    chief: platform.Officer, director: platform.Officer
) -> None:
    waiting = given.decision(chief, approved=False)
    for request_id in (waiting, uuid4()):
        with pytest.raises(govern.CannotDo, match="your board has approved"):
            given.draft(chief, director, request_id=request_id)


def test_only_a_joint_board_directs_and_only_councils_and_health_boards(
    chief: platform.Officer, director: platform.Officer
) -> None:
    council = make.officer(platform.Role.JOINT_COMMISSIONER)
    with pytest.raises(govern.CannotDo, match="Only an integration joint board"):
        given.draft(council, director)
    with pytest.raises(govern.CannotDo, match="Only a council or a health board"):
        given.draft(chief, chief)


@pytest.mark.parametrize("how", list(Replacing))
def test_a_later_direction_ends_an_earlier_one_when_it_is_issued(
    how: Replacing, chief: platform.Officer, director: platform.Officer
) -> None:
    first = given.issued(chief, director)
    later = given.draft(chief, director, replaces_id=first, replaces_how=how)
    assert govern.direction(first, seen_by=director).state is DirectionState.ISSUED
    assert govern.direction(first, seen_by=director).followed_by == ""
    govern.issue_direction(direction_id=later, by=chief, at=make.NOW)
    ended = govern.direction(first, seen_by=director)
    assert (ended.state, ended.followed_by_id) == (how.leaves, later)
    with pytest.raises(govern.CannotDo, match="no longer stands"):
        acknowledge(first, director)
    with pytest.raises(govern.CannotDo, match="no longer stands"):
        given.draft(chief, director, replaces_id=first, replaces_how=how)


def test_the_words_of_an_issued_direction_never_change(
    chief: platform.Officer, director: platform.Officer
) -> None:
    direction_id = given.issued(chief, director)
    with pytest.raises(govern.CannotDo, match="stays as it is"):
        govern.write_direction(
            said=given.said(director, given.decision(chief)), direction_id=direction_id, by=chief,
            at=make.NOW,
        )  # fmt: skip
    for change in (lambda own: own.update(money_pence=1), lambda own: own.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(models.Direction.objects.filter(pk=direction_id))


def seen_as(officer: platform.Officer) -> tuple[int, int]:
    with platform.acting_for(officer.organisation.id):
        return models.Direction.objects.count(), models.DirectionNote.objects.count()


def test_the_database_shows_directions_to_the_board_and_the_directed_alone(
    chief: platform.Officer, director: platform.Officer
) -> None:
    direction_id, stranger = given.draft(chief, director), given.director()
    assert (seen_as(chief), seen_as(director)) == ((1, 0), (0, 0))
    govern.issue_direction(direction_id=direction_id, by=chief, at=make.NOW)
    acknowledge(direction_id, director)
    assert seen_as(chief) == seen_as(director) == (1, 1)
    assert seen_as(stranger) == (0, 0)
    with platform.acting_for(director.organisation.id):
        assert models.Direction.objects.update(state="revoked") == 0


def test_the_database_lets_nobody_answer_what_was_not_issued_to_them(
    chief: platform.Officer, director: platform.Officer
) -> None:
    drafted = given.draft(chief, director)
    for officer in (director, chief, given.director()):
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            platform.acting_for(officer.organisation.id),
        ):
            models.DirectionNote.objects.create(
                organisation_id=officer.organisation.id, direction_id=drafted,
                kind="acknowledged", said_by_name="x", said_at=make.NOW,
            )  # fmt: skip


def test_a_stranger_finds_no_direction(chief: platform.Officer, director: platform.Officer) -> None:
    direction_id, stranger = given.issued(chief, director), given.director()
    browser, other = make.signed_in(stranger), make.signed_in(given.chief())
    assert browser.get(reverse("govern:direction", args=[direction_id])).status_code == 404
    for route in ("acknowledge_direction", "report_progress"):
        where = reverse(f"govern:{route}", args=[direction_id])
        assert browser.post(where, {"text": "x"}).status_code == 404
    for route in ("issue_direction", "write_direction"):
        assert other.post(reverse(f"govern:{route}", args=[direction_id])).status_code == 404
    assert "Nothing here yet" in browser.get(reverse("govern:directions")).text


def test_a_direction_is_written_issued_and_answered_on_pages(
    chief: platform.Officer, director: platform.Officer
) -> None:
    board, council = make.signed_in(chief), make.signed_in(director)
    answers = {
        **given.WORDS, "money_pence": "140,000.50", "to": str(director.organisation.id),
        "request": str(given.decision(chief)), "starts_on-day": "1", "starts_on-month": "4",
        "starts_on-year": "2026",
    }  # fmt: skip
    answers = {key: value for key, value in answers.items() if isinstance(value, str)}
    where = reverse("govern:new_direction")
    assert "Error:" in board.post(where, {**answers, "text": ""}).text
    page = board.post(where, answers, follow=True).text
    assert "£140,000.50" in page
    direction = models.Direction.objects.get()
    changed = {**answers, "title": "Care at home by night"}
    page = board.post(
        reverse("govern:write_direction", args=[direction.pk]), changed, follow=True
    ).text
    assert "Care at home by night" in page
    page = board.post(reverse("govern:issue_direction", args=[direction.pk]), follow=True).text
    assert "has not acknowledged it yet" in page
    page = council.post(
        reverse("govern:acknowledge_direction", args=[direction.pk]), follow=True
    ).text
    assert "Report progress" in page
    assert "Issue the direction" not in page
    where = reverse("govern:report_progress", args=[direction.pk])
    assert "210 hours" in council.post(where, {"text": "210 hours"}, follow=True).text
    assert "210 hours" in board.get(reverse("govern:direction", args=[direction.pk])).text


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_asks_few_questions(how_many: int, director: platform.Officer) -> None:
    board = given.chief()
    models.Direction.objects.bulk_create(
        models.Direction(
            **given.WORDS, organisation_id=board.organisation.id, number=number,
            to_id=director.organisation.id, to_name="Council", request_id=uuid4(),
            rests_on="D-0001", state="issued", issued_by_name="x", issued_at=make.NOW,
            written_by_name="x", written_at=make.NOW,
        )
        for number in range(1, how_many + 1)
    )  # fmt: skip
    browser = make.signed_in(director)
    browser.get(reverse("govern:directions"))
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(reverse("govern:directions")).status_code == 200
    assert len(asked) <= 13, len(asked)


def test_practice_directions_stand_at_every_stage_but_revoked() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    practice_decide.fill(by=make.OPERATOR, at=make.NOW)
    for _again in range(2):
        practice_directions.fill(by=make.OPERATOR, at=make.NOW)
    found = models.Direction.objects.all()
    assert {each.state for each in found} == {"draft", "issued", "superseded"}
    assert len(found) == 4
    assert found[0].starts_on == date(found[0].written_at.year, 4, 1)
