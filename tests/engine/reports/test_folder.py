"""The folder holds the same bytes each time, tables that agree, and where figures come from."""

from __future__ import annotations

import csv
import filecmp
import gzip
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from carewright_engine.reports.folder import csv_of
from tests.engine.cli.commands import analysed
from tests.engine.reports.answers import chapter_about

PROVISION = [
    "area", "kind", "care_group", "publicly_run", "services", "places", "beds", "staff_wte",
    "grade_1", "grade_2", "grade_3", "grade_4", "grade_5", "grade_6", "grade_unknown",
]  # fmt: skip
MARKET = [
    "area", "kind", "care_group", "basis", "weight", "suppliers", "hhi", "largest_share",
]  # fmt: skip


@pytest.fixture(scope="module")
def provenance(elmshire: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((elmshire / "provenance.json").read_text(encoding="utf-8"))
    return found


def read_csv(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    with file.open(newline="", encoding="utf-8") as text:
        reader = csv.DictReader(text)
        return list(reader.fieldnames or []), list(reader)


def register_rows(practice: Path) -> list[dict[str, str]]:
    """The register as any program reads it; its first row below the header is row 2."""
    file = practice / "care_inspectorate" / "care_inspectorate_datastore_2022-03-31.csv.gz"
    with gzip.open(file, "rt", encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def test_two_runs_give_the_same_bytes_in_every_file(
    practice: Path, elmshire: Path, tmp_path: Path
) -> None:
    again = analysed(practice, "Elmshire", tmp_path)
    names = sorted(str(f.relative_to(elmshire)) for f in elmshire.rglob("*") if f.is_file())
    assert names == sorted(str(f.relative_to(again)) for f in again.rglob("*") if f.is_file())
    same, different, unread = filecmp.cmpfiles(elmshire, again, names, shallow=False)
    assert (different, unread) == ([], [])
    assert len(same) == len(names) > 40


def test_the_tables_that_others_read_have_the_columns_they_expect(elmshire: Path) -> None:
    assert read_csv(elmshire / "tables" / "provision.csv")[0] == PROVISION
    assert read_csv(elmshire / "tables" / "market.csv")[0] == MARKET


def test_provision_counts_what_a_plain_count_over_the_register_gives(
    practice: Path, elmshire: Path
) -> None:
    counted = [
        row
        for row in register_rows(practice)
        if row["Council_Area_Name"] == "Elmshire"
        and row["ServiceStatus"] in ("Active", "Proposing to Cancel", "")
        and row["CareService"] == "Care Home Service"
        and row["Subtype"] == "Older People"
    ]
    _, rows = read_csv(elmshire / "tables" / "provision.csv")
    ours = [row for row in rows if row["kind"] == "Care Home Service: Older People"]
    assert sum(int(row["services"]) for row in ours) == len(counted)
    places = sum(float(row["Registered_Places"] or 0) for row in counted)
    assert sum(int(row["places"]) for row in ours) == places


def test_a_sum_over_no_known_value_is_empty_and_never_zero(elmshire: Path) -> None:
    _, rows = read_csv(elmshire / "tables" / "provision.csv")
    agencies = [row for row in rows if row["kind"] == "Nurse Agency"]
    assert agencies
    assert {row["places"] for row in agencies} == {""}


def test_market_stays_within_its_bounds(elmshire: Path) -> None:
    _, rows = read_csv(elmshire / "tables" / "market.csv")
    assert {row["basis"] for row in rows} == {"entity", "group"}
    assert {row["weight"] for row in rows} <= {"services", "places"}
    for row in rows:
        assert 0 < float(row["hhi"]) <= 10_000
        assert 0 < float(row["largest_share"]) <= 1


def test_every_chart_is_a_drawing_by_itself_under_its_own_name(elmshire: Path) -> None:
    charts = sorted((elmshire / "charts").glob("*.svg"))
    page = (elmshire / "report.html").read_text(encoding="utf-8")
    assert len(charts) * 2 == page.count("<svg ")
    for chart in charts:
        root = ElementTree.fromstring(chart.read_bytes())  # noqa: S314 - we wrote it ourselves
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert root.find("{http://www.w3.org/2000/svg}title") is not None


def test_every_figure_names_its_method_and_every_file_its_digest(
    provenance: dict[str, Any],
) -> None:
    files = {file["sha256"]: file for file in provenance["files"]}
    assert len(files) == 26
    assert all(f["rows_read"] == f["rows_kept"] + f["rows_refused"] for f in files.values())
    assert provenance["areas"][0]["name"] == "Elmshire"
    assert len(provenance["figures"]) > 300
    for figure in provenance["figures"]:
        assert figure["method"]
        assert set(figure["rows"]) <= set(files)
        assert figure["value"] is not None or figure["not_assessed"]


def test_a_figure_opens_to_its_very_rows_in_the_file(
    provenance: dict[str, Any], practice: Path
) -> None:
    figure = next(
        figure
        for figure in provenance["figures"]
        if (figure["kind"], figure["care_group"], figure["id"])
        == ("care_homes", "older_people", "type.services")
    )
    (digest,) = figure["rows"]
    named = {file["sha256"]: file["name"] for file in provenance["files"]}[digest]
    assert named == "care_inspectorate_datastore_2022-03-31.csv.gz"
    rows = register_rows(practice)
    opened = [rows[number - 2] for number in figure["rows"][digest]]
    assert len(opened) == figure["value"]
    assert {row["Council_Area_Name"] for row in opened} == {"Elmshire"}
    assert {row["CareService"] for row in opened} == {"Care Home Service"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_text_that_a_spreadsheet_might_run_is_made_inert(start: str) -> None:
    table = chapter_about(f"{start}1+1").answer.sections[0].tables[0]
    rows = list(csv.reader(csv_of([("", table)]).decode().splitlines(keepends=True)))
    assert rows[1] == [f"'{start}1+1", "12"]


def test_a_table_as_csv_keeps_what_is_not_known_empty() -> None:
    table = chapter_about("A, B").answer.sections[0].tables[0]
    assert csv_of([("", table)]) == b'supplier,places\r\n"A, B",12\r\nOther,\r\n'
    assert csv_of([("care_homes", table)]).startswith(b"of,supplier,places\r\ncare_homes,")
