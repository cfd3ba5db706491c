"""Writes the record; an act that cannot be recorded does not happen."""

from __future__ import annotations

import json
import secrets
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    OperationalError,
    connection,
    transaction,
)

from carewright.platform.rows import Actor, Operator
from carewright.platform.rules.leaves import SALT_BYTES, Sayings, Words, keepable

#: What the record calls looking at something that is not for everybody's eyes.
READ: Final = "read"

#: Gives up after three seconds if the table is locked; see the migration that makes it.
WRITE: Final = "SELECT platform_write_event(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"


class RecordOutsideTransaction(RuntimeError):
    """An event was to be written apart from the change that it tells of."""


class RecordBlocked(OperationalError):
    """The record takes no event, so what it would have told of does not happen either."""


def record(
    act: str,
    subject_kind: str,
    subject_id: object,
    *,
    by: Actor,
    at: datetime,
    organisation_id: UUID | None,
    reason: str = "",
    **facts: object,
) -> None:
    """Writes who did what, when, for whom and why, in the transaction that does it.

    `act` is a code that is kept for ever, most often an `Act`; `facts` must be plain values, and
    numbers that not every reader of JSON keeps exactly (from 2**53 on) are written as text.
    """
    if not connection.in_atomic_block:
        raise RecordOutsideTransaction(
            f"{act} of {subject_kind} {subject_id} was recorded outside a transaction"
        )
    told = json.dumps(keepable(facts))
    salt = secrets.token_bytes(SALT_BYTES)
    words = Words(by.name, reason, json.loads(told))
    sayings = Sayings(
        id=uuid4(),
        at=at,
        act=str(act),
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        organisation_id=organisation_id,
        by_id="operator" if isinstance(by, Operator) else str(by.id),
        words_digest=words.digest(salt),
    )
    _write(sayings, words, told, salt)


def record_read(
    subject_kind: str,
    subject_id: object,
    *,
    by: Actor,
    at: datetime,
    organisation_id: UUID | None,
    purpose: str = "",
    **facts: object,
) -> None:
    """Writes that somebody looked, and what for, before they are shown it.

    For what is not for everybody's eyes, such as a person's record or a confidential paper. If it
    cannot be written, nothing is shown.
    """
    with transaction.atomic():
        record(
            READ,
            subject_kind,
            subject_id,
            by=by,
            at=at,
            organisation_id=organisation_id,
            reason=purpose,
            **facts,
        )


def _write(said: Sayings, words: Words, facts: str, salt: bytes) -> None:
    values: list[Any] = [said.id, said.at, said.act, said.subject_kind, said.subject_id]
    values += [said.organisation_id, said.by_id, words.by_name, words.reason, facts]
    values += [salt, said.words_digest, said.leaf()]
    try:
        with connection.cursor() as cursor:
            cursor.execute(WRITE, values)
    except (IntegrityError, DataError):
        raise  # the event itself is wrong, which trying again does not mend
    except DatabaseError as problem:
        raise RecordBlocked(f"{said.act} could not be recorded: {problem}") from problem
