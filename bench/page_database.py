"""A database of the benchmark's own, filled once and dropped afterwards."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from bench import harness
from bench.harness import CACHE, CaseFailed

NAME: Final = "carewright_bench"
OWNER_MARK: Final = "CAREWRIGHT_OWNER_PROCESS"
URLS: Final = ("DATABASE_URL", "DATABASE_OWNER_URL")


@contextmanager
def filled(rows: int) -> Iterator[str]:
    """While it lasts, every process started finds the database; gives the session's cookie."""
    with made():
        yield _seeded(rows)


@contextmanager
def made() -> Iterator[None]:
    """While it lasts, every process started finds a new and empty database."""
    if not os.environ.get("DATABASE_URL"):
        raise CaseFailed("DATABASE_URL names no PostgreSQL; `./run bench page` starts one")
    owner = os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]
    _make(owner)
    try:
        with _environment(_of_a_practice_installation()):
            yield
    finally:
        _drop(owner)


def _seeded(rows: int) -> str:
    """Migrates and fills as the owner of the tables; the web processes are not their owner."""
    with as_owner():
        printed = harness.run_module("bench.page_rows", ("--rows", str(rows)))
    return f"carewright_session={json.loads(printed.splitlines()[-1])['session']}"


@contextmanager
def as_owner() -> Iterator[None]:
    """While it lasts, processes may make tables and fill them."""
    with _environment({**os.environ, OWNER_MARK: "1"}):
        yield


def _of_a_practice_installation() -> dict[str, str]:
    """The environment with this database in it, and nothing of the operator's own settings."""
    given = {name: at for name, at in os.environ.items() if not name.startswith("CAREWRIGHT_")}
    urls = {name: _elsewhere(given[name]) for name in URLS if given.get(name)}
    home = CACHE / "page-home"
    home.mkdir(parents=True, exist_ok=True)
    return {
        **given,
        **urls,
        "CAREWRIGHT_MODE": "practice",
        "CAREWRIGHT_HOME": str(home),
        "CAREWRIGHT_SECRET": secrets.token_urlsafe(48),
        "CAREWRIGHT_LOG_LEVEL": "WARNING",
        "DJANGO_SETTINGS_MODULE": "carewright.config.settings",
    }


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ.clear()
    os.environ.update(wanted)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def _elsewhere(url: str) -> str:
    """The same server, our database."""
    return urlsplit(url)._replace(path=f"/{NAME}").geturl()


def _make(owner: str) -> None:
    _drop(owner)
    try:
        _run(owner, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
    except psycopg.errors.InsufficientPrivilege as refused:
        raise CaseFailed(f"The role of DATABASE_URL may not create a database: {refused}") from None


def _drop(owner: str) -> None:
    _run(owner, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NAME)))


def _run(owner: str, statement: sql.Composed) -> None:
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(statement)
