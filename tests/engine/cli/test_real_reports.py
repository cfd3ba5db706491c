"""The command on the files that regulators and statistics offices publish."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.engine.cli.commands import analysed, carewright
from tests.engine.reports.reading_html import Page

pytestmark = pytest.mark.realdata

FILES: Final = (
    "care_inspectorate/care_inspectorate_datastore_2022-03-31.csv.gz",
    "population/scotland_pop_mid2020_by_datazone_sex_single_year.csv.gz",
    "geography/centroids_dz11.csv.gz",
    "geography/lookup_dz11_council_healthboard.csv",
    "geography/lookup_dz11_iz11_council_names.csv.gz",
    "geography/boundaries_ltla24.geojson",
)
MEGABYTES: Final = 600


@pytest.fixture(scope="session")
def published(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of 2022, the people of 2020, and where the data zones lie."""
    folder = tmp_path_factory.mktemp("published")
    for name in FILES:
        (folder / Path(name).name).write_bytes((real_data / name).read_bytes())
    return folder


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


#: Runs a command and tells the most memory that it, and nobody else's process, ever held.
MEASURED: Final = (
    "import resource, subprocess, sys; "
    "subprocess.run(sys.argv[1:], check=True, stdout=2); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
)


def megabytes_of(area: str, folder: Path, out: Path) -> float:
    """The most memory that the command held, all of it included."""
    words = [sys.executable, "-m", "tests.engine.cli.alone", "analyse", str(folder)]
    told = subprocess.run(
        [sys.executable, "-c", MEASURED, *words, "--area", area, "--out", str(out)],
        check=True, capture_output=True, text=True, env=os.environ,
    )  # fmt: skip
    return float(told.stdout)


def test_fife_reads_as_it_was_counted_by_hand(published: Path, tmp_path: Path) -> None:
    out = analysed(published, "Fife", tmp_path)
    homes = [
        row
        for row in rows_of(out / "tables" / "provision.csv")
        if row["kind"] == "Care Home Service: Older People"
    ]
    assert sum(int(row["services"]) for row in homes) == 71
    assert sum(int(row["places"]) for row in homes) == 2950
    page = Page((out / "report.html").read_text(encoding="utf-8"))
    assert page.mistakes == []
    assert len(page.ids) == len(set(page.ids))
    assert "Childminding" in page.text
    assert "Care homes, older people" in page.headings_at(2)


@pytest.mark.slow
def test_all_is_every_scottish_council(published: Path, tmp_path: Path) -> None:
    said = carewright("analyse", published, "--area", "all", "--out", tmp_path)
    assert said.exit_code == 0
    assert said.out.startswith("Care provision in 32 councils, 31 March 2022.")
    for table in ("provision", "market"):
        assert len({row["area"] for row in rows_of(tmp_path / "tables" / f"{table}.csv")}) == 32
    page = Page((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert page.mistakes == []
    assert len(page.ids) == len(set(page.ids))
    assert len(page.headings_at(2)) == 34


@pytest.mark.slow
@pytest.mark.parametrize("area", ["Fife", "all"])
def test_one_council_and_all_of_them_keep_within_their_memory(
    published: Path, tmp_path: Path, area: str
) -> None:
    assert megabytes_of(area, published, tmp_path) < MEGABYTES


@pytest.mark.slow
def test_a_whole_folder_of_everything_published_can_be_handed_over(
    real_data: Path, tmp_path: Path
) -> None:
    said = carewright("analyse", real_data, "--area", "Fife", "--out", tmp_path)
    assert said.exit_code == 0
    # England's directory of 2026 lies there too; Fife's latest list is older.
    assert said.out.startswith("Care provision in Fife, 31 March 2022:")
    left = [line for line in said.err.splitlines() if "left alone" in line]
    assert any(line.startswith("registers/salford_contract_register") for line in left)
    assert all(line.endswith((".", "not used by this analysis")) for line in left)
    found = json.loads((tmp_path / "provenance.json").read_text(encoding="utf-8"))
    kinds = {file["kind"] for file in found["files"]}
    assert {"care_inspectorate", "population", "boundaries", "area_lookup", "postcodes"} <= kinds
    assert len(found["left_alone"]) == len(left)
    assert {row["as_at"] for row in rows_of(tmp_path / "tables" / "places_over_time.csv")} >= {
        "2016-03-31",
        "2019-03-31",
        "2022-03-31",
    }
