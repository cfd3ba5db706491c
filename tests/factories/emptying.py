"""Lets tests with real transactions empty the record between them, which nothing else may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

RECORD = "platform_auditevent"


@pytest.fixture(scope="session", autouse=True)
def record_emptied_between_tests() -> Iterator[None]:
    """Puts the record's own guards aside for the moment in which all tables are emptied."""
    flush = DatabaseOperations.execute_sql_flush

    def flush_unguarded(self: Any, sql_list: list[str]) -> Any:
        aside = f"ALTER TABLE {RECORD} DISABLE TRIGGER USER"
        again = f"ALTER TABLE {RECORD} ENABLE TRIGGER USER"
        return flush(self, [aside, *sql_list, again])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_unguarded)
        yield
