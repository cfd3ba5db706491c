"""The stage's tables can be made, taken away and made again."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from tests.authorisation.drawing import EVERYTHING

pytestmark = pytest.mark.django_db

WEB_MAY = """
SELECT has_table_privilege('carewright_web', %s, %s)
"""


def test_migrations_form_one_line() -> None:
    loader = MigrationLoader(connection)
    own = sorted(name for stage, name in loader.graph.nodes if stage == "platform")
    for before, name in zip([None, *own], own, strict=False):
        parents = {
            parent
            for stage, parent in loader.disk_migrations["platform", name].dependencies
            if stage == "platform"
        }
        assert parents == ({before} if before else set())


def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", "platform", check=True, dry_run=True, stdout=StringIO())


def test_every_step_of_a_migration_of_ours_can_be_taken_back() -> None:
    found = MigrationLoader(connection).disk_migrations.values()
    own = [each for each in found if each.__module__.startswith("carewright.")]
    assert [(e, op) for e in own for op in e.operations if not op.reversible] == []
    assert len(own) > 50


@pytest.mark.slow
@pytest.mark.skipif(not EVERYTHING, reason="all tables go and come back with CAREWRIGHT_FULL=1")
@pytest.mark.django_db(transaction=True)
def test_the_tables_go_and_come_back_with_their_row_security() -> None:
    newest = [n for n in MigrationLoader(connection).graph.leaf_nodes()]
    try:
        MigrationExecutor(connection).migrate([("platform", None)])
        assert "platform_officer" not in connection.introspection.table_names()
        MigrationExecutor(connection).migrate([("platform", "0001_people_and_record")])
        assert not _has_row_security("platform_officer")
    finally:
        MigrationExecutor(connection).migrate(newest)
    assert _has_row_security("platform_officer")
    assert _web_may("platform_job", "UPDATE")
    assert not _web_may("platform_auditevent", "UPDATE")


@pytest.mark.parametrize("right", ["UPDATE", "DELETE", "TRUNCATE"])
def test_the_web_process_may_not_change_the_record(right: str) -> None:
    assert not _web_may("platform_auditevent", right)
    assert _web_may("platform_auditevent", "INSERT")


def test_the_web_process_may_use_the_tables_of_the_libraries() -> None:
    for table in ("django_session", "procrastinate_jobs", "account_emailaddress", "platform_cache"):
        assert _web_may(table, "SELECT, INSERT, UPDATE, DELETE")


def test_the_web_process_may_not_pretend_that_a_migration_ran() -> None:
    assert _web_may("django_migrations", "SELECT")
    assert not _web_may("django_migrations", "INSERT")


def _web_may(table: str, right: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WEB_MAY, [table, right])
        return bool(cursor.fetchone()[0])


def _has_row_security(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relrowsecurity FROM pg_class WHERE relname = %s", [table])
        return bool(cursor.fetchone()[0])
