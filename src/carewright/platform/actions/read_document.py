"""Gives a kept file to somebody, and writes down that they had it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.files import File
from django.db import transaction

from carewright.platform import audit, policies, rows
from carewright.platform.queries import NotFound
from carewright.platform.queries import documents as filed
from carewright.platform.rules.acts import Act


@transaction.atomic(durable=True)
def read_document(
    *, document_id: UUID, number: int | None = None, placement_id: UUID | None = None,
    purpose: str = "", by: rows.Officer, at: datetime,
) -> tuple[rows.DocumentVersion, File[bytes]]:  # fmt: skip
    """The version wanted, or the newest, with its bytes; who read it stands in the record.

    What belongs to one person's placement opens only to whoever comes from that placement, as
    its stage asks for what somebody looks and tells the person who did.
    """
    policies.require(by, Act.READ_DOCUMENT)
    found = filed.document(document_id, seen_by=by)
    if found.placement_id != placement_id:
        raise NotFound("It is opened where the placement stands that it belongs to")
    every = filed.versions(document_id, seen_by=by)
    wanted = [each for each in every if each.number == (number or found.newest.number)]
    if not wanted:
        raise NotFound("There is no such version")
    content = filed.open_document(document_id, seen_by=by, number=wanted[0].number)
    audit.record_read(
        "document", document_id, by=by, at=at, organisation_id=by.organisation.id,
        purpose=purpose, version=wanted[0].number, sha256=wanted[0].sha256,
    )  # fmt: skip
    return wanted[0], content
