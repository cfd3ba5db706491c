"""The import layers hold, and the tool that says so can see a breach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.stages import REPOSITORY, SOURCE

LINTER = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        [LINTER, "--no-cache"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def a_copy(tmp_path: Path) -> Path:
    ignore = shutil.ignore_patterns("__pycache__", "static", "*.egg-info")
    shutil.copytree(SOURCE, tmp_path / "src", ignore=ignore)
    shutil.copy(REPOSITORY / ".importlinter", tmp_path / ".importlinter")
    return tmp_path


def test_every_layer_contract_holds_here() -> None:
    result = lint(REPOSITORY)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("where", "forbidden"),
    [
        ("carewright/platform/__init__.py", "import carewright.analyse.api"),
        ("carewright/ui/__init__.py", "import carewright.platform.api"),
        ("carewright_engine/values/__init__.py", "import django"),
        ("carewright_engine/tables/__init__.py", "import carewright_engine.provision"),
    ],
)
def test_a_planted_import_against_the_layers_is_seen(
    a_copy: Path, where: str, forbidden: str
) -> None:
    module = a_copy / "src" / where
    module.write_text(module.read_text() + f"\n{forbidden}\n")
    assert lint(a_copy).returncode != 0


def test_a_new_folder_without_a_place_in_the_order_is_seen(a_copy: Path) -> None:
    stranger = a_copy / "src" / "carewright" / "stranger"
    stranger.mkdir()
    (stranger / "__init__.py").write_text('"""A stage that nobody gave a place."""\n')
    assert lint(a_copy).returncode != 0
