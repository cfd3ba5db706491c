"""What every test of letters starts from: an officer at work, and files kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from carewright.platform import api as platform
from tests.factories import platform as make


@pytest.fixture(autouse=True)
def _files_apart(settings: Settings, tmp_path: Path) -> None:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path / "home" / "files")},
    }
    settings.STORAGES = storages


@pytest.fixture
def by(db: None) -> platform.Officer:
    """Somebody who may write templates and letters."""
    return make.commissioner()


@pytest.fixture
def browser(by: platform.Officer) -> Client:
    """The same person's browser, signed in."""
    return make.signed_in(by)
