"""The engine reads no clock, draws no unseeded number and opens no connection."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.stages import SOURCE

ENGINE = SOURCE / "carewright_engine"
FORBIDDEN_MODULES = {"random", "socket", "urllib.request", "http.client", "requests", "time"}
FORBIDDEN_CALLS = {"now", "today", "utcnow", "time", "monotonic"}
CLOCKS = {"datetime", "date", "time", "timezone"}


def impurities(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name in FORBIDDEN_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in FORBIDDEN_MODULES:
            yield node.module
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value)
            if node.func.attr in FORBIDDEN_CALLS and owner.split(".")[-1] in CLOCKS:
                yield f"{owner}.{node.func.attr}()"
            if owner in {"np.random", "numpy.random"} and node.func.attr not in {
                "default_rng",
                "Generator",
                "PCG64",
                "Philox",
                "SeedSequence",
            }:
                yield f"{owner}.{node.func.attr}()"


# A command may show progress, and so may look at a clock; what it prints depends on none.
MODULES = [p for p in ENGINE.rglob("*.py") if "cli" not in p.relative_to(ENGINE).parts]


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(ENGINE)))
def test_an_engine_module_is_pure(module: Path) -> None:
    assert list(impurities(module.read_text())) == []


@pytest.mark.parametrize(
    "impure",
    [
        "import random",
        "from time import sleep",
        "datetime.now()",
        "np.random.rand(3)",
        "date.today()",
    ],
)
def test_an_impure_line_would_be_found(impure: str) -> None:
    assert list(impurities(impure))
