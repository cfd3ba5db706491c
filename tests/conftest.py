"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.factories.emptying import record_emptied_between_tests

__all__ = ["record_emptied_between_tests"]


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real published files, or a skip that says how to name it."""
    folder = os.environ.get("CAREWRIGHT_REAL_DATA", "")
    if not folder:
        pytest.skip("set CAREWRIGHT_REAL_DATA to a folder of published files to run this test")
    return Path(folder)
