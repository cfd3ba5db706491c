"""Lets tests with real transactions empty the record between them, which nothing else may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

#: Tables that nothing but a test may empty.
GUARDED = (
    "platform_auditevent",
    "register_activity",
    "attest_leaf",
    "attest_node",
    "attest_checkpoint",
    "attest_deposit",
    "attest_verification",
)


@pytest.fixture(scope="session", autouse=True)
def record_emptied_between_tests() -> Iterator[None]:
    """Puts the guards of the ledgers aside for the moment in which all tables are emptied."""
    flush = DatabaseOperations.execute_sql_flush

    def flush_unguarded(self: Any, sql_list: list[str]) -> Any:
        aside = [f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in GUARDED]
        again = [f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in GUARDED]
        return flush(self, [*aside, *sql_list, *again])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_unguarded)
        yield
