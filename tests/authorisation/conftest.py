"""The world that every test of the folder looks at, made once and left as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from tests.authorisation.world import World
from tests.factories import analyse as ask


@pytest.fixture(scope="module")
def made_world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[World]:  # fmt: skip
    """Organisations of every kind with what they hold, for all tests of a module."""
    folder: Path = tmp_path_factory.mktemp("world")
    stored = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(folder / "files")},
        },
    }
    with (
        django_db_blocker.unblock(),
        override_settings(STORAGES=stored),
        ask.undone_afterwards(),
    ):
        yield World(folder)


@pytest.fixture
def world(made_world: World, db: None) -> World:
    """The same world; what one test does to it, the next does not see."""
    return made_world
