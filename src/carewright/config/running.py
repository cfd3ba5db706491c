"""What every command that starts processes needs: the home folder, the database, children."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carewright.config import kernels, postgres
from carewright.config.database import OWNER_MARK
from carewright.config.environment import Environment, read_environment

REPOSITORY = Path(__file__).resolve().parents[3]


def practice_unless_told() -> Environment:
    """The environment of this process, made a practice installation unless the operator chose.

    A practice installation keeps its secret beside its data, so that sign-ins outlive a restart.
    """
    os.environ.setdefault("CAREWRIGHT_MODE", "practice")
    environment = read_environment()
    home = environment.home.resolve()
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o711)  # others may pass through to the database's socket, and read nothing
    os.environ["CAREWRIGHT_HOME"] = str(home)
    kernels.keep_in(home / "kernels")
    if environment.practice and "CAREWRIGHT_SECRET" not in os.environ:
        os.environ["CAREWRIGHT_SECRET"] = _kept_secret(home / "secret")
    return read_environment()


def _kept_secret(file: Path) -> str:
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


def embedded_server(environment: Environment) -> postgres.Server | None:
    """The embedded database to start, or None when the operator named one."""
    if environment.database_url:
        return None
    return postgres.server_in(environment.home / "postgres")


@contextmanager
def database(environment: Environment) -> Iterator[None]:
    """Makes sure that a database answers while the block runs; stops only what it started."""
    server = embedded_server(environment)
    if server is None:
        yield
        return
    was_running = postgres.is_running(server)
    postgres.start(server)
    os.environ["DATABASE_URL"] = server.url
    try:
        yield
    finally:
        if not was_running:
            postgres.stop(server)


def as_owner() -> dict[str, str]:
    """The environment for a child that may change tables."""
    return {**os.environ, OWNER_MARK: "1"}


def say(words: str) -> None:
    """Tells the person at the terminal what is happening."""
    print(words, file=sys.stderr, flush=True)
