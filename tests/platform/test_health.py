"""A machine learns whether the process lives and whether it is fit for requests."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from carewright.platform.web import health


@pytest.fixture(autouse=True)
def _look_again() -> None:
    health._require_migrated.cache_clear()


def test_a_live_process_says_so_without_its_database(client: Client) -> None:
    # No database is allowed in this test, so asking it anything would fail.
    answer = client.get("/healthz/live")
    assert (answer.status_code, answer.json()) == (200, {"live": True})
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_process_with_its_tables_is_ready(client: Client) -> None:
    answer = client.get("/healthz/ready")
    assert (answer.status_code, answer.json()["ready"]) == (200, True)


@pytest.mark.django_db
def test_a_machine_is_told_how_far_the_record_is_sealed(client: Client) -> None:
    told = client.get("/healthz/ready").json()["record"]
    assert told == {"waiting": 0, "oldest_waiting_since": None, "checkpoint": None}


@pytest.mark.django_db
def test_a_process_whose_tables_are_too_old_says_what_to_run(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_waits(executor: MigrationExecutor, *_: Any) -> list[Any]:
        return [(executor.loader.disk_migrations["platform", "0002_row_security"], False)]

    monkeypatch.setattr(MigrationExecutor, "migration_plan", one_waits)
    answer = client.get("/healthz/ready")
    assert answer.status_code == 503
    assert "./run manage migrate" in answer.json()["reason"]
    monkeypatch.undo()
    assert client.get("/healthz/ready").status_code == 200


@pytest.mark.django_db
def test_a_process_without_its_database_is_not_ready(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable() -> None:
        raise OperationalError("connection refused")

    with monkeypatch.context() as broken:
        broken.setattr(connection, "ensure_connection", unreachable)
        broken.setattr(connection, "close", lambda: None)
        answer = client.get("/healthz/ready")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "reason": "The database does not answer"}


def test_health_is_only_read(client: Client) -> None:
    assert client.post("/healthz/live").status_code == 405
