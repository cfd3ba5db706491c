"""The peers, installed beside the product so that its own environment stays as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from bench.harness import CACHE, ROOT

FOLDER: Final = CACHE / "peers"
REQUIREMENTS: Final = ROOT / "bench" / "requirements-peers.txt"


def pinned() -> dict[str, str]:
    """Name and version of each library that is compared or needed by one."""
    lines = REQUIREMENTS.read_text().splitlines()
    pairs = (line.split("==") for line in lines if "==" in line and not line.startswith("#"))
    return {name.strip(): version.strip() for name, version in pairs}


def install() -> str:
    """Install the peers unless they are there; why not, in a sentence, or an empty text."""
    stamp = FOLDER / "installed.txt"
    wanted = REQUIREMENTS.read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return ""
    shutil.rmtree(FOLDER, ignore_errors=True)
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--target", str(FOLDER))
    finished = subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, "-r", str(REQUIREMENTS)],
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode:
        lines = finished.stderr.strip().splitlines() or ["pip gave no reason"]
        return f"The peers could not be installed: {lines[-1]}"
    stamp.write_text(wanted)
    return ""


def search_path() -> tuple[Path, ...]:
    """Where a peer's process looks first."""
    return (FOLDER,)


def missing(module: str, distribution: str) -> str:
    """Why a peer cannot be measured, or an empty text when its pinned version is there."""
    version = pinned()[distribution]
    asked = (
        f"import importlib.metadata as m, {module}; "
        f"found = m.version({distribution!r}); "
        f"raise SystemExit(found != {version!r} and f'version {{found}} is there')"
    )
    finished = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(FOLDER)},
        check=False,
    )
    if finished.returncode:
        reason = (finished.stderr.strip().splitlines() or ["no reason given"])[-1]
        return f"{distribution} {version} skipped: {reason}"
    return ""
