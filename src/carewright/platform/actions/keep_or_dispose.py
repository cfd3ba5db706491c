"""Holds a document, lifts the hold, and decides on its disposal; nothing goes by itself."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.timezone import localdate

from carewright.platform import audit, models, rows
from carewright.platform.actions.file_document import CannotKeep, document_in_reach
from carewright.platform.queries import documents as filed
from carewright.platform.rules.acts import Act
from carewright.platform.rules.keeping import blockers_to_disposal


@transaction.atomic(durable=True)
def hold_document(*, document_id: UUID, reason: str, by: rows.Officer, at: datetime) -> None:
    """Keeps a document whatever its retention says, as for a claim or an inquiry."""
    found = document_in_reach(document_id, by=by, act=Act.HOLD_DOCUMENT)
    if found.disposed_at is not None:
        raise CannotKeep(f"{found.name} was disposed of already.")
    if found.held_at is not None:
        raise CannotKeep(f"{found.held_by_name} holds {found.name} already.")
    found.held_at, found.held_by_id = at, by.id
    found.held_by_name, found.hold_reason = by.name, reason
    found.save()
    _record(Act.HOLD_DOCUMENT, found, reason, by=by, at=at)


@transaction.atomic(durable=True)
def lift_hold(*, document_id: UUID, reason: str, by: rows.Officer, at: datetime) -> None:
    """Ends a hold; never by the person who set it."""
    found = document_in_reach(document_id, by=by, act=Act.LIFT_HOLD)
    if found.held_at is None:
        raise CannotKeep(f"Nobody holds {found.name}.")
    if found.held_by_id == by.id:
        raise CannotKeep("Whoever set a hold does not lift it. Ask another director.")
    held_by = found.held_by_name
    found.held_at = found.held_by_id = None
    found.held_by_name = found.hold_reason = ""
    found.save()
    _record(Act.LIFT_HOLD, found, reason, by=by, at=at, held_by=held_by)


@transaction.atomic(durable=True)
def keep_longer(
    *, document_id: UUID, until: date, reason: str, by: rows.Officer, at: datetime
) -> None:
    """Decides that a document whose retention has run out is kept until a later day."""
    found = document_in_reach(document_id, by=by, act=Act.DECIDE_DISPOSAL)
    _refuse_blocked(found, at)
    if until <= localdate(at):
        raise CannotKeep("Choose a day that is still to come.")
    found.kept_until = until
    found.save(update_fields=["kept_until"])
    _record("keep_longer", found, reason, by=by, at=at, until=until.isoformat())


@transaction.atomic(durable=True)
def dispose_of_document(*, document_id: UUID, reason: str, by: rows.Officer, at: datetime) -> None:
    """Decides that a document whose retention has run out goes; what it was stays written down."""
    found = document_in_reach(document_id, by=by, act=Act.DECIDE_DISPOSAL)
    _refuse_blocked(found, at)
    found.disposed_at, found.disposed_by_name = at, by.name
    found.save(update_fields=["disposed_at", "disposed_by_name"])
    digests = list(found.versions.order_by("number").values_list("sha256", flat=True))
    _record("dispose_of_document", found, reason, by=by, at=at, sha256=digests)
    transaction.on_commit(lambda: _take_bytes_away(found))


@transaction.atomic(durable=True)
def finish_disposals(*, by: rows.Operator, at: datetime) -> int:
    """Takes away bytes that a crash left behind after a disposal was decided; how many.

    Nothing is decided here, so the record does not speak of it.
    """
    left = models.Document.objects.filter(
        disposed_at__lte=at, versions__stored_as__isnull=False
    ).distinct()
    return sum(_take_bytes_away(each) for each in left)


def _take_bytes_away(found: models.Document) -> int:
    gone = found.versions.filter(stored_as__isnull=False)
    for version in gone:
        default_storage.delete(version.stored_as or "")
        models.DocumentVersion.objects.filter(pk=version.pk).update(stored_as=None)
    return len(gone)


def _refuse_blocked(found: models.Document, at: datetime) -> None:
    if blockers := blockers_to_disposal(filed.kept(filed.row_of(found)), on=localdate(at)):
        raise CannotKeep(". ".join(blockers) + ".")


def _record(
    act: str,
    found: models.Document,
    reason: str,
    *,
    by: rows.Officer,
    at: datetime,
    **facts: object,
) -> None:
    audit.record(
        act, "document", found.pk, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason, name="" if found.placement_id else found.name, **facts,
    )  # fmt: skip
