"""Loading the file into PostgreSQL: ours, checked on the way, and the raw COPY as its bound.

Every run has a table of its own in a schema of its own, which is dropped afterwards. A table
has no index: rows that repeat a reference were refused on the way in, and the key is built
after the load. An "unlogged" table is not written to the log that survives a crash.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from bench.harness import Answer, report_run
from bench.import_peers import answer
from carewright_engine.tables.slices import SlicedFile
from carewright_engine.tables.streaming import Streamed, stream
from carewright_engine.tables.visit_schema import COLUMNS, DATES, RULES

SCHEMA: Final = "carewright_bench"
TYPES: Final = {
    **dict.fromkeys(DATES, "date"),
    "age": "smallint",
    "units": "integer",
    "cost": "double precision",
    "hours": "double precision",
}
SERVER_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Target:
    """An empty table, and the connection whose transaction fills it."""

    connection: psycopg.Connection
    name: sql.Identifier

    def load(
        self, columns: Sequence[str], fill: Callable[[Callable[[bytes], object]], None]
    ) -> int:
        """Rows that COPY took in, their values in the order of these columns; committed."""
        named = sql.SQL(", ").join(sql.Identifier(column) for column in columns)
        copy = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(self.name, named)
        with self.connection.cursor() as cursor:
            with cursor.copy(copy) as taken_in:
                fill(taken_in.write)
            loaded = cursor.rowcount
        self.connection.commit()
        return loaded

    def server_seconds(self) -> float:
        """CPU seconds of this connection's server process; nought when it is elsewhere."""
        stat = Path(f"/proc/{self.connection.info.backend_pid}/stat")
        if not stat.exists():
            return 0.0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / SERVER_TICKS


@contextmanager
def target(*, logged: bool, typed: bool) -> Iterator[Target]:
    """A table of the schema's columns, dropped again whatever happens."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        name = sql.Identifier(SCHEMA, f"activity_{os.getpid()}")
        columns = sql.SQL(", ").join(
            sql.SQL("{} {}").format(
                sql.Identifier(column), sql.SQL(TYPES.get(column, "text") if typed else "text")
            )
            for column in COLUMNS
        )
        kind = sql.SQL("TABLE" if logged else "UNLOGGED TABLE")
        connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(SCHEMA)))
        connection.execute(sql.SQL("CREATE {} {} ({})").format(kind, name, columns))
        connection.commit()
        try:
            yield Target(connection, name)
        finally:
            connection.rollback()
            connection.execute(sql.SQL("DROP TABLE {}").format(name))
            connection.commit()


def checked_into(table: Target, file: Path) -> Streamed:
    """Read, check and load as one stream, in one transaction."""
    found: list[Streamed] = []
    with file.open("rb") as rows:
        source = SlicedFile(rows)
        loaded = table.load(source.header, lambda write: found.append(stream(source, RULES, write)))
    if loaded != found[0].rows_kept:
        raise RuntimeError(f"{loaded:,} rows arrived of {found[0].rows_kept:,} that passed")
    return found[0]


def ours(file: Path, *, logged: bool) -> None:
    """Our import, into a table with the columns' own types."""
    with target(logged=logged, typed=True) as table:

        def work() -> Answer:
            found = checked_into(table, file)
            return answer(found.counts, found.rows_refused, found.rows_read)

        report_run(work, lambda: {"server_cpu_seconds": table.server_seconds()})


def raw_copy(file: Path, *, logged: bool) -> None:
    """The bound: the file's bytes into columns of text, nothing looked at."""
    with target(logged=logged, typed=False) as table:

        def fill(write: Callable[[bytes], object]) -> None:
            with file.open("rb") as rows:
                rows.readline()
                while block := rows.read(1 << 20):
                    write(block)

        report_run(
            lambda: {"rows": table.load(COLUMNS, fill)},
            lambda: {"server_cpu_seconds": table.server_seconds()},
        )


def drop_schema() -> None:
    """Leave the database as it was."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {}").format(sql.Identifier(SCHEMA)))
