"""Whatever file somebody gives ends as a table or a sentence; nothing is imported by itself."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register import models
from carewright.register.api import DatasetState
from tests.engine.tables.test_opening_bad_files import workbook
from tests.factories import register as files
from tests.register.working import do_queued_work

pytestmark = pytest.mark.django_db


def zipped(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def columns_swapped(folder: Path) -> bytes:
    """The service's number and the kind of care stand in each other's columns."""
    lines = files.datastore(folder, {}, {}, {}).read_text().splitlines()
    header, rows = lines[0], lines[1:]
    turned = [",".join([r.split(",")[1], r.split(",")[0], *r.split(",")[2:]]) for r in rows]
    return "\n".join([header, *turned]).encode()


def without_a_column(folder: Path) -> bytes:
    return files.datastore(folder).read_bytes().replace(b"ServiceType", b"Something else")


BAD = {
    "wrong encoding": (lambda _: "Name,Place\nホーム,東京\n".encode("shift_jis"), "UTF-8"),
    "missing column": (without_a_column, "no column holds the type of provider"),
    "swapped columns": (columns_swapped, "."),
    "zip": (lambda _: zipped("homes.csv", b"a,b\n1,2\n"), "Unpack it"),
    "ten million columns": (lambda _: b"a," * 10_000_000 + b"\n1\n", "10,000,001 columns"),
    "spreadsheet bomb": (lambda _: workbook(b"0" * 60_000_000), "It was not opened"),
    "program": (lambda _: b"\x7fELF" + bytes(range(256)) * 9, "a program, not a table"),
    "zero byte": (lambda _: b"Name,Place\nA\x00,Oban\n", "NUL"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_ends_as_a_sentence_on_its_page_and_the_worker_goes_on(
    name: str, browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    make, words = BAD[name]
    page = give(browser, "given_2022-03-31.csv", make(tmp_path))
    found = register.dataset(models.Dataset.objects.get().pk, seen_by=by)
    assert found.state is DatasetState.UNREADABLE
    assert words in found.problem
    assert found.problem.endswith(".")
    assert "This file could not be read" in page
    assert not models.ServiceReading.objects.exists()
    assert "Ready to import" in give(browser, "good_2022-03-31.csv", a_good_file(tmp_path))


def test_an_empty_file_is_said_to_be_empty_beside_the_question(browser: Client) -> None:
    page = give(browser, "empty.csv", b"")
    assert "The file is empty. Download or export it again" in page
    assert not models.Dataset.objects.exists()


@pytest.mark.parametrize("name", ["../../etc/passwd.csv", "a" * 300 + ".csv", "Ελλάδα " * 30])
def test_no_file_name_leads_out_of_the_folder_or_stops_the_worker(
    name: str, browser: Client, tmp_path: Path
) -> None:
    page = give(browser, name, a_good_file(tmp_path))
    assert "Ready to import" in page or "There is a problem" in page


def test_formulas_in_a_file_stay_text_in_every_download(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    formula = "=HYPERLINK(A1)"
    bad = {"ServiceName": formula, "MinGrade": formula}
    dataset_id = files.imported(by, files.datastore(tmp_path, bad, *[{}] * 30))
    services = browser.get("/register/services/?download=csv").getvalue().decode()
    assert "'=HYPERLINK" in services
    rows = browser.get(f"/register/files/{dataset_id}/rows/doubtful/?download=csv")
    assert "'=HYPERLINK" in rows.getvalue().decode()


def test_words_of_a_file_are_never_taken_for_markup(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    script = "<script>alert(1)</script>"
    row = {"ServiceName": script, "MinGrade": script, "Service_town": script}
    file = files.datastore(tmp_path, row, *[{}] * 30)
    dataset_id = files.imported(by, file)
    sha256 = register.dataset(dataset_id, seen_by=by).sha256
    for address in (
        f"/register/files/{dataset_id}/", f"/register/files/{dataset_id}/rows/doubtful/",
        f"/register/rows/{sha256}/?rows=2", "/register/services/CS2003000001/",
        "/register/services/",
    ):  # fmt: skip
        page = browser.get(address).content.decode()
        assert "<script>alert" not in page, address
        assert "alert(1)" in page, address


def give(browser: Client, name: str, content: bytes) -> str:
    """What a person reads in the end who gives a file and waits until it was read."""
    file = SimpleUploadedFile(name, content)
    asked = browser.post("/register/give/", {"file": file, "kind": "", "as_at_0": ""})
    if asked.status_code == 200:
        return asked.content.decode()
    do_queued_work()
    dataset = models.Dataset.objects.latest("uploaded_at")
    return browser.get(f"/register/files/{dataset.pk}/").content.decode()


def a_good_file(folder: Path) -> bytes:
    return files.datastore(folder, {}, {"ServiceName": "Elm"}).read_bytes()
