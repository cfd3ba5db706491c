"""The pages of an import: give a register, map its columns, answer, place, take back."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract import models
from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register.models import Dataset
from tests.contract.test_importing import nothing_is_lost
from tests.factories import contract_imports as imports
from tests.factories import platform as make
from tests.factories import register as files
from tests.register.test_pages import text_of
from tests.register.working import do_queued_work

pytestmark = pytest.mark.django_db


def sent(browser: Client, route: str, *args: object, **answers: object) -> str:
    where = reverse(f"contract:{route}", args=args)
    response = browser.post(where, answers, follow=True)
    assert response.status_code == 200, where
    return text_of(response.content.decode())


def shown(browser: Client, route: str, *args: object) -> str:
    response = browser.get(reverse(f"contract:{route}", args=args), follow=True)
    assert response.status_code == 200, route
    return text_of(response.content.decode())


def test_a_register_is_given_taken_in_asked_about_placed_and_taken_back(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    files.imported(by, files.datastore(tmp_path))
    known, wrong = {"Supplier Name": "Rowan Practice Care Ltd"}, {"End Date": "31/02/2027"}
    file = imports.register_file(tmp_path, known, wrong, {})
    sent(browser, "import_give", file=SimpleUploadedFile(file.name, file.read_bytes()))
    do_queued_work()
    assert "1 register waits to be taken in" in shown(browser, "imports")
    register_id = Dataset.objects.get(kind=contract.KIND_OF_FILE).pk
    assert "3 of 3 rows can be used" in shown(browser, "import_file", register_id)
    assert "Choose one" in sent(browser, "import_begin", register_id)
    sent(browser, "import_begin", register_id, kind="service_level", regime="pcr2015")
    do_queued_work()
    batch_id = models.ImportBatch.objects.get().pk
    assert "2 questions are left for a person" in shown(browser, "import", batch_id)
    supplier = contract.next_supplier(batch_id, seen_by=by)
    assert "the names are the same" in shown(browser, "import_supplier", supplier)
    sent(browser, "import_supplier", supplier, answer="SP2003000001")
    row = contract.next_row(batch_id, seen_by=by)
    assert "31/02/2027" in shown(browser, "import_row", row)
    assert "Say why it is put aside" in sent(browser, "import_row", row, place="no")
    sent(browser, "import_row", row, place="no", reason="It was never signed")
    assert "Nothing is left to ask" in shown(browser, "import", batch_id)
    sent(browser, "import_do", batch_id, what="place")
    do_queued_work()
    assert "2 agreements were made of it" in shown(browser, "import", batch_id)
    assert "It was never signed" in shown(browser, "import_rows", batch_id)
    made = contract.agreements(seen_by=by).first()
    assert "of contracts.csv" in shown(browser, "agreement", made.pk if made else None)
    assert "2 agreements leave the register" in shown(browser, "import_undo", batch_id)
    sent(browser, "import_undo", batch_id, saw="2", reason="The wrong file")
    do_queued_work()
    assert "taken back: The wrong file" in shown(browser, "import", batch_id)
    assert nothing_is_lost(batch_id, by).placed == 0


def test_a_file_with_the_wrong_columns_says_what_is_missing_and_is_read_as_told_from_then_on(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    file = tmp_path / "ours.csv"
    file.write_text("Vereinbarung,Firma,Start Date\nCare at home,Rowan Ltd,01/04/2024\n")
    dataset_id = files.given(by, file, kind=contract.KIND_OF_FILE)
    register.read_dataset(dataset_id=dataset_id, by=by, at=make.NOW)
    page = shown(browser, "import_file", dataset_id)
    assert "no column holds the contract's title" in page.replace("&#39;", "'")
    sent(
        browser, "import_file", dataset_id, title="Vereinbarung", supplier_name="Firma"
    )  # fmt: skip
    do_queued_work()
    assert "1 of 1 rows can be used" in shown(browser, "import_file", dataset_id)
    file.write_text("Firma,Vereinbarung,Start Date\nBirch Ltd,Meals at home,01/04/2025\n")
    next_id = files.read(by, file, kind=contract.KIND_OF_FILE)  # as the last file of the council
    assert register.dataset(next_id, seen_by=by).matched["title"] == "Vereinbarung"


def test_the_pages_of_an_import_ask_the_database_as_often_for_many_rows_as_for_few(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    asked = []
    for place, rows in enumerate((1, 30)):
        changes = [{"Supplier Name": f"Firm {n}", "Company Number": ""} for n in range(rows)]
        file = imports.register_file(tmp_path, *changes, name=f"{place}.csv")
        batch_id = imports.begun(by, file)
        browser.get(reverse("contract:import", args=[batch_id]))
        with CaptureQueriesContext(connection) as queries:
            for route in ("import", "import_rows", "import_suppliers", "imports"):
                args = [] if route == "imports" else [batch_id]
                assert browser.get(reverse(f"contract:{route}", args=args)).status_code == 200
        asked.append(len(queries))
    assert max(asked) - min(asked) <= 1, asked
