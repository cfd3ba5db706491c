"""The pages of the register: give a file, look at it, import it, take it back, put it right."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from carewright.platform import api as platform
from carewright.platform.api import JobState
from carewright.register import api as register
from carewright.register import models
from carewright.register.api import DatasetState
from tests.factories import platform as make
from tests.factories import register as files
from tests.register.test_bad_files import give
from tests.register.test_confirmations import COUNCIL_RUN
from tests.register.working import do_queued_work

pytestmark = pytest.mark.django_db

WHY = "The manager told us by letter"


def text_of(page: str) -> str:
    """What a person reads, without markup and with single blanks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2]))


def read(browser: Client, address: str) -> str:
    response = browser.get(address, follow=True)
    assert response.status_code == 200, address
    return text_of(response.content.decode())


def send(browser: Client, address: str, **given: object) -> str:
    response = browser.post(address, given, follow=True)
    assert response.status_code == 200, address
    return text_of(response.content.decode())


def as_given(file: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile(file.name, file.read_bytes())


def at(dataset_id: UUID, part: str = "") -> str:
    return f"/register/files/{dataset_id}/{part}"


def test_a_file_given_is_read_shown_and_imported(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    page = give(browser, "store_2022-03-31.csv", files.datastore(tmp_path, {}, {}).read_bytes())
    assert "2 of 2 rows can be used" in text_of(page)
    dataset = models.Dataset.objects.get()
    asked = browser.post(at(dataset.pk, "import/"))
    assert asked.url.startswith("/jobs/")
    assert "Importing store_2022-03-31.csv" in read(browser, asked.url)
    do_queued_work()
    job = platform.job(UUID(asked.url.split("/")[2]), seen_by=by)
    assert (job.state, job.result_link) == (JobState.DONE, at(dataset.pk))
    page = read(browser, at(dataset.pk))
    assert "2 of 2 rows are used" in page
    assert "Take the import back" in page


def test_giving_the_same_file_again_leads_to_the_imported_one_and_keeps_nothing(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    file = files.datastore(tmp_path)
    files.imported(by, file)
    page = send(browser, "/register/give/", file=as_given(file), kind="")
    assert "This very file was imported on 3 June 2026, 1 pm by Person. Nothing has changed" in page
    assert models.Dataset.objects.count() == 1


def test_importing_a_second_reading_of_the_same_file_says_so_on_the_page(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    file = files.datastore(tmp_path)
    first, second = files.read(by, file), files.read(by, file)
    register.import_dataset(dataset_id=first, by=by, at=make.NOW)
    assert "The very same file has been imported" in read(browser, at(second))
    asked = browser.post(at(second, "import/"))
    do_queued_work()
    assert "This file was imported on 3 June 2026 by Person" in read(browser, asked.url)
    assert models.ServiceReading.objects.count() == 1


def test_pressing_import_twice_asks_once(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(by, files.datastore(tmp_path))
    addresses = {browser.post(at(dataset_id, "import/")).url for _ in range(2)}
    assert len(addresses) == 1
    assert do_queued_work() == 1


def test_while_work_is_under_way_the_files_page_leads_to_it(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(by, files.datastore(tmp_path))
    job = browser.post(at(dataset_id, "import/")).url
    assert browser.get(at(dataset_id)).url == job


def test_a_reading_that_was_cancelled_can_be_asked_for_again(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    give_only = browser.post("/register/give/", {"file": as_given(files.datastore(tmp_path))})
    browser.post(give_only.url + "cancel/")
    do_queued_work()
    dataset = models.Dataset.objects.get()
    assert "Not read yet" in read(browser, at(dataset.pk))
    asked = browser.post(at(dataset.pk, "read/"))
    do_queued_work()
    assert platform.job(UUID(asked.url.split("/")[2]), seen_by=by).state is JobState.DONE
    assert "Ready to import" in read(browser, at(dataset.pk))


def test_a_file_may_be_put_aside(browser: Client, by: platform.Officer, tmp_path: Path) -> None:
    dataset_id = files.read(by, files.datastore(tmp_path))
    assert "The file was put aside" in send(browser, at(dataset_id, "discard/"))
    assert "It was put aside and never imported" in read(browser, at(dataset_id))


def test_an_import_is_taken_back_with_a_reason_only(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(by, files.datastore(tmp_path))
    refused = send(browser, at(dataset_id, "undo/"), reason="")
    assert "There is a problem" in refused
    assert models.ServiceReading.objects.exists()
    assert "The import was taken back" in send(browser, at(dataset_id, "undo/"), reason="Old year")
    assert not models.ServiceReading.objects.exists()
    again = send(browser, at(dataset_id, "undo/"), reason="Again")
    assert "is taken back; it cannot be taken back" in again


def test_columns_are_asked_for_where_the_reader_gave_up(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    content = files.datastore(tmp_path).read_bytes().replace(b"ServiceType", b"Owner")
    page = text_of(give(browser, "store_2022-03-31.csv", content))
    assert "no column holds the type of provider" in page
    assert "Which column holds: the type of provider?" in page
    dataset = models.Dataset.objects.get()
    given = {"kind": "care_inspectorate", "column_provider_type": "Owner"}
    meaning = register.dataset(dataset.pk, seen_by=by)
    assert "Owner" in meaning.headers
    send(browser, at(dataset.pk, "explain/"), **_meant(page, given))
    do_queued_work()
    assert "1 of 1 rows can be used" in read(browser, at(dataset.pk))


def _meant(_page: str, given: dict[str, str]) -> dict[str, str]:
    from carewright_engine.tables.kinds import KINDS

    (owner,) = [f for f in KINDS["care_inspectorate"].fields if f.words == "the type of provider"]
    return {"kind": given["kind"], f"column_{owner.meaning}": given["column_provider_type"]}


def test_a_file_that_all_use_offers_nobody_to_change_it(browser: Client, tmp_path: Path) -> None:
    dataset_id = files.imported(make.OPERATOR, files.datastore(tmp_path))
    page = read(browser, at(dataset_id))
    assert "Every organisation uses it" in page
    assert "Take the import back" not in page
    assert browser.post(at(dataset_id, "undo/"), {"reason": "Mine"}).status_code == 404
    assert models.ServiceReading.objects.exists()


def test_doubtful_rows_are_shown_and_downloaded(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(by, files.datastore(tmp_path, {"MinGrade": "9"}, *[{}] * 30))
    assert "1 row is doubtful" in read(browser, at(dataset_id))
    assert "MinGrade" in read(browser, at(dataset_id, "rows/doubtful/"))
    taken = browser.get(at(dataset_id, "rows/doubtful/?download=csv")).getvalue().decode()
    assert '"MinGrade","9"' in taken
    assert browser.get(at(dataset_id, "rows/kept/")).status_code == 404


def test_the_file_is_given_back_as_it_came(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    file = files.datastore(tmp_path)
    response = browser.get(at(files.read(by, file), "original/"))
    assert response.getvalue() == file.read_bytes()
    assert response["Content-Disposition"] == 'attachment; filename="store_2022-03-31.csv"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_rows_behind_a_figure_lead_to_their_service(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(by, files.datastore(tmp_path, {}, {"ServiceName": "Elm Court"}))
    sha256 = register.dataset(dataset_id, seen_by=by).sha256
    page = browser.get(f"/register/rows/{sha256}/?rows=3").content.decode()
    assert "Elm Court" in page
    assert "/register/services/CS2003000002/" in page
    assert "Rowan Court" not in page
    assert "2 rows of store" in read(browser, f"/register/rows/{sha256}/?rows=2-900")
    assert "No row was asked for" in read(browser, f"/register/rows/{sha256}/?rows=x,-,99999999999")


def test_a_value_is_put_right_and_back_on_the_services_page(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    files.imported(by, files.datastore(tmp_path))
    address = "/register/services/put-right/2022-03-31/CS2003000001/"
    refused = send(browser, address, column="places", new_value="lots", reason="")
    assert "Enter a whole number from 0 to 2000" in refused
    assert "Answer the question: How do you know?" in refused
    page = send(browser, address, column="places", new_value="44", reason=WHY)
    assert "The value was put right" in page
    assert "published: 30" in page
    assert WHY in read(browser, "/register/corrections/")
    (standing,) = register.corrections(seen_by=by)
    withdraw = f"/register/corrections/{standing.id}/withdraw/"
    assert "There is a problem" in send(browser, withdraw, reason="")
    assert "The published value stands again" in send(browser, withdraw, reason="Old letter")
    assert register.corrections(seen_by=by) == []


@pytest.mark.parametrize("day", ["2021-03-31", "yesterday", "2022-02-30"])
def test_a_day_on_which_no_file_shows_the_service_has_no_page(
    day: str, browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    files.imported(by, files.datastore(tmp_path))
    address = f"/register/services/put-right/{day}/CS2003000001/"
    assert browser.get(address).status_code == 404


def test_a_councils_own_number_may_hold_a_slash(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    own = tmp_path / "own_2024-03-31.csv"
    own.write_text("Reference,Name,Kind,Council,Run by\nA/7,Club,lunch club,Fife,Council\n")
    files.imported(by, own, kind="council_list")
    assert "list:A/7" in read(browser, "/register/services/list:A/7/")
    assert "Club" in read(browser, "/register/services/")
    assert "Put a value right" in read(browser, "/register/services/put-right/2024-03-31/list:A/7/")


def test_who_runs_services_is_confirmed_on_its_page(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    nursery = {
        "CareService": "Day Care of Children",
        "ServiceName": "Nursery",
        "Client_group": "Children",
    }
    files.imported(by, files.datastore(tmp_path, COUNCIL_RUN, {**COUNCIL_RUN, **nursery}))
    address = f"/register/who-runs/{files.FIFE}/"
    assert browser.get("/register/who-runs/").url == address
    assert "1 of 1 proposals waits for you" in read(browser, address)
    assert "Nursery" in read(browser, address + "?for=everybody")
    refused = send(browser, address)
    assert "Choose at least one service of the list" in refused
    given = {"service": "CS2003000001", "public_class": "council", "reason": "Known"}
    assert "Confirmed for 1 service." in send(browser, address, **given)
    assert "The one proposal is decided" in read(browser, address)
    strange = {**given, "service": "CS2003999999"}
    assert "Choose only services of the list" in send(browser, address, **strange)


def test_without_services_there_is_nothing_to_confirm(browser: Client) -> None:
    assert "No list of services has been imported yet" in read(browser, "/register/who-runs/")
    assert "Nothing here yet" in read(browser, "/register/groups/")
    assert browser.get("/register/who-runs/S12999999/").status_code == 404


def test_a_group_is_confirmed_on_its_page(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    one = {"ServiceProvider": "Quernhill Homes Limited", "SP_number": "SP1"}
    same = {"ServiceProvider": "Quernhill Homes (No. 2) Limited", "SP_number": "SP2"}
    files.imported(by, files.datastore(tmp_path, one, same))
    (group,) = register.group_proposals(seen_by=by)
    assert group.group_name in read(browser, "/register/groups/")
    address = f"/register/groups/{group.group_id}/"
    assert "There is a problem" in send(browser, address)
    done = send(browser, address, is_one="no", reason="Companies House")
    assert "is kept" in done
    assert "Stand apart" in read(browser, "/register/groups/?state=apart")
    assert browser.get("/register/groups/group:nobody:1/").status_code == 404


def test_every_list_of_the_register_can_be_taken_away(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    files.imported(by, files.datastore(tmp_path))
    for name in ("", "services/", "corrections/", "groups/"):
        for form in ("csv", "xlsx", "ods"):
            response = browser.get(f"/register/{name}?download={form}")
            assert response.status_code == 200
            assert response.getvalue()


def test_states_that_no_page_offers_are_refused_in_words(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(by, files.datastore(tmp_path))
    assert "has been read already" in send(browser, at(dataset_id, "read/"))
    assert "only a file that was read is imported" in send(browser, at(dataset_id, "import/"))
    assert "cannot be discarded" in send(browser, at(dataset_id, "discard/"))
    assert "cannot be uploaded" in send(browser, at(dataset_id, "explain/"), kind="")
    assert register.dataset(dataset_id, seen_by=by).state is DatasetState.IMPORTED
