"""What every test of the stage starts from: empty counts of failed sign-ins, files apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django.fixtures import Settings

from tests.factories.emptying import record_emptied_between_tests

__all__ = ["record_emptied_between_tests"]


@pytest.fixture
def no_failures_remembered(db: None) -> Iterator[None]:
    """Failed sign-ins are counted beside the database's transaction, so they are cleared."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _files_apart(settings: Settings, tmp_path: Path) -> None:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path)},
    }
    settings.STORAGES = storages


@pytest.fixture
def live(settings: Settings) -> Settings:
    """An installation where people really work."""
    settings.PRACTICE = False
    return settings
