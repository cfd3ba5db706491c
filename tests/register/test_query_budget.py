"""However long a list is, its page costs the database the same few questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.platform import api as platform
from carewright.register import models
from tests.factories import platform as make
from tests.factories import register as files
from tests.register.test_corrections import put_right

pytestmark = pytest.mark.django_db

MOST = 12


def questions(browser: Client, address: str) -> int:
    browser.get(address)  # whatever is kept from one request to the next is kept now
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_of_services_asks_few_questions(
    how_many: int, browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    files.imported(by, files.many_services(tmp_path, how_many))
    assert questions(browser, reverse("register:services")) <= MOST
    assert questions(browser, reverse("register:services") + "?q=home&sort=-places") <= MOST


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_of_files_asks_few_questions(
    how_many: int, browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    given = models.Dataset.objects.get(pk=files.given(by, files.datastore(tmp_path)))
    models.Dataset.objects.bulk_create(
        models.Dataset(
            organisation_id=given.organisation_id, document_id=given.document_id,
            file_name=f"file{number}.csv", sha256=f"{number:064d}", size=1,
            uploaded_by_name="Person", uploaded_at=make.NOW,
        )
        for number in range(how_many - 1)
    )  # fmt: skip
    assert questions(browser, reverse("register:files")) <= MOST


@pytest.mark.parametrize("page", ["corrections", "groups"])
def test_other_lists_ask_few_questions(
    page: str, browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    files.imported(by, files.many_services(tmp_path, 100))
    put_right(by)
    assert questions(browser, reverse(f"register:{page}")) <= MOST


def test_the_pages_of_one_thing_ask_few_questions(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(by, files.many_services(tmp_path, 100))
    assert questions(browser, reverse("register:file", args=[dataset_id])) <= MOST
    assert questions(browser, reverse("register:service", args=["CS2003000001"])) <= MOST
    assert questions(browser, reverse("register:who_runs", args=[files.FIFE])) <= MOST
