"""The pages of actions: what they show, what they refuse, and what they cost."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from carewright.follow_up import api as follow_up
from carewright.follow_up import models
from carewright.platform import api as platform
from tests.factories import follow_up as given
from tests.factories import hostile
from tests.factories import platform as make
from tests.factories.platform import NOW
from tests.routes import routes

pytestmark = pytest.mark.django_db

MOST = 16
ANSWERS = {
    "finding": "Contracts are kept in many places.", "action": "Keep them in one place.",
    "owner": "", "team": "Commissioning team", "due_on-day": "30", "due_on-month": "6",
    "due_on-year": "2027", "due_time": "12 noon", "source": "audit", "reference": "IA 3",
    "people_affected": "", "themes": "contract documents; Payments", "recurrence": "once",
}  # fmt: skip


def text_of(browser: Client, name: str, *args: object) -> str:
    return browser.get(reverse(f"follow_up:{name}", args=args)).content.decode()


def test_an_action_is_agreed_on_a_page(browser: Client, by: platform.Officer) -> None:
    response = browser.post(reverse("follow_up:agree"), ANSWERS)
    task = models.Task.objects.get()
    assert response.url == reverse("follow_up:action", args=[task.pk])  # type: ignore[attr-defined]
    assert task.themes == ["Contract documents", "Payments"]
    assert "30 June 2027, 12\u00a0noon" in text_of(browser, "action", task.pk)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"team": ""}, "Choose an officer, or name a team"),
        ({"due_time": "soon"}, "Write the time like 5 pm"),
        (
            {"due_on-day": "28", "due_on-month": "3", "due_time": "1:30"},
            "does not exist: the clocks go forward",
        ),
        ({"source": ""}, "What did it come from"),
    ],
)
def test_a_wrong_answer_is_explained_and_what_was_typed_stays(
    browser: Client, changed: dict[str, str], says: str
) -> None:
    page = browser.post(reverse("follow_up:agree"), ANSWERS | changed).content.decode()
    assert says in page
    assert "Keep them in one place." in page
    assert not models.Task.objects.exists()


def test_a_document_given_as_evidence_can_be_opened(browser: Client, by: platform.Officer) -> None:
    task_id = given.action(by)
    letter = SimpleUploadedFile("minutes.txt", b"Agreed.")
    browser.post(reverse("follow_up:done", args=[task_id]), {"evidence": "", "document": letter})
    page = text_of(browser, "action", task_id)
    assert "minutes.txt" in page
    assert "Somebody else has to check the evidence" in page
    assert "Close the action" not in page


def test_a_refused_finish_keeps_no_document(browser: Client, by: platform.Officer) -> None:
    task_id = given.done(by)
    letter = SimpleUploadedFile("minutes.txt", b"Agreed.")
    browser.post(reverse("follow_up:done", args=[task_id]), {"evidence": "x", "document": letter})
    from carewright.platform.models import Document

    assert not Document.objects.exists()


def test_a_hostile_file_is_an_error_on_its_question_and_the_evidence_stays_typed(
    browser: Client, by: platform.Officer
) -> None:
    task_id = given.action(by)
    file = SimpleUploadedFile(*hostile.bursts(random.Random(1)))
    typed = {"evidence": "The minutes show it", "document": file}
    page = browser.post(reverse("follow_up:done", args=[task_id]), typed).content.decode()
    assert 'href="#id_document"' in page
    assert "The minutes show it" in page
    assert not models.Evidence.objects.exists()


def test_the_second_person_sees_the_button_and_closes(
    by: platform.Officer, other: platform.Officer
) -> None:
    task_id = given.done(by)
    browser = make.signed_in(other)
    assert "Close the action" in text_of(browser, "action", task_id)
    browser.post(reverse("follow_up:close", args=[task_id]))
    assert "checked and closed it" in text_of(browser, "action", task_id)


def test_a_step_that_cannot_be_taken_says_why(browser: Client, by: platform.Officer) -> None:
    task_id = given.done(by)
    page = browser.post(reverse("follow_up:close", args=[task_id]), follow=True).content.decode()
    assert "somebody else has to close it" in page


def test_the_page_says_how_often_a_finding_has_come_back(
    browser: Client, by: platform.Officer
) -> None:
    one = given.action(by, at=NOW - timedelta(days=700))
    two = given.action(by)
    assert "much like this one" in text_of(browser, "action", two)
    browser.post(reverse("follow_up:compare", args=[two, one]), {"same": "yes"})
    assert "The same finding has come back once since 2024" in text_of(browser, "action", two)
    assert "1 finding has come back" in text_of(browser, "returning")


def test_the_list_is_narrowed_by_owner_state_source_and_theme(
    browser: Client, by: platform.Officer
) -> None:
    mine = {"owner_id": by.id, "owner_words": by.name, "due_at": now() + timedelta(days=30)}
    given.action(by, action="Mine to do", **mine)
    given.action(by, action="Late payment", due_at=NOW - timedelta(days=999), themes=("Payments",))
    for query, shown, hidden in (
        ("whose=mine", "Mine to do", "Late payment"),
        ("standing=overdue", "Late payment", "Mine to do"),
        ("theme=Payments", "Late payment", "Mine to do"),
        ("q=payment", "Late payment", "Mine to do"),
    ):
        page = browser.get(reverse("follow_up:actions") + "?" + query).content.decode()
        assert shown in page, query
        assert hidden not in page, query
    assert b"Mine to do" in b"".join(
        browser.get(reverse("follow_up:actions") + "?download=csv").streaming_content  # type: ignore[attr-defined]
    )


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_asks_few_questions_however_long_it_is(
    how_many: int, browser: Client, by: platform.Officer
) -> None:
    first = models.Task.objects.get(pk=given.action(by))
    models.Task.objects.bulk_create(
        models.Task(
            organisation_id=first.organisation_id, number=2 + place, finding="Finding",
            action=f"Action {place}", owner_words="Team", due_at=given.DUE, source="audit",
            day_of_month=30, created_by_name="x", created_at=NOW,
        )
        for place in range(how_many - 1)
    )  # fmt: skip
    addresses = [
        reverse("follow_up:actions"), reverse("follow_up:action", args=[first.pk]),
        reverse("follow_up:returning"),
    ]  # fmt: skip
    for address in addresses:
        browser.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(address).status_code == 200
        assert len(asked) <= MOST, address


DETAILS = [r for r in routes() if r.name.startswith("follow_up:") and r.parameters]


@pytest.mark.parametrize("route", DETAILS, ids=str)
def test_a_strangers_page_does_not_exist(route: object, by: platform.Officer) -> None:
    held = given.held_by(by, "Elmshire")
    kwargs = {each: held[each] for each in route.parameters}  # type: ignore[attr-defined]
    where = reverse(route.name, kwargs=kwargs)  # type: ignore[attr-defined]
    theirs, own = make.signed_in(make.commissioner()), make.signed_in(by)
    method = "get" if "GET" in (route.methods or ()) else "post"  # type: ignore[attr-defined]
    assert getattr(theirs, method)(where).status_code == 404
    assert getattr(own, method)(where).status_code in (200, 302)


TABLES = [
    models.Task, models.Evidence, models.DueChange, models.ComparedFindings, models.Plan,
    models.PlanImport, models.Review, models.Phase,
]  # fmt: skip


def test_the_database_shows_every_table_to_its_own_organisation_only(by: platform.Officer) -> None:
    with platform.acting_for(by.organisation.id):
        held = given.held_by(by, "Elmshire")
        given.done(by)
        follow_up.move_due_date(
            task_id=held["task_id"], due_at=NOW + timedelta(days=99), reason="x", by=by, at=NOW
        )
        follow_up.tell_apart(task_id=held["task_id"], earlier_id=held["earlier_id"], by=by, at=NOW)
        assert all(model.objects.exists() for model in TABLES)
    with platform.acting_for(make.commissioner().organisation.id):
        assert not any(model.objects.exists() for model in TABLES)
