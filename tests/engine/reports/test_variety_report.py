"""The variety report is one answer as a page, a document and tables."""

from __future__ import annotations

import csv
import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from carewright_engine.reports.variety_gathering import NoRegisters, gather_registers
from carewright_engine.reports.variety_report import write_variety
from carewright_engine.variety.comparing import variety
from tests.engine.cli.commands import carewright
from tests.engine.variety.practice import COUNCILS, registers
from tests.engine.variety.test_variety import PLANTED


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("registers")
    registers(found, PLANTED)
    (found / "people.csv").write_text("name,age\nRowan,90\nBirch,80\n")
    return found


def test_the_command_says_what_it_found_and_what_it_left_alone(
    folder: Path, tmp_path: Path
) -> None:
    said = carewright("variety", folder, "--out", tmp_path)
    assert said.exit_code == 0, said.err
    assert "7 are written in more than one way" in said.out
    assert "people.csv: left alone." in said.err
    page = (tmp_path / "report.html").read_text()
    assert "Home care: 4 of 9 terms differ among 18 contracts of 3 councils" in page
    assert page.count("<h1>") == 1
    assert all(council in page for council in COUNCILS)


def test_page_document_and_tables_tell_the_same(folder: Path, tmp_path: Path) -> None:
    answer = variety(gather_registers(folder).contracts)
    write_variety(tmp_path, answer, gather_registers(folder))
    told = list(csv.DictReader((tmp_path / "tables" / "apart.csv").read_text().splitlines()))
    assert [row["contract"] for row in told] == ["E8", "E9", "S9", "E2", "E3"]
    document = Document(BytesIO((tmp_path / "report.docx").read_bytes()))
    cells = [words.text for words in document.element.body.iter(qn("w:t"))]
    page = (tmp_path / "report.html").read_text()
    for row in told:
        assert row["supplier"] in page
        assert row["supplier"] in cells
    assert json.loads((tmp_path / "variety.json").read_text())["least"] == 5


def test_the_same_registers_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        found = gather_registers(folder)
        write_variety(tmp_path / name, variety(found.contracts), found)
    files = sorted(f.relative_to(tmp_path / "one") for f in (tmp_path / "one").rglob("*.*"))
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_a_folder_without_registers_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name,age\nRowan,90\nBirch,80\n")
    with pytest.raises(NoRegisters, match="holds no register of contracts"):
        gather_registers(tmp_path)
    assert carewright("variety", tmp_path, "--out", tmp_path / "out").exit_code == 1


def test_the_register_of_a_council_bears_the_name_of_its_usual_buyer(tmp_path: Path) -> None:
    (tmp_path / "july.csv").write_text(
        "Contract title,Supplier,Purchasing body,Start date,End date\n"
        "Meals,Rowan,Elmshire,2025-04-01,2026-03-31\nMeals,Birch,Elmshire,2025-04-01,\n"
        "Meals,Oak,A joint body,2025-04-01,\n"
    )
    assert {each.council for each in gather_registers(tmp_path).contracts} == {"Elmshire"}
