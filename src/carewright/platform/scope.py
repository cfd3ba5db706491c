"""For whom the database answers: one organisation at a time, and nobody unless told.

While an `acting_for` block runs, the connection acts as the role `carewright_web`, which owns
nothing and which row-level security binds, with the organisation's id in a setting that the
policies read. See docs/adr/0002-row-level-security.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import connection
from psycopg.pq import TransactionStatus

WEB_ROLE: Final = "carewright_web"
ORGANISATION_SETTING: Final = "carewright.organisation"
ACCOUNT_SETTING: Final = "carewright.account"

ACT: Final = (
    f"SELECT set_config('role', '{WEB_ROLE}', false), "
    f"set_config('{ORGANISATION_SETTING}', %s, false), "
    f"set_config('{ACCOUNT_SETTING}', %s, false)"
)
CEASE: Final = f"RESET ROLE; RESET {ORGANISATION_SETTING}; RESET {ACCOUNT_SETTING}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Whose rows the connection may see: an organisation's, and one account's own offices."""

    organisation_id: UUID | None
    account_id: UUID | None


@contextmanager
def acting_for(organisation_id: UUID | None, *, account_id: UUID | None = None) -> Iterator[None]:
    """Lets the block see and change only what this organisation may; None means nobody's.

    Blocks may be nested: leaving the inner one restores the outer one, and one that changes
    nothing asks the database nothing.
    """
    outer, wanted = standing(), Standing(organisation_id, account_id)
    if outer == wanted:
        yield  # the connection acts so already
        return
    _take(wanted)
    try:
        yield
    finally:
        _return_to(outer)


def standing() -> Standing | None:
    """For whom the connection acts now; None when it acts as whatever it began as."""
    return getattr(connection, "carewright_standing", None)


def _take(wanted: Standing) -> None:
    # An empty text reads as null in every policy, and null equals nothing.
    ids = [str(each or "") for each in (wanted.organisation_id, wanted.account_id)]
    with connection.cursor() as cursor:
        cursor.execute(ACT, ids)
    _remember(wanted)


def _return_to(outer: Standing | None) -> None:
    _remember(outer)
    if _will_be_undone():
        return
    if outer is None:
        with connection.cursor() as cursor:
            cursor.execute(CEASE)
    else:
        _take(outer)


def _remember(now: Standing | None) -> None:
    connection.carewright_standing = now  # type: ignore[attr-defined]


def _will_be_undone() -> bool:
    """Whether the settings go by themselves: with the connection, or as a failed block rolls back.

    A block that began before the transaction cannot end inside it, so whatever was set here was
    set inside it and is rolled back with it.
    """
    if connection.connection is None or connection.connection.closed:
        return True
    status = connection.connection.info.transaction_status
    return connection.needs_rollback or status == TransactionStatus.INERROR
