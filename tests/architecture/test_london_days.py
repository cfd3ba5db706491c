"""A day is London's: a moment is kept in UTC, whose day is another one for an hour each summer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.stages import SOURCE

MODULES = sorted((SOURCE / "carewright").rglob("*.py"))


def days_of_moments(source: str) -> Iterator[str]:
    """Each `at.date()`, `x.ended_at.date()` or `x.since.date()`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "date" and is_moment(node.value):
            yield ast.unparse(node)


def is_moment(node: ast.expr) -> bool:
    name = ast.unparse(node).rpartition(".")[2]
    return name in {"at", "since"} or name.endswith("_at")


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_module_takes_the_day_of_a_moment_as_utc_has_it(module: Path) -> None:
    assert list(days_of_moments(module.read_text())) == [], "use in_london(moment).date()"


@pytest.mark.parametrize("line", ["at.date()", "run.asked_at.date()", "each.since.date()"])
def test_such_a_line_would_be_found(line: str) -> None:
    assert list(days_of_moments(line))


def test_the_day_in_london_is_let_pass() -> None:
    assert list(days_of_moments("in_london(found.asked_at).date()")) == []
