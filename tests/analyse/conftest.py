"""What tests of the analyses start from: an officer at work, or a whole practice region."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker

from carewright.platform import api as platform
from carewright_engine.tables.practice import write_practice
from tests.factories import analyse as ask
from tests.factories import platform as make
from tests.factories import register as files


@pytest.fixture(autouse=True)
def _files_apart(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    if "region" in request.fixturenames:  # which keeps its files for as long as it lasts
        yield
        return
    with override_settings(STORAGES=_stored_in(tmp_path / "home" / "files")):
        yield


@pytest.fixture
def by(db: None) -> platform.Officer:
    """Somebody who may import, confirm and analyse."""
    return make.commissioner()


@pytest.fixture
def browser(by: platform.Officer) -> Client:
    """The same person's browser, signed in."""
    return make.signed_in(by)


@pytest.fixture
def register_of_fife(by: platform.Officer, tmp_path: Path) -> Path:
    """A register with three homes in Fife, imported, and nothing else."""
    homes = (
        {"ServiceName": "Rowan Court"},
        {"ServiceName": "Larch House", "MinGrade": "3", "Registered_Places": "40.0"},
        {"ServiceName": "Alder Lodge", "ServiceType": "Local Authority",
         "ServiceProvider": "Fife Council", "SP_number": "SP2003000002"},
    )  # fmt: skip
    file = files.datastore(tmp_path, *homes)
    files.imported(by, file)
    return file


@pytest.fixture(scope="session")
def practice_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The practice region's files, written once."""
    return write_practice(tmp_path_factory.mktemp("practice"))


@pytest.fixture(scope="module")
def whole_region(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    practice_files: tuple[Path, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[ask.Region]:
    """The practice region in the register for all tests of a module, gone after them."""
    stored = _stored_in(tmp_path_factory.mktemp("region"))
    with (
        django_db_blocker.unblock(),
        override_settings(STORAGES=stored),
        ask.undone_afterwards(),
    ):
        yield ask.region(practice_files)


@pytest.fixture
def region(whole_region: ask.Region, db: None) -> ask.Region:
    """The practice region; what one test does to it, the next does not see."""
    return whole_region


@pytest.fixture
def elmshire(region: ask.Region) -> Client:
    """The browser of Elmshire's commissioner."""
    return make.signed_in(region.elmshire)


def _stored_in(folder: Path) -> dict[str, dict[str, object]]:
    from django.conf import settings

    return {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(folder)},
        },
    }
