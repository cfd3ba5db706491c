"""Events by the hundred, a key of the tests' own, and somebody who gets past every guard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection, transaction

from carewright.attest import api as attest
from carewright.attest.rules.checkpoints import SigningKey
from carewright.platform import api as platform
from carewright.platform import models
from tests.factories import platform as make
from tests.factories.many_events import filled

KEY = SigningKey("elmshire.example/record", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
TABLES = ("platform_auditevent", "attest_leaf", "attest_node", "attest_checkpoint")


def events(count: int, *, by: platform.Officer | None = None) -> None:
    """So many events, each in a transaction of its own where the test allows that."""
    organisation_id = by.organisation.id if by else None
    for number in range(count):
        with transaction.atomic():
            platform.audit.record(
                "looked", "area", number, by=by or make.OPERATOR, at=make.NOW,
                organisation_id=organisation_id, reason=f"Review {number}", round=number,
            )  # fmt: skip


def many_events(count: int, *, organisation_id: UUID | None = None) -> None:
    """So many events by bulk insert, each with a leaf as `record` would give it."""
    filled(count, organisation_id)


def sealed(*, batch: int = 10_000) -> attest.Checkpoint | None:
    """Seals what waits, with the tests' own key."""
    return attest.seal_record(key=KEY, by=make.OPERATOR, at=make.NOW, batch=batch)


def verdict(*witnessed: attest.Witnessed) -> attest.Verdict:
    """Looks over the whole record."""
    return attest.verify_record(key=KEY.public, witnessed=witnessed, by=make.OPERATOR, at=make.NOW)


def event_at(place: int) -> UUID:
    """The id of the event that was sealed at a place."""
    found = as_superuser(f"SELECT event_id FROM attest_leaf WHERE place = {place}")
    return UUID(str(found[0][0]))


def event_of(officer: platform.Officer) -> UUID:
    """The id of the one event of an officer's organisation."""
    return models.AuditEvent.objects.get(organisation_id=officer.organisation.id).pk


def newest_event() -> models.AuditEvent:
    """The event that was written last."""
    return models.AuditEvent.objects.order_by("-written_at")[0]


def as_superuser(*statements: str) -> list[tuple[Any, ...]]:
    """Runs SQL past every trigger; the answer of the last statement, if it has one."""
    with unguarded(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def unguarded() -> Iterator[None]:
    """No trigger fires, as a superuser can have it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")
