"""What a database holds, table by table, in a form that two databases can be compared by."""

from __future__ import annotations

from typing import Final

import psycopg
from psycopg import sql

from carewright.config.backup.manifest import TableContent

#: Signed-in sessions and counts of failed sign-ins stay behind: a copy lets nobody in unasked.
LEFT_BEHIND: Final = frozenset({"django_session", "platform_session", "platform_cache"})

_TABLES: Final = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY c.relname
"""
# Each row's SHA-256 as two numbers, added up: rows come back in any order, and none is lost unseen.
_CONTENT: Final = """
    SELECT count(*),
           coalesce(sum(('x' || substr(hash, 1, 16))::bit(64)::bigint::numeric), 0),
           coalesce(sum(('x' || substr(hash, 17, 16))::bit(64)::bigint::numeric), 0)
    FROM (SELECT encode(sha256(convert_to(t::text, 'UTF8')), 'hex') AS hash FROM {table} t) hashed
"""


def contents_of(connection: psycopg.Connection) -> dict[str, TableContent]:
    """Every table's content as the connection's transaction sees it."""
    # How a value is written out must not depend on who asks.
    connection.execute("SET LOCAL timezone = 'UTC'")
    connection.execute("SET LOCAL extra_float_digits = 1")
    connection.execute("SET LOCAL datestyle = 'ISO, YMD'")
    connection.execute("SET LOCAL intervalstyle = 'postgres'")
    names = [str(name) for (name,) in connection.execute(_TABLES)]
    return {name: _content(connection, name) for name in names if name not in LEFT_BEHIND}


def _content(connection: psycopg.Connection, table: str) -> TableContent:
    asked = sql.SQL(_CONTENT).format(table=sql.Identifier("public", table))
    found = connection.execute(asked).fetchone()
    assert found is not None  # noqa: S101 - an aggregate always answers
    rows, first, second = found
    return TableContent(rows=rows, digest=f"{first}:{second}")


def differences(wanted: dict[str, TableContent], found: dict[str, TableContent]) -> list[str]:
    """Where a copy differs from what the backup says, one sentence a table."""
    said = []
    for name in sorted(wanted.keys() | found.keys()):
        before, after = wanted.get(name), found.get(name)
        if after is None:
            said.append(f"{name} is missing")
        elif before is None:
            said.append(f"{name} is not in the backup")
        elif before.rows != after.rows:
            said.append(f"{name} had {before.rows:,} rows and has {after.rows:,}")
        elif before.digest != after.digest:
            said.append(f"{name} has its {before.rows:,} rows, but not with the same values")
    return said
