"""Keeps a file as it came, and later versions of it."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO
from uuid import UUID

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from carewright.platform import audit, models, policies, rows
from carewright.platform.policies import NotYours
from carewright.platform.queries import documents as filed
from carewright.platform.rules.acts import Act
from carewright.platform.rules.declarations import DocumentKind, Retention

CHUNK = 1 << 20


class CannotKeep(Exception):
    """The file is not taken in, or the document cannot be changed; the text says why."""


def file_document(
    *,
    name: str,
    content: IO[bytes],
    content_type: str,
    retention: Retention,
    organisation_id: UUID | None,
    placement_id: UUID | None = None,
    by: rows.Actor,
    at: datetime,
    kind: DocumentKind = DocumentKind.FILE,
) -> rows.Document:
    """Stores the bytes, then writes their digest down; without an organisation, all may read it.

    For files that we made or that are judged elsewhere: `give_document` judges before it keeps.
    With `placement_id` it belongs to one person's placement, and is opened only where that stands.
    """
    policies.require(by, Act.FILE_DOCUMENT)
    _require_own(by, organisation_id)
    with _stored(content, at) as stored_as, transaction.atomic():
        document = models.Document.objects.create(
            organisation_id=organisation_id, name=name[-255:], kind=kind.value,
            retention_class=retention.value, placement_id=placement_id,
        )  # fmt: skip
        version = _version(document, stored_as, name, content_type, "", by=by, at=at)
        _record(Act.FILE_DOCUMENT, version, by=by, at=at, kind=kind.value)
        return filed.document_row(version)


def add_version(
    *,
    document_id: UUID,
    name: str,
    content: IO[bytes],
    content_type: str,
    reason: str,
    by: rows.Actor,
    at: datetime,
) -> rows.Document:
    """Keeps a later version of a document and says why there is one; earlier ones stay."""
    with _stored(content, at) as stored_as, transaction.atomic():
        document = document_in_reach(document_id, by=by, act=Act.ADD_VERSION)
        if document.disposed_at is not None:
            raise CannotKeep(f"{document.name} was disposed of. Give the file as a new document.")
        document.newest += 1
        document.save(update_fields=["newest"])
        version = _version(document, stored_as, name, content_type, reason, by=by, at=at)
        _refuse_the_same(document, version)
        _record(Act.ADD_VERSION, version, by=by, at=at)
        return filed.document_row(version)


def document_in_reach(document_id: UUID, *, by: rows.Actor, act: Act) -> models.Document:
    """The document, locked until the transaction ends; a stranger's does not exist."""
    found = models.Document.objects.select_for_update().filter(pk=document_id).first()
    if found is None:
        raise NotYours
    policies.require(by, act, found)
    if found.placement_id and isinstance(by, rows.Officer) and not filed.sees_people(by):
        raise NotYours
    return found


def _require_own(by: rows.Actor, organisation_id: UUID | None) -> None:
    if isinstance(by, rows.Officer) and organisation_id not in {None, by.organisation.id}:
        raise NotYours


@contextmanager
def _stored(content: IO[bytes], at: datetime) -> Iterator[str]:
    """The bytes under a name of ours; taken away again when they cannot be written down."""
    # The name that a person chose never becomes a path.
    wanted = f"documents/{at:%Y/%m}/{uuid.uuid4().hex}"
    stored_as = default_storage.save(wanted, File(content))
    try:
        yield stored_as
    except BaseException:
        default_storage.delete(stored_as)
        raise


def _version(
    document: models.Document,
    stored_as: str,
    name: str,
    content_type: str,
    reason: str,
    *,
    by: rows.Actor,
    at: datetime,
) -> models.DocumentVersion:
    size, digest = _measured(stored_as)
    return models.DocumentVersion.objects.create(
        document=document,
        organisation_id=document.organisation_id,
        number=document.newest,
        name=name[-255:],
        content_type=content_type,
        size=size,
        sha256=digest,
        stored_as=stored_as,
        reason=reason,
        uploaded_by_id=by.id if isinstance(by, rows.Officer) else None,
        uploaded_by_name=by.name,
        uploaded_at=at,
    )


def _refuse_the_same(document: models.Document, version: models.DocumentVersion) -> None:
    before = document.versions.get(number=version.number - 1)
    if before.sha256 == version.sha256:
        raise CannotKeep(f"This is the very file that stands as version {before.number} already.")


def _record(
    act: Act, version: models.DocumentVersion, *, by: rows.Actor, at: datetime, **more: str
) -> None:
    audit.record(
        act,
        "document",
        version.document_id,
        by=by,
        at=at,
        organisation_id=version.organisation_id,
        reason=version.reason,
        # The name that somebody gave a placement's paper may be that of the person.
        name="" if version.document.placement_id else version.name,
        version=version.number,
        sha256=version.sha256,
        size=version.size,
        **more,
    )


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
