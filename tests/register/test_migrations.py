"""The stage's tables can be made, taken away and made again, row security and all."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from tests.authorisation.drawing import EVERYTHING

pytestmark = pytest.mark.django_db

SECURED = "SELECT relrowsecurity FROM pg_class WHERE relname = 'register_servicereading'"


def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", "register", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.slow
@pytest.mark.skipif(not EVERYTHING, reason="all tables go and come back with CAREWRIGHT_FULL=1")
@pytest.mark.django_db(transaction=True)
def test_the_tables_go_and_come_back_with_their_row_security() -> None:
    newest = list(MigrationLoader(connection).graph.leaf_nodes())
    try:
        MigrationExecutor(connection).migrate([("register", "0001_facts_and_decisions")])
        assert not _secured()
        MigrationExecutor(connection).migrate([("register", None)])
        assert "register_dataset" not in connection.introspection.table_names()
    finally:
        MigrationExecutor(connection).migrate(newest)
    assert _secured()


def _secured() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(SECURED)
        return bool(cursor.fetchone()[0])
