"""The practice region's files, and the report of one of its councils, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.cli.commands import analysed, practice_files


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the practice region's files."""
    return practice_files(tmp_path_factory.mktemp("practice"))


@pytest.fixture(scope="session")
def elmshire(practice: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the report of Elmshire."""
    return analysed(practice, "Elmshire", tmp_path_factory.mktemp("elmshire"))
