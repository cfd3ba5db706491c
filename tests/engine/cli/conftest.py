"""The practice region's files, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.cli.commands import practice_files


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the practice region's files."""
    return practice_files(tmp_path_factory.mktemp("practice"))


@pytest.fixture(scope="session")
def few(practice: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The least that makes a report: the register of 2022, people, and a look-up of areas."""
    folder = tmp_path_factory.mktemp("few")
    for name in (
        "care_inspectorate/care_inspectorate_datastore_2022-03-31.csv.gz",
        "population/practice_pop_mid2020_by_datazone_sex_single_year.csv.gz",
        "geography/lookup_dz11_iz11_council_names.csv.gz",
        "geography/centroids_dz11.csv.gz",
    ):
        (folder / Path(name).name).write_bytes((practice / name).read_bytes())
    return folder
