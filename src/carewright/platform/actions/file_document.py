"""Keeps a file as it came."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import IO
from uuid import UUID

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from carewright.platform import audit, models, policies, queries, rows
from carewright.platform.policies import NotYours
from carewright.platform.rules.acts import Act
from carewright.platform.rules.declarations import Retention

CHUNK = 1 << 20


def file_document(
    *,
    name: str,
    content: IO[bytes],
    content_type: str,
    retention: Retention,
    organisation_id: UUID | None,
    by: rows.Actor,
    at: datetime,
) -> rows.Document:
    """Stores the bytes, then writes their digest down; without an organisation, all may read it."""
    policies.require(by, Act.FILE_DOCUMENT)
    _require_own(by, organisation_id)
    # The name that a person chose never becomes a path.
    wanted = f"documents/{at:%Y/%m}/{uuid.uuid4().hex}"
    stored_as = default_storage.save(wanted, File(content))
    try:
        return _write_down(
            stored_as,
            name=name,
            content_type=content_type,
            retention=retention,
            organisation_id=organisation_id,
            by=by,
            at=at,
        )
    except BaseException:
        default_storage.delete(stored_as)
        raise


def _require_own(by: rows.Actor, organisation_id: UUID | None) -> None:
    if isinstance(by, rows.Officer) and organisation_id not in {None, by.organisation.id}:
        raise NotYours


@transaction.atomic
def _write_down(
    stored_as: str,
    *,
    name: str,
    content_type: str,
    retention: Retention,
    organisation_id: UUID | None,
    by: rows.Actor,
    at: datetime,
) -> rows.Document:
    size, digest = _measured(stored_as)
    kept = models.Document.objects.create(
        organisation_id=organisation_id,
        name=name[-255:],
        content_type=content_type,
        size=size,
        sha256=digest,
        stored_as=stored_as,
        retention_class=retention.value,
        uploaded_by_id=by.id if isinstance(by, rows.Officer) else None,
        uploaded_by_name=by.name,
        uploaded_at=at,
    )
    audit.record(
        Act.FILE_DOCUMENT,
        "document",
        kept.id,
        by=by,
        at=at,
        organisation_id=organisation_id,
        name=kept.name,
        sha256=digest,
        size=size,
    )
    return queries.document_row(kept)


def _measured(stored_as: str) -> tuple[int, str]:
    """How large the file is as stored, and the digest of its bytes."""
    size, digest = 0, hashlib.sha256()
    for chunk in _chunks(stored_as):
        size += len(chunk)
        digest.update(chunk)
    return size, digest.hexdigest()


def _chunks(stored_as: str) -> Iterator[bytes]:
    with default_storage.open(stored_as) as stored:
        yield from stored.chunks(CHUNK)
