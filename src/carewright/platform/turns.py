"""People who act at once take turns, and what a constraint refuses is said in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction


def wait_ones_turn(*about: object) -> None:
    """Whoever else names the same in a transaction of theirs waits until this one has ended."""
    _run("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", about)


@contextmanager
def taking_turns(*about: object) -> Iterator[None]:
    """Whoever else names the same waits until the block has ended, with all its transactions.

    For what takes several of them; where one is enough, `wait_ones_turn` holds to its end.
    """
    _run("SELECT pg_advisory_lock(hashtextextended(%s, 0))", about)
    try:
        yield
    finally:
        _run("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", about)


def _run(statement: str, about: tuple[object, ...]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, ["|".join(map(str, about))])


@contextmanager
def kept_by(constraint: str, refusal: Exception) -> Iterator[None]:
    """Raises the stage's own refusal where the named constraint refuses; nothing else is caught."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refused:
        if constraint not in str(refused):
            raise
        raise refusal from None
