"""Many actions as one piece: all of them count, or none does and the next start begins anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def whole_or_not_at_all() -> Iterator[None]:
    """Lets what the block does count only when it has come to its end.

    Every action is a transaction of its own, which cannot begin within another. Without autocommit
    each is a savepoint of the connection's one transaction instead, and the end of the block
    commits them all. A file that was stored for a document whose row is rolled back stays in the
    folder, where nothing names it.
    """
    transaction.set_autocommit(False)
    try:
        yield
    except BaseException:
        transaction.rollback()
        raise
    else:
        transaction.commit()
    finally:
        transaction.set_autocommit(True)
