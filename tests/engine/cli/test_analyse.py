"""`carewright analyse` needs no server: a folder of published files in, a report out."""

from __future__ import annotations

import csv
import gzip
import shutil
from pathlib import Path

import pytest

from tests.engine.cli.commands import analysed, carewright

#: A kind of care with few services, for tests that do not ask what a report says.
SHORT = ("--kind", "nurse_agencies")
REGISTER = "care_inspectorate_datastore_2022-03-31.csv.gz"


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def test_a_council_gets_page_document_tables_charts_and_provenance(
    few: Path, tmp_path: Path
) -> None:
    said = carewright("analyse", few, "--area", "Elmshire", "--out", tmp_path / "report")
    assert said.exit_code == 0
    assert said.out.startswith("Care provision in Elmshire, 31 March 2022:")
    written = {file.name for file in (tmp_path / "report").iterdir()}
    assert written == {"report.html", "report.docx", "tables", "charts", "provenance.json"}


def test_progress_and_what_became_of_each_file_are_told_beside_the_result(
    few: Path, tmp_path: Path
) -> None:
    said = carewright("analyse", few, "--area", "Elmshire", "--out", tmp_path, *SHORT)
    lines = said.err.splitlines()
    assert "read 1 of 4: care_inspectorate_datastore_2022-03-31.csv.gz" in lines
    assert any(line.startswith("worked out 1 of ") for line in lines)
    assert f"{REGISTER}: 581 rows read, 2 doubtful, 0 refused" in lines
    assert len(said.out.splitlines()) == 1


def test_files_that_cannot_be_read_or_are_not_known_are_left_alone_with_the_reason(
    few: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(few, tmp_path / "files")
    (folder / "pets.csv").write_text("animal,colour\ncat,black\ndog,brown\n")
    (folder / "empty.csv").write_bytes(b"")
    (folder / "broken.csv.gz").write_bytes(b"\x1f\x8b\x08\x00 not a gzip")
    (folder / "readme.txt").write_text("Not a table at all.")
    out = tmp_path / "report"
    said = carewright("analyse", folder, "--area", "Elmshire", "--out", out, *SHORT)
    assert said.exit_code == 0
    left = {line.split(": ")[0]: line for line in said.err.splitlines() if "left alone" in line}
    assert set(left) == {"pets.csv", "empty.csv", "broken.csv.gz"}
    assert "is not a kind of file that is known" in left["pets.csv"]
    assert "is empty" in left["empty.csv"]
    assert "is damaged" in left["broken.csv.gz"]


def test_a_list_that_lies_in_the_folder_twice_counts_once(few: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(few, tmp_path / "files")
    shutil.copy(folder / REGISTER, folder / f"copy_of_{REGISTER}")
    once, twice = tmp_path / "once", tmp_path / "twice"
    analysed(few, "Elmshire", once, *SHORT)
    analysed(folder, "Elmshire", twice, *SHORT)
    for table in ("provision.csv", "market.csv"):
        assert rows_of(once / "tables" / table) == rows_of(twice / "tables" / table)


def test_a_folder_without_services_says_what_would_help(tmp_path: Path) -> None:
    (tmp_path / "pets.csv").write_text("animal,colour\ncat,black\ndog,brown\n")
    said = carewright("analyse", tmp_path, "--area", "Fife", "--out", tmp_path / "report")
    assert said.exit_code == 1
    assert "holds no list of care services that can be read" in said.err
    assert "pets.csv" in said.err
    assert not (tmp_path / "report").exists()


def test_an_area_that_nobody_knows_is_answered_with_the_nearest(few: Path, tmp_path: Path) -> None:
    said = carewright("analyse", few, "--area", "Elmshir", "--out", tmp_path / "report")
    assert said.exit_code == 1
    assert "No area is called “Elmshir”" in said.err
    assert "Nearest: Elmshire" in said.err
    assert not (tmp_path / "report").exists()


def test_a_day_before_every_list_is_answered_in_words(few: Path, tmp_path: Path) -> None:
    said = carewright(
        "analyse", few, "--area", "Elmshire", "--as-at", "2010-01-01", "--out", tmp_path
    )
    assert said.exit_code == 1
    assert "No care service of Elmshire is counted on 1 January 2010." in said.err


def test_a_kind_of_care_that_does_not_exist_is_answered_with_those_that_do(
    few: Path, tmp_path: Path
) -> None:
    said = carewright("analyse", few, "--area", "Elmshire", "--kind", "spa", "--out", tmp_path)
    assert said.exit_code == 1
    assert "care_homes" in said.err


def test_one_kind_of_care_alone_can_be_asked_for(few: Path, tmp_path: Path) -> None:
    asked = ("--kind", "care_homes", "--care-group", "older_people")
    analysed(few, "Elmshire", tmp_path, *asked)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Care homes, older people" in page
    assert "Housing support</a>" not in page


def test_an_earlier_day_takes_the_earlier_list(practice: Path, tmp_path: Path) -> None:
    asked = ("--kind", "care_homes", "--care-group", "older_people")
    analysed(practice, "Elmshire", tmp_path / "then", "--as-at", "2019-06-30", *asked)
    analysed(practice, "Elmshire", tmp_path / "now", *asked)
    then, now = (rows_of(tmp_path / when / "tables" / "map.csv") for when in ("then", "now"))
    assert {row["service_id"] for row in then} != {row["service_id"] for row in now}


@pytest.mark.parametrize(
    ("area", "title"),
    [
        ("S12900002", "Care provision in Oakshire"),
        ("NHS Alder and Elm", "Care provision in Alder and Elm"),
        ("Elmshire and Oakshire", "Care provision in Elmshire and Oakshire"),
    ],
)
def test_an_area_may_be_a_code_a_board_or_a_partnership(
    practice: Path, tmp_path: Path, area: str, title: str
) -> None:
    analysed(practice, area, tmp_path, *SHORT)
    assert title in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_all_is_every_council_in_one_run(practice: Path, tmp_path: Path) -> None:
    said = carewright("analyse", practice, "--area", "all", "--out", tmp_path)
    assert said.exit_code == 0
    assert said.out.startswith("Care provision in 3 councils, 31 March 2022.")
    for table in ("provision", "market"):
        rows = rows_of(tmp_path / "tables" / f"{table}.csv")
        assert {row["area"] for row in rows} == {"Elmshire", "Oakshire", "Strathalder"}
    assert (tmp_path / "report.docx").exists()


def test_a_name_that_looks_like_a_formula_is_made_inert_in_every_table(
    few: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(few, tmp_path / "files")
    with gzip.open(folder / REGISTER, "rt", encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    for row in rows:
        if row["Council_Area_Name"] == "Elmshire" and row["CareService"] == "Care Home Service":
            row["ServiceName"] = '=HYPERLINK("http://bad.example","Home")'
            row["ServiceProvider"] = "@SUM(A1:A9)"
    with gzip.open(folder / REGISTER, "wt", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    asked = ("--kind", "care_homes", "--care-group", "older_people")
    out = analysed(folder, "Elmshire", tmp_path / "report", *asked)
    assert "'=HYPERLINK(" in (out / "tables" / "map.csv").read_text(encoding="utf-8")
    for table in (out / "tables").glob("*.csv"):
        with table.open(newline="", encoding="utf-8") as text:
            cells = [cell for row in csv.reader(text) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "\t"))], table.name
