"""Whatever is given for a register of contracts ends in a sentence or in rows, and none is lost."""

from __future__ import annotations

import csv
import random
from itertools import product
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import Several
from carewright.platform import api as platform
from carewright.register.api import DatasetState
from carewright.register.models import Dataset
from tests.authorisation.hostile import ODD
from tests.contract.test_importing import nothing_is_lost
from tests.factories import contract_imports as imports
from tests.factories import hostile
from tests.factories import platform as make
from tests.factories import register as files
from tests.register.working import do_queued_work

pytestmark = pytest.mark.django_db

#: Files that a reader of tables might open: archives that burst, documents that act, odd letters.
TRIED = (
    hostile.bursts, hostile.hides_that_it_bursts, hostile.laughs_a_billion_times,
    hostile.declares_entities, hostile.holds_macros, hostile.has_a_bad_directory,
    hostile.is_not_plain_letters, hostile.is_empty_or_endless, hostile.runs_in_a_cell,
)  # fmt: skip
COLUMNS = (
    *imports.ROW, "Description", "Price", "Price unit", "Notice by provider", "Payment terms",
    "Status", "Contract Type", "Contract Length (months)", "Postcode", "Annual Value",
)  # fmt: skip
#: A zero byte refuses the file as a whole; every other oddity stands in a cell.
IN_CELLS = [text for text in ODD if "\x00" not in text]


def test_a_file_made_to_do_harm_ends_as_a_sentence_and_makes_nothing(
    by: platform.Officer, browser: Client
) -> None:
    give = reverse("contract:import_give")
    for place, make_one in enumerate(TRIED):
        _name, content = make_one(random.Random(place))
        given = SimpleUploadedFile(f"register-{place}.xlsx", content)
        assert browser.post(give, {"file": given}).status_code in (200, 302)
    do_queued_work()
    for each in Dataset.objects.all():
        page = browser.get(reverse("contract:import_file", args=[each.pk]))
        assert page.status_code == 200
        assert each.state == DatasetState.UNREADABLE.value, (each.file_name, each.summary)
        assert each.problem.endswith("."), each.problem
    assert Dataset.objects.count() >= len(TRIED) - 1  # an empty file is refused beside the question
    assert not models.ImportBatch.objects.exists()


def odd_register(folder: Path) -> Path:
    """A row for each odd text in each column of a register that is well otherwise."""
    path = folder / "odd.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        lines = csv.DictWriter(out, COLUMNS, quoting=csv.QUOTE_ALL)
        lines.writeheader()
        lines.writerow({name: imports.ROW.get(name, "") for name in COLUMNS})
        for number, (column, text) in enumerate(product(COLUMNS, IN_CELLS)):
            own = {"Contract Reference": f"R-{number}", "Contract Title": f"Meals {number}"}
            lines.writerow({**imports.ROW, **own, column: text})
    return path


def test_odd_cells_are_kept_doubted_or_refused_and_never_stop_an_import(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    batch_id = imports.begun(by, odd_register(tmp_path))
    read = nothing_is_lost(batch_id, by).read
    assert read == 1 + len(COLUMNS) * len(IN_CELLS)
    done = {"batch_id": batch_id, "by": by, "at": make.NOW}
    contract.settle_rows(which=Several.ASKED, place=True, **done)
    while supplier := contract.next_supplier(batch_id, seen_by=by):
        contract.answer_supplier(
            supplier_id=supplier, answer=contract.NONE_OF_THESE, by=by, at=make.NOW
        )
    placed = imports.placed(by, batch_id)
    found = nothing_is_lost(batch_id, by)
    assert placed == found.placed == found.kept + found.doubtful
    for route in ("import", "import_rows", "import_suppliers", "import_undo"):
        page = browser.get(reverse(f"contract:{route}", args=[batch_id]))
        assert page.status_code == 200, route
        assert "<script>alert" not in page.content.decode(), route
    for row in models.ImportRow.objects.order_by("?")[:10]:
        assert browser.get(reverse("contract:import_row", args=[row.pk])).status_code == 200
    for each in models.Agreement.objects.order_by("?")[:10]:
        assert browser.get(reverse("contract:agreement", args=[each.pk])).status_code == 200
    taken = browser.get(
        reverse("contract:import_rows", args=[batch_id]), {"download": "csv"}
    ).getvalue()
    cells = [cell for line in csv.reader(taken.decode("utf-8-sig").splitlines()) for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "@"))]
    contract.undo_import(saw=placed, reason="Odd", **done)
    assert not models.Agreement.objects.exists()


def test_a_column_answer_that_no_file_has_is_refused_beside_the_question(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    dataset_id = files.read(by, imports.register_file(tmp_path), kind=contract.KIND_OF_FILE)
    page = browser.post(
        reverse("contract:import_file", args=[dataset_id]), {"title": "\x00", "supplier_name": "?"}
    )
    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
