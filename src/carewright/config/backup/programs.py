"""PostgreSQL's own programs, run on a database without its password in any list of processes."""

from __future__ import annotations

import os
import subprocess

import psycopg
from psycopg.conninfo import conninfo_to_dict

from carewright.config import postgres

#: Asked of a database that should be empty.
SOMETHING_IS_HERE = "SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1"
_VARIABLES = {
    "host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD",
    "dbname": "PGDATABASE", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT",
    "service": "PGSERVICE", "passfile": "PGPASSFILE",
}  # fmt: skip


class DatabaseProgramFailed(postgres.PostgresProblem):
    """One of PostgreSQL's programs said no; the text is what it said."""


def run_on(url: str, name: str, *arguments: str) -> str:
    """Runs the program on the database and returns what it printed."""
    found = postgres.program(name, at_least=version_of(url))
    done = subprocess.run(  # noqa: S603 - the database's own program
        [found, *arguments],
        env={**os.environ, **_as_variables(url)},
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise DatabaseProgramFailed(f"PostgreSQL's {name} failed: {done.stderr.strip()[-800:]}")
    return done.stdout


def version_of(url: str) -> int:
    """The major version of the server behind the address."""
    with psycopg.connect(url) as connection:
        return connection.info.server_version // 10_000


def _as_variables(url: str) -> dict[str, str]:
    given = conninfo_to_dict(url)
    return {_VARIABLES[name]: str(v) for name, v in given.items() if name in _VARIABLES}


def name_of(url: str) -> str:
    """The database's name."""
    return str(conninfo_to_dict(url)["dbname"])
