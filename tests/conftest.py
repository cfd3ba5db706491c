"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from tests.factories.emptying import record_emptied_between_tests
from tests.running import carewright

__all__ = ["carewright", "record_emptied_between_tests"]

# A test says what happens, never how fast: a busy machine is no reason to fail.
settings.register_profile("carewright", deadline=None)
settings.load_profile("carewright")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps tests that share a costly beginning on one worker: by their group, else their file."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real published files, or a skip that says how to name it."""
    folder = os.environ.get("CAREWRIGHT_REAL_DATA", "")
    if not folder:
        pytest.skip("set CAREWRIGHT_REAL_DATA to a folder of published files to run this test")
    return Path(folder)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how much was tried, wherever a test counted it with `record_property`."""
    tried: Counter[str] = Counter()
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for name, value in getattr(report, "user_properties", ()):
                tried[name] += int(value)
    for name, count in tried.items():
        terminalreporter.write_line(f"{count:,} {name}")
