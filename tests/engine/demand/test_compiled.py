"""Kernels are compiled once, kept on disk, and found again by the next process."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import carewright_engine.demand as demand
from carewright_engine.demand.compiled import KERNELS
from carewright_engine.demand.individuals.life import follow_lives
from carewright_engine.demand.individuals.packed import follow
from carewright_engine.demand.warm import MODULES, warm
from tests.engine.demand.individuals.lives import life_model
from tests.engine.demand.individuals.models import ageing_model, people

FOLDER = Path(demand.__file__).parent
#: Modules that name types and declare no function that could change unnoticed.
TYPES_ONLY = {"arrays"}


def module_of(file: Path) -> str:
    return ".".join(("carewright_engine.demand", *file.relative_to(FOLDER).with_suffix("").parts))


def declaring() -> set[str]:
    """Modules in which something is compiled."""
    files = [file for file in FOLDER.rglob("*.py") if "@kernel(" in file.read_text()]
    return {module_of(file) for file in files if file.name != "compiled.py"}


def test_a_second_process_finds_every_kernel_and_compiles_none(tmp_path: Path) -> None:
    words = [
        subprocess.run(
            [sys.executable, "-W", "error", "-m", "carewright_engine.demand.warm"],
            env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    kernels = words[0].split()[-2]
    assert words == [
        f"0 kernels found, {kernels} compiled",
        f"{kernels} kernels found, 0 compiled",
    ]


def test_every_module_that_compiles_is_warmed() -> None:
    assert declaring() == set(MODULES)


def test_a_run_needs_no_types_but_those_that_were_compiled() -> None:
    warm()
    before = {kernel.dispatcher: kernel.dispatcher.signatures for kernel in KERNELS}
    follow(ageing_model(), people(91, 1), years=1, seed=1, throw_settings=True)
    follow_lives(life_model(), people(91, 1), years=1, seed=1)
    for kernel in KERNELS:
        assert kernel.dispatcher.signatures == before[kernel.dispatcher]
        assert len(before[kernel.dispatcher]) == 1


def test_a_kernel_calls_compiled_functions_of_its_own_module_and_hashing_only() -> None:
    for name in declaring():
        file = FOLDER.joinpath(*name.split(".")[2:]).with_suffix(".py")
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith(demand.__name__):
                assert node.module.split(".")[-1] in {"hashing", "compiled", *TYPES_ONLY}, name


def test_modules_of_types_hold_no_function() -> None:
    for name in TYPES_ONLY:
        parsed = ast.parse(FOLDER.joinpath(name).with_suffix(".py").read_text())
        assert not [node for node in ast.walk(parsed) if isinstance(node, ast.FunctionDef)]


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-m", "carewright_engine.demand.warm", MODULES[-1]],
        env={**os.environ, "NUMBA_CACHE_DIR": str(in_the_way)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "0 kernels found" in ran.stdout


def test_kernels_hold_no_lock() -> None:
    assert all(kernel.dispatcher.targetoptions["nogil"] for kernel in KERNELS)
    assert not any(kernel.dispatcher.targetoptions.get("parallel") for kernel in KERNELS)
