"""Every action says who and when, and says it by name."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from tests.architecture.stages import public_actions


def faults_of(action: Callable[..., object]) -> list[str]:
    parameters = inspect.signature(action).parameters
    found = [f"has no {name}" for name in ("by", "at") if name not in parameters]
    positional = [p.name for p in parameters.values() if p.kind is not p.KEYWORD_ONLY]
    if positional:
        found.append(f"takes {', '.join(positional)} by position")
    if not inspect.getdoc(action):
        found.append("has no docstring")
    return found


@pytest.mark.parametrize(("name", "action"), list(public_actions()))
def test_an_action_takes_by_and_at_by_name_only(name: str, action: Callable[..., object]) -> None:
    assert faults_of(action) == [], name


def test_an_action_without_by_and_at_would_be_found() -> None:
    def award(bid: int) -> None:
        """Awards."""

    assert faults_of(award) == ["has no by", "has no at", "takes bid by position"]
