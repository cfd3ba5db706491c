"""Projections are found again, named, shared with partners, and taken away as files."""

from __future__ import annotations

import hashlib
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from carewright.foresee import api as foresee
from carewright.platform import api as platform
from carewright.platform.api import Level, SharedKind
from tests.factories import foresee as need
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(by: platform.Officer) -> UUID:
    return need.answered(by)


def test_a_name_stands_on_the_page_and_is_found_by_the_search(browser: Client, made: UUID) -> None:
    address = reverse("foresee:name", args=[made])
    response = browser.post(address, {"name": "Strategy of 2027"}, follow=True)
    assert "Strategy of 2027" in response.content.decode()
    found = browser.get(reverse("web:search"), {"q": "strategy of 2027"}).content.decode()
    assert reverse("foresee:projection", args=[made]) in found


def test_a_name_is_on_the_record_with_what_it_was_before(by: platform.Officer, made: UUID) -> None:
    for name in ("First", "Second"):
        foresee.name_projection(projection_id=made, name=name, by=by, at=NOW)
    events = make.models.AuditEvent.objects.filter(act="name_projection").order_by("written_at")
    assert [(each.facts["before"], each.facts["name"]) for each in events] == [
        ("", "First"), ("First", "Second"),
    ]  # fmt: skip


def test_partners_read_what_is_shared_and_nobody_else_does(
    browser: Client, by: platform.Officer, made: UUID
) -> None:
    partner, stranger = make.commissioner(), make.commissioner()
    joint = together.partnership(by, partner, shared={SharedKind.PROJECTION: Level.SEE})
    address = reverse("foresee:projection", args=[made])
    theirs, strange = make.signed_in(partner), make.signed_in(stranger)
    assert theirs.get(address).status_code == 404
    sent = browser.post(reverse("foresee:share", args=[made]), {"partnership": str(joint)})
    assert sent.status_code == 302, sent.content.decode()
    page = theirs.get(address)
    assert page.status_code == 200
    assert "Facts have changed" not in page.content.decode()
    assert strange.get(address).status_code == 404
    assert theirs.get(reverse("foresee:name", args=[made])).status_code == 404
    browser.post(reverse("foresee:share", args=[made]), {"partnership": ""})
    assert theirs.get(address).status_code == 404


def test_it_is_not_shared_in_a_partnership_that_shares_no_projections(
    by: platform.Officer, made: UUID
) -> None:
    joint = together.partnership(by, make.commissioner())
    now_in = platform.officer(by.id, on=make.TODAY)
    with pytest.raises(platform.NotYours):
        foresee.share_projection(projection_id=made, partnership_id=joint, by=now_in, at=NOW)


def test_the_answer_is_taken_as_the_bytes_whose_digest_it_carries(
    browser: Client, by: platform.Officer, made: UUID
) -> None:
    taken = browser.get(reverse("foresee:answer", args=[made])).content
    assert hashlib.sha256(taken).hexdigest() == foresee.projection(made, seen_by=by).answer_sha256


def test_every_table_is_taken_as_csv_and_as_a_workbook(
    browser: Client, by: platform.Officer
) -> None:
    made = need.answered(by, need.question(capacities=need.CAPACITIES, cost=need.COST))
    csv = browser.get(reverse("foresee:tables", args=[made, "csv"]))
    with ZipFile(BytesIO(b"".join(csv.streaming_content))) as archive:  # type: ignore[attr-defined]
        names = {name.removesuffix(".csv") for name in archive.namelist()}
        assert b"More telecare" in archive.read("amount.csv")
    assert names >= {
        "amount", "difference", "by_age", "gap", "ages", "counted", "moves", "assumptions",
        "not_assessed", "warnings", "files", "pounds", "run",
    }  # fmt: skip
    book = browser.get(reverse("foresee:tables", args=[made, "xlsx"]))
    sheets = load_workbook(BytesIO(b"".join(book.streaming_content)))  # type: ignore[attr-defined]
    assert len(sheets.sheetnames) == len(names)
    for name in names:
        one = browser.get(reverse("foresee:table", args=[made, name]))
        assert one.status_code == 200
    assert browser.get(reverse("foresee:table", args=[made, "nothing"])).status_code == 404
    assert browser.get(reverse("foresee:tables", args=[made, "pdf"])).status_code == 404


def test_the_report_says_the_finding_and_gives_the_same_bytes_again(
    browser: Client, made: UUID
) -> None:
    first, again = (browser.get(reverse("foresee:report", args=[made])).content for _ in "ab")
    assert first == again
    document = Document(BytesIO(first))
    words = "\n".join(each.text for each in document.paragraphs)
    assert "There are 95 chances in 100" in words
    assert "Cite as:" in words
    assert len(document.inline_shapes) == 3


def test_a_cell_that_would_run_in_a_spreadsheet_is_made_inert(
    browser: Client, by: platform.Officer
) -> None:
    about = need.question(scenarios=(need.compared("=1+1", need.lever()),))
    made = need.answered(by, about)
    assert b'"\'=1+1"' in browser.get(reverse("foresee:table", args=[made, "amount"])).content


@pytest.mark.parametrize("many", [1, 1000])
def test_the_list_asks_as_little_of_the_database_with_a_thousand_as_with_one(
    browser: Client, by: platform.Officer, many: int
) -> None:
    first = need.asked(by)
    copies = [
        type(first)(
            organisation_id=by.organisation.id, number=number, title="Home care in Fife",
            question={}, area_kind="council", area_code="S12000047", inputs_sha256="0" * 64,
            sources=[], engine_version="0", asked_by_name="Somebody", asked_at=NOW,
        )
        for number in range(2, many + 1)
    ]  # fmt: skip
    type(first).objects.bulk_create(copies)
    browser.get(reverse("foresee:need"))
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(reverse("foresee:need")).status_code == 200
    assert len(asked) <= 12


def test_the_list_is_filtered_and_taken_away(browser: Client, by: platform.Officer) -> None:
    need.answered(by, name="Strategy of 2027")
    need.answered(by, need.question(support="care_home"))
    page = browser.get(reverse("foresee:need"), {"support": "care_home"}).content.decode()
    assert "1 projection" in page
    csv = browser.get(reverse("foresee:need"), {"download": "csv", "q": "2027"})
    assert b"Strategy of 2027" in b"".join(csv.streaming_content)  # type: ignore[attr-defined]
