"""Takes in a file that a person gives, once it was judged before anything opened it."""

from __future__ import annotations

from datetime import datetime
from os import SEEK_END
from typing import IO
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from carewright.platform import policies, rows
from carewright.platform.actions.file_document import CannotKeep, add_version, file_document
from carewright.platform.actions.once import once
from carewright.platform.intents import EACH_TIME, Intent
from carewright.platform.rules.acts import Act
from carewright.platform.rules.declarations import Retention
from carewright.platform.rules.files import kind_named, refusal_of


@transaction.atomic(durable=True)
def give_document(
    *,
    name: str,
    content: File[bytes],
    retention: Retention,
    by: rows.Officer,
    at: datetime,
    intent: Intent = EACH_TIME,
) -> UUID:
    """Keeps a file for the officer's organisation; `CannotKeep` says why it is not taken in."""
    policies.require(by, Act.FILE_DOCUMENT)
    claim = once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not claim.done:
        kept = keep_given(name=name, content=content, retention=retention, by=by, at=at)
        claim.keep(kept.id)
    return UUID(claim.result)


def keep_given(
    *, name: str, content: IO[bytes], retention: Retention, placement_id: UUID | None = None,
    by: rows.Officer, at: datetime,
) -> rows.Document:  # fmt: skip
    """Judges and keeps a file that comes with something else, in the transaction of that act.

    `CannotKeep` says why it is not taken in; what it is served as follows from its name. What
    belongs to one person's placement says so by `placement_id`.
    """
    return file_document(
        name=name, content=content, content_type=_judged(name, content), retention=retention,
        organisation_id=by.organisation.id, placement_id=placement_id, by=by, at=at,
    )  # fmt: skip


@transaction.atomic(durable=True)
def give_version(
    *,
    document_id: UUID,
    name: str,
    content: File[bytes],
    reason: str,
    by: rows.Officer,
    at: datetime,
    intent: Intent = EACH_TIME,
) -> None:
    """Keeps a later version of a document; `CannotKeep` says why it is not taken in."""
    policies.require(by, Act.ADD_VERSION)
    claim = once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not claim.done:
        add_version(
            document_id=document_id, name=name, content=content,
            content_type=_judged(name, content), reason=reason, by=by, at=at,
        )  # fmt: skip
        claim.keep(document_id)


def _judged(name: str, content: IO[bytes]) -> str:
    """What the file may be served as, once nothing speaks against it."""
    kind = kind_named(name)
    if refusal := refusal_of(name, content, _size(content)):
        raise CannotKeep(refusal)
    return kind.content_type if kind else "application/octet-stream"


def _size(content: IO[bytes]) -> int:
    size = content.seek(0, SEEK_END)
    content.seek(0)
    return size
