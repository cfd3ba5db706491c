"""Whoever wrote or changed what others decide on; none of them decides on it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID


def with_hand(accounts: Iterable[UUID], account_id: UUID) -> list[UUID]:
    """These, and whoever changes it now; nobody is named twice or forgotten."""
    known = list(accounts)
    return known if account_id in known else [*known, account_id]


def authors(written_by: UUID, touched_by: Iterable[UUID]) -> set[UUID]:
    """Whoever wrote it, and whoever changed it since."""
    return {written_by, *touched_by}
