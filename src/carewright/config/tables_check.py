"""Checks that the file of newest tables was written of the migrations that are there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from carewright.config import newest_tables, postgres
from carewright.config.database import OWNER_MARK


def main(arguments: list[str]) -> int:
    """Says whether the file is stale, writes it where it is, or prints what it should be."""
    if "--print" in arguments:
        print(_taken_step_by_step(), end="")
    elif not newest_tables.is_stale():
        return 0
    elif "--write" in arguments:
        newest_tables.FILE.write_text(_taken_step_by_step())
    else:
        print(f"{newest_tables.FILE.name} is stale; write it with: ./run check --write")
        return 1
    return 0


def _taken_step_by_step() -> str:
    """Takes every step in a database of its own, which nobody keeps."""
    folder = Path(tempfile.mkdtemp(prefix="carewright-tables-"))
    folder.chmod(0o711)  # the server may run as another user
    server = postgres.server_in(folder / "pg")
    try:
        postgres.start(server, durable=False)
        _migrate(server.url)
        return _as_read_back(server.url)
    finally:
        postgres.stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _as_read_back(url: str) -> str:
    """The text once it has been read: PostgreSQL puts brackets and casts in other places then."""
    again = urlsplit(url)._replace(path="/again").geturl()
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE DATABASE again")
    with psycopg.connect(again) as empty:
        empty.execute(newest_tables.written(url).encode())
    return newest_tables.written(again)


def _migrate(url: str) -> None:
    own = {"DATABASE_URL": url, OWNER_MARK: "1", "CAREWRIGHT_MODE": "practice"}
    command = [sys.executable, "-m", "carewright.config.cli", "manage", "migrate", "--verbosity=0"]
    subprocess.run(  # noqa: S603 - our own command
        [*command, "--step-by-step"], env={**os.environ, **own}, check=True
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
