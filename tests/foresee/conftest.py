"""What tests of foreseeing need start from."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

from carewright.platform import api as platform
from tests.factories import platform as make


@pytest.fixture(autouse=True)
def _files_apart(tmp_path: Path):  # type: ignore[no-untyped-def]
    backend = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path / "home" / "files")},
    }
    with override_settings(STORAGES={**settings.STORAGES, "default": backend}):
        yield


@pytest.fixture
def by(db: None) -> platform.Officer:
    """Somebody who may ask for projections, name and share them."""
    return make.commissioner()


@pytest.fixture
def isla(by: platform.Officer) -> platform.Officer:
    """The same person, where several have names."""
    return by


@pytest.fixture
def browser(by: platform.Officer) -> Client:
    """The same person's browser, signed in."""
    return make.signed_in(by)
