"""What is taken away says the same as the screen, down to the files that it rests on."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from carewright.foresee import api as foresee
from carewright.foresee.web import grids
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import chance
from carewright.platform import api as platform
from carewright.ui.formats import number
from carewright.ui.rows import Grid
from tests.factories import foresee as need

pytestmark = pytest.mark.django_db

Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Taken:
    """One projection on the screen and in every form in which it can be taken away."""

    reading: Reading
    screen: str
    tables: dict[str, Rows]
    book: dict[str, list[tuple[Any, ...]]]
    report: set[str]  # the cells of its tables

    def row(self, table: str, scenario: str, year: int) -> dict[str, str]:
        """One scenario's row of a year."""
        [found] = [
            row
            for row in self.tables[table]
            if (row["Scenario"], row["Financial year from"]) == (scenario, str(year))
        ]
        return found

    def say(self, written: str) -> str:
        """A figure of a file as the screen rounds it."""
        return self.reading.say(float(written))


@pytest.fixture
def taken(browser: Client, by: platform.Officer) -> Taken:
    about = need.question(capacities=need.CAPACITIES, cost=need.COST)
    made = need.answered(by, about)

    def got(route: str, *more: str) -> BytesIO:
        response = browser.get(reverse(f"foresee:{route}", args=[made, *more]))
        streamed = response.streaming and b"".join(response.streaming_content)  # type: ignore[attr-defined]
        return BytesIO(streamed or response.content)

    with ZipFile(got("tables", "csv")) as archive:
        tables = {
            name.removesuffix(".csv"): list(
                csv.DictReader(archive.read(name).decode("utf-8-sig").splitlines())
            )
            for name in archive.namelist()
        }
    book = load_workbook(got("tables", "xlsx"), read_only=True)
    report = Document(got("report"))
    return Taken(
        Reading(foresee.answered_projection(made, seen_by=by)),
        unescape(" ".join(got("projection").getvalue().decode().split())),
        tables,
        {sheet.title: list(sheet.values) for sheet in book},
        {cell.text for table in report.tables for row in table.rows for cell in row.cells},
    )


def stand_in(grid: Grid | None, taken: Taken) -> None:
    """Every cell of a table of the screen stands on the page and in the report."""
    assert grid is not None
    for row in grid.rows:
        for cell in row:
            text, beneath = (cell, "") if isinstance(cell, str) else (cell.text, cell.beneath)
            assert text in taken.screen
            assert beneath in taken.screen
            assert (f"{text} ({beneath})" if beneath else text) in taken.report


def test_scenarios_ages_and_the_gap_read_alike_on_the_screen_and_in_the_report(
    taken: Taken,
) -> None:
    for grid in (grids.of_scenarios, grids.by_age, grids.of_gap, grids.files):
        stand_in(grid(taken.reading), taken)


def test_the_tables_hold_the_figures_that_the_screen_rounds(taken: Taken) -> None:
    last = taken.reading.last
    for name, *cells in grids.of_scenarios(taken.reading).rows:
        row = taken.row("amount", str(name), last)
        assert taken.say(row["Middle, hours a week"]) == cells[2]
    gap = grids.of_gap(taken.reading)
    assert gap is not None
    for year, _needed, provided, missing, odds, *_pounds in gap.rows:
        row = taken.row("gap", "As now", int(str(year)))
        assert number(float(row["Can be provided, hours a week"])) == provided
        assert taken.say(row["Missing, middle, hours a week"]) == missing.text  # type: ignore[union-attr]
        assert chance(float(row["Chance of a gap"])) == odds


def test_the_workbook_holds_what_the_csv_files_hold(taken: Taken) -> None:
    sheets = list(taken.book.values())
    assert len(sheets) == len(taken.tables)
    for (headings, *rows), written in zip(sheets, taken.tables.values(), strict=True):
        assert list(headings) == list(written[0])
        assert len(rows) == len(written)
        for row, said in zip(rows, written, strict=True):
            for cell, text in zip(row, said.values(), strict=True):
                if isinstance(cell, float | int) and not isinstance(cell, bool):
                    assert float(text) == pytest.approx(cell)


def test_columns_name_their_unit_and_pounds_their_prices(taken: Taken) -> None:
    base = "pounds a year in constant prices of"
    [pounds] = [name for name in taken.tables["pounds"][0] if name.startswith("Middle")]
    assert pounds.startswith(f"Middle, {base} 20")
    assert taken.row("pounds", "As now", taken.reading.last)["Prices"].startswith("in constant")
    assert any(base in name for name in taken.tables["gap"][0])
    assert {"People", "Hours a week"} <= taken.tables["counted"][0].keys()
    assert "At its low, hours a week" in taken.tables["moves"][0]


def test_files_capacity_and_the_evidence_of_levers_go_along(taken: Taken) -> None:
    [source] = taken.reading.answer.basis.sources
    assert [row["Digest (SHA-256)"] for row in taken.tables["files"]] == [source.sha256]
    assert any(cell.startswith(source.name) for cell in taken.report)
    reported = [float(row["Hours a week"]) for row in taken.tables["capacity"]]
    assert reported == [each.amount for each in need.CAPACITIES]
    [telecare] = taken.tables["levers"]
    assert telecare["Source"] == "A trial of 2021: It helped some."
    assert telecare["What it does"].startswith("15% (5% to 25%)")
    for words in (telecare["What it does"], telecare["Source"]):
        assert words in taken.screen
        assert any(words in cell for cell in taken.report)
