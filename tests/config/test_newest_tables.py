"""An empty database gets its tables from one file, and they are those that every step ends in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import ConnectionHandler, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django.plugin import DjangoDbBlocker

from carewright.config import newest_tables
from tests.authorisation.drawing import EVERYTHING

NAME = f"carewright_empty_{os.getpid()}"
URL = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{NAME}").geturl()
HOW_MANY = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"


@pytest.fixture
def empty(django_db_blocker: DjangoDbBlocker) -> Iterator[BaseDatabaseWrapper]:
    """Django's connection to a database in which nothing is yet."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"CREATE DATABASE {NAME}")
        given = {**connection.settings_dict, "NAME": NAME}
        reached = ConnectionHandler({"default": given})["default"]
        try:
            with django_db_blocker.unblock():
                yield reached
        finally:
            reached.close()
            server.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


@pytest.mark.slow
@pytest.mark.skipif(not EVERYTHING, reason="every step is taken when the file is written")
def test_the_file_is_what_every_step_ends_in() -> None:
    command = [sys.executable, "-m", "carewright.config.tables_check", "--print"]
    steps = subprocess.run(command, capture_output=True, text=True, check=True)
    assert steps.stdout == newest_tables.FILE.read_text()


def test_what_is_laid_out_reads_back_as_the_file(empty: BaseDatabaseWrapper) -> None:
    assert newest_tables.lay_out(empty)
    assert newest_tables.written(URL) == newest_tables.FILE.read_text()


def test_a_database_that_holds_a_table_is_left_to_the_steps(empty: BaseDatabaseWrapper) -> None:
    with empty.cursor() as theirs:
        theirs.execute("CREATE TABLE kept (words text)")
    assert not newest_tables.lay_out(empty)
    assert _tables_of(empty) == 1


def test_a_file_of_other_migrations_is_left_alone(
    empty: BaseDatabaseWrapper,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    older = tmp_path_factory.mktemp("older") / "newest_tables.sql"
    older.write_text("-- Written of others\nCREATE TABLE wrong (words text);\n")
    monkeypatch.setattr(newest_tables, "FILE", older)
    assert not newest_tables.lay_out(empty)
    assert newest_tables.is_stale()
    assert _tables_of(empty) == 0


def test_a_file_that_somebody_edited_is_refused_by_the_check(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = tmp_path_factory.mktemp("edited") / "newest_tables.sql"
    edited.write_text(newest_tables.FILE.read_text() + "-- one more line\n")
    monkeypatch.setattr(newest_tables, "FILE", edited)
    assert newest_tables.is_stale()


def test_tables_that_cannot_all_be_made_are_not_made_at_all(
    empty: BaseDatabaseWrapper,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = tmp_path_factory.mktemp("broken") / "newest_tables.sql"
    broken.write_text(newest_tables.FILE.read_text() + "SELECT 1 / 0;\n")
    monkeypatch.setattr(newest_tables, "FILE", broken)
    with pytest.raises(psycopg.errors.DivisionByZero):
        newest_tables.lay_out(empty)
    assert _tables_of(empty) == 0


def _tables_of(database: BaseDatabaseWrapper) -> int:
    with database.cursor() as asked:
        asked.execute(HOW_MANY)
        (found,) = asked.fetchone()
    return int(found)
