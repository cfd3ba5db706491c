"""An analysis is taken away as a report, tables and pictures, all of them saying the same."""

from __future__ import annotations

import csv
import hashlib
import io
from xml.etree import ElementTree
from zipfile import ZipFile

import odf.opendocument
import odf.table
import openpyxl
import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from docx import Document

from carewright.analyse import api as analyse
from tests.factories import analyse as ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def run_id(region: ask.Region) -> object:
    """Care homes for older people in Elmshire, answered."""
    return ask.answered(region.elmshire, ask.question(area=region.area("council", "Elmshire")))


def taken(browser: Client, route: str, *args: object) -> bytes:
    response: HttpResponse = browser.get(reverse(f"analyse:{route}", args=args))
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    return b"".join(response) if response.streaming else response.content


def test_the_report_opens_in_a_word_processor(run_id: object, elmshire: Client) -> None:
    document = Document(io.BytesIO(taken(elmshire, "report", run_id)))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Elmshire" in words
    assert "Three homes in four are run privately" in words
    assert document.inline_shapes


def test_the_tables_come_as_csv_files(run_id: object, elmshire: Client, region: ask.Region) -> None:
    answer = analyse.answered(run_id, seen_by=region.elmshire).provision  # type: ignore[arg-type]
    with ZipFile(io.BytesIO(taken(elmshire, "tables", run_id, "csv"))) as archive:
        assert archive.testzip() is None
        names = {name.removesuffix(".csv") for name in archive.namelist()}
        rows = list(csv.DictReader(io.TextIOWrapper(archive.open("provision.csv"), "utf-8-sig")))
    assert {"provision", "market", "run_by", "rates", "zones"} <= names
    homes = [row for row in rows if row["kind"] == "Care Home Service: Older People"]
    assert sum(int(row["places"]) for row in homes) == answer.figure("capacity.places").value


def test_the_tables_come_as_one_workbook(run_id: object, elmshire: Client) -> None:
    book = openpyxl.load_workbook(io.BytesIO(taken(elmshire, "tables", run_id, "xlsx")))
    assert len(book.sheetnames) > 10
    rows = [sheet for sheet in book if sheet.max_row > 1]
    assert len(rows) == len(book.sheetnames)


def test_the_tables_come_as_an_open_document(run_id: object, elmshire: Client) -> None:
    content = io.BytesIO(taken(elmshire, "tables", run_id, "ods"))
    book = odf.opendocument.load(content)
    assert len(book.spreadsheet.getElementsByType(odf.table.Table)) > 10


def test_the_pictures_stand_by_themselves(run_id: object, elmshire: Client) -> None:
    with ZipFile(io.BytesIO(taken(elmshire, "charts", run_id))) as archive:
        assert len(archive.namelist()) >= 7
        for name in archive.namelist():
            drawing = ElementTree.fromstring(archive.read(name))  # noqa: S314 - our own files
            assert drawing.tag.endswith("svg")
            assert drawing.find("{http://www.w3.org/2000/svg}title") is not None


def test_the_answer_is_the_bytes_whose_digest_the_run_carries(
    run_id: object, elmshire: Client, region: ask.Region
) -> None:
    content = taken(elmshire, "answer", run_id)
    run = analyse.run(run_id, seen_by=region.elmshire)  # type: ignore[arg-type]
    assert hashlib.sha256(content).hexdigest() == run.answer_sha256
    assert run.answer_sha256 in elmshire.get(reverse("analyse:run", args=[run_id])).content.decode()


def test_what_is_taken_twice_is_the_same(run_id: object, elmshire: Client) -> None:
    for route in ("report", "charts", "answer"):
        assert taken(elmshire, route, run_id) == taken(elmshire, route, run_id), route


def test_a_form_that_nobody_writes_is_not_found(run_id: object, elmshire: Client) -> None:
    assert elmshire.get(reverse("analyse:tables", args=[run_id, "exe"])).status_code == 404
