"""How far sealing is behind writing."""

from __future__ import annotations

from functools import cache

from django.db import connection

from carewright.attest import models, rows
from carewright.attest.queries.checkpoints import checkpoint_row, newest


def sealed_up_to(before: models.Checkpoint | None) -> int:
    """The transaction before which everything is sealed; in another database server, none is."""
    # Numbers of transactions begin anew in a server that a backup was restored into.
    return before.finished_before if before and before.cluster == cluster() else 0


def lag() -> rows.Lag:
    """How many events wait to be sealed, and since when."""
    before = newest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT waiting, oldest FROM attest_waiting(%s)", [sealed_up_to(before)])
        waiting, oldest = cursor.fetchone()
    return rows.Lag(waiting, oldest, checkpoint_row(before) if before else None)


def lag_told() -> dict[str, object]:
    """The lag as a machine that looks after the installation is told."""
    now = lag()
    return {
        "waiting": now.waiting,
        "oldest_waiting_since": now.oldest.isoformat() if now.oldest else None,
        "checkpoint": now.checkpoint.number if now.checkpoint else None,
    }


@cache
def cluster() -> str:
    """Which database server this is; a restored copy is another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT system_identifier::text FROM pg_control_system()")
        return str(cursor.fetchone()[0])
