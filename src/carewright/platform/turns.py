"""People who act at once take turns, and what a constraint refuses is said in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction


def wait_ones_turn(*about: object) -> None:
    """Whoever else names the same in a transaction of theirs waits until this one has ended."""
    name = "|".join(map(str, about))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


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
