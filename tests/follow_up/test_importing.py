"""A file of actions is looked at first, then brought in whole, and never twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from carewright.follow_up import api as follow_up
from carewright.follow_up import models
from carewright.notify.models import Notification
from carewright.platform import api as platform
from tests.factories import follow_up as given
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db

HEAD = "Ref,Review findings,Responsibility,Actions,Date\n"
GOOD = HEAD + "".join(f"{n}.1,Finding {n},Team {n},Do {n},30/06/2027 5 pm\n" for n in range(1, 6))
BAD = GOOD + "6.1,Finding 6,Team 6,Do 6,Summer\n" + "7.1,Finding 7,,Do 7,30/06/2027\n"


def looked_at(by: platform.Officer, text: str, plan_id: UUID | None = None) -> UUID:
    return follow_up.give_plan_file(
        plan_id=plan_id or given.plan(by), file_name="plan.csv", content=text.encode(),
        by=by, at=NOW,
    )  # fmt: skip


def test_looking_at_a_file_adds_nothing(by: platform.Officer) -> None:
    looked_at(by, GOOD)
    assert not models.Task.objects.exists()


def test_good_rows_become_actions_and_bad_ones_stay_out(by: platform.Officer) -> None:
    import_id = looked_at(by, BAD)
    assert follow_up.import_plan(import_id=import_id, by=by, at=NOW) == 5
    found = follow_up.plan_import(import_id, seen_by=by)
    assert (found.rows_added, found.rows_left_out, found.rows_known) == (5, 2, 0)
    tasks = models.Task.objects.order_by("number")
    assert [(task.number, task.action) for task in tasks] == [(n, f"Do {n}") for n in range(1, 6)]
    assert {task.source for task in tasks} == {"audit"}


def test_the_mended_file_adds_only_what_was_left_out(by: platform.Officer) -> None:
    plan_id = given.plan(by)
    follow_up.import_plan(import_id=looked_at(by, BAD, plan_id), by=by, at=NOW)
    mended = BAD.replace("Summer", "31/07/2027").replace("Finding 7,,", "Finding 7,Team 7,")
    import_id = looked_at(by, mended, plan_id)
    assert follow_up.import_plan(import_id=import_id, by=by, at=NOW) == 2
    assert models.Task.objects.count() == 7
    assert follow_up.plan_import(import_id, seen_by=by).rows_known == 5


def test_a_file_is_imported_once(by: platform.Officer) -> None:
    import_id = looked_at(by, GOOD)
    follow_up.import_plan(import_id=import_id, by=by, at=NOW)
    with pytest.raises(follow_up.Refused, match="imported already"):
        follow_up.import_plan(import_id=import_id, by=by, at=NOW)
    assert models.Task.objects.count() == 5


def test_an_owner_who_works_here_is_told(by: platform.Officer, other: platform.Officer) -> None:
    name = "Rhona Heather"
    account = platform_account(other)
    account.name = name
    account.save()
    import_id = looked_at(by, GOOD.replace("Team 3", name))
    follow_up.import_plan(import_id=import_id, by=by, at=NOW)
    assert models.Task.objects.get(number=3).owner_id == other.id
    assert Notification.objects.get().officer_id == other.id


def platform_account(officer: platform.Officer) -> object:
    from carewright.platform.models import Account

    return Account.objects.get(pk=officer.account_id)


def test_a_file_with_no_good_row_is_refused(by: platform.Officer) -> None:
    import_id = looked_at(by, HEAD + "1,Finding,Team,Do,Summer\n")
    with pytest.raises(follow_up.Refused, match="No row of the file"):
        follow_up.import_plan(import_id=import_id, by=by, at=NOW)


def test_a_strangers_plan_takes_no_file(by: platform.Officer) -> None:
    from tests.factories import platform as make

    stranger = make.commissioner()
    with pytest.raises(platform.NotYours):
        looked_at(stranger, GOOD, given.plan(by))
    with pytest.raises(platform.NotYours):
        follow_up.import_plan(import_id=looked_at(by, GOOD), by=stranger, at=NOW)


def test_a_person_sees_what_is_wrong_mends_it_and_imports(
    browser: Client, by: platform.Officer
) -> None:
    plan_id = given.plan(by)
    page = _given(browser, plan_id, BAD)
    assert "5 actions can be imported; 2 rows have to be mended first" in page
    assert "“Summer” is no date" in page
    assert "Write the date like 31/03/2026" in page
    newest = models.PlanImport.objects.latest("given_at")
    csv = browser.get(
        reverse("follow_up:plan_import", args=[newest.pk]) + "?download=csv"
    ).streaming_content  # type: ignore[attr-defined]
    assert "“Summer” is no date" in b"".join(csv).decode()
    said = browser.post(
        reverse("follow_up:import_plan", args=[newest.pk]), follow=True
    ).content.decode()
    assert "5 actions were imported." in said


def test_a_person_says_which_column_is_which(browser: Client, by: platform.Officer) -> None:
    page = _given(browser, given.plan(by), GOOD.replace("Review findings", "What we saw"))
    assert "No row can be read until somebody says which column holds what" in page
    newest = models.PlanImport.objects.get()
    page = browser.post(
        reverse("follow_up:plan_import", args=[newest.pk]), {"finding": "What we saw"}, follow=True
    ).content.decode()
    assert "5 actions can be imported" in page


def test_a_file_that_is_no_csv_is_explained_on_its_page(
    browser: Client, by: platform.Officer
) -> None:
    assert "This is no CSV file" in _given(browser, given.plan(by), "PK\x03\x04")


def _given(browser: Client, plan_id: UUID, text: str) -> str:
    file = SimpleUploadedFile("plan.csv", text.encode())
    where = reverse("follow_up:give_file", args=[plan_id])
    return browser.post(where, {"file": file}, follow=True).content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_people_who_import_the_same_rows_at_once_add_them_once(by: platform.Officer) -> None:
    plan_id = given.plan(by)
    imports = [looked_at(by, GOOD, plan_id) for _ in range(2)]

    def run(import_id: UUID) -> int:
        try:
            return follow_up.import_plan(import_id=import_id, by=by, at=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(run, imports)) == [0, 5]
    assert models.Task.objects.count() == 5
