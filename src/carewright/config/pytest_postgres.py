"""Gives the tests a PostgreSQL before Django reads its settings.

Loaded with `-p`, as a conftest file would come too late. DATABASE_URL wins when it is set.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest

from carewright.config import postgres
from carewright.config.database import OWNER_MARK

_started: list[tuple[postgres.Server, Path]] = []
_homes: list[Path] = []


def _begin() -> None:
    os.environ.setdefault("CAREWRIGHT_MODE", "practice")
    if "CAREWRIGHT_HOME" not in os.environ:
        _homes.append(Path(tempfile.mkdtemp(prefix="carewright-test-home-")))
        os.environ["CAREWRIGHT_HOME"] = str(_homes[-1])
    os.environ[OWNER_MARK] = "1"
    if os.environ.get("DATABASE_URL"):
        return
    memory = Path("/dev/shm")  # noqa: S108 - a folder in memory, made private below
    parent = memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
    folder = Path(tempfile.mkdtemp(prefix="carewright-test-", dir=parent))
    folder.chmod(0o711)
    server = postgres.server_in(folder / "pg")
    postgres.start(server, durable=False)
    _started.append((server, folder))
    os.environ["DATABASE_URL"] = server.url


def pytest_configure(config: pytest.Config) -> None:
    """Lets a test database go though a thread of some test still holds a connection to it."""
    from django.db.backends.postgresql.creation import DatabaseCreation

    def destroy(self: Any, name: str, verbosity: int) -> None:
        with self._nodb_cursor() as cursor:
            quoted = self.connection.ops.quote_name(name)
            cursor.execute(f"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)")

    setattr(DatabaseCreation, "_destroy_test_db", destroy)  # noqa: B010 - the stubs do not know it


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stops the server that was started here, and removes its files and the home's."""
    for server, folder in _started:
        postgres.stop(server)
        shutil.rmtree(folder, ignore_errors=True)
    _started.clear()
    while _homes:
        shutil.rmtree(_homes.pop(), ignore_errors=True)


_begin()
