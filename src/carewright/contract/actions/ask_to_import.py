"""Queues the beginning of an import, or the making of its agreements, as work that a page shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from carewright.contract.actions.begin_import import file_to_import
from carewright.contract.actions.place_rows import rows_to_place
from carewright.contract.actions.reach import IMPORT, import_in_reach, refuse_if
from carewright.contract.queries.imports import import_of_file
from carewright.contract.rules.words import Kind, Regime
from carewright.platform import api as platform

#: Hands the beginning to the background: the file, the import to be, kind and regime, and the job.
QueueBeginning = Callable[[UUID, UUID, Kind, Regime, UUID], None]
#: Hands the making of agreements to the background: the import and the job.
QueuePlacing = Callable[[UUID, UUID], None]
#: Hands the taking back to the background: the import, how many were seen, why, and the job.
QueueUndoing = Callable[[UUID, int, str, UUID], None]


@transaction.atomic(durable=True)
def ask_to_begin_import(
    *, dataset_id: UUID, kind: Kind, regime: Regime, queue: QueueBeginning,
    by: platform.Officer, at: datetime,
) -> UUID:  # fmt: skip
    """Asks for an import to be begun; the id of the work."""
    file = file_to_import(dataset_id, kind, by=by)
    standing = import_of_file(file.sha256, seen_by=by)
    refuse_if(standing, "This very file is being imported already")
    job = platform.ask_for_job(
        organisation_id=by.organisation.id, kind=f"contract.{IMPORT}",
        title=f"Taking {file.file_name} in", by=by, at=at,
    )  # fmt: skip
    queue(dataset_id, uuid4(), kind, regime, job.id)
    return job.id


@transaction.atomic(durable=True)
def ask_to_place_rows(
    *, batch_id: UUID, queue: QueuePlacing, by: platform.Officer, at: datetime
) -> UUID:
    """Asks for agreements to be made of what can be placed; the work's id, be it under way."""
    batch = import_in_reach(batch_id, by=by)
    if batch.job_id and not platform.job(batch.job_id, seen_by=by).ended:
        return batch.job_id
    refuse_if(not rows_to_place(batch).exists(), "No row can be placed now")
    job = platform.ask_for_job(
        organisation_id=batch.organisation_id, kind=f"contract.{IMPORT}",
        title=f"Making agreements of {batch.file_name}", by=by, at=at,
    )  # fmt: skip
    batch.job_id = job.id
    batch.save(update_fields=["job_id"])
    queue(batch.pk, job.id)
    return job.id


@transaction.atomic(durable=True)
def ask_to_undo_import(
    *, batch_id: UUID, saw: int, reason: str, queue: QueueUndoing, by: platform.Officer,
    at: datetime,
) -> UUID:  # fmt: skip
    """Asks for an import to be taken back; the work's id, be it under way already."""
    batch = import_in_reach(batch_id, by=by)
    refuse_if(not reason.strip(), "Say why the import is taken back", "reason")
    if batch.job_id and not platform.job(batch.job_id, seen_by=by).ended:
        return batch.job_id
    job = platform.ask_for_job(
        organisation_id=batch.organisation_id, kind=f"contract.{IMPORT}",
        title=f"Taking {batch.file_name} back", by=by, at=at,
    )  # fmt: skip
    batch.job_id = job.id
    batch.save(update_fields=["job_id"])
    queue(batch.pk, saw, reason, job.id)
    return job.id
