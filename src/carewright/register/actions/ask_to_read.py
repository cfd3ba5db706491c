"""Queues the trial reading or the import of a file, as work that a page can show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import api as platform
from carewright.register.actions.reach import CannotDo, dataset_in_reach
from carewright.register.models import Dataset
from carewright.register.rules.life_of_a_dataset import DatasetState

#: Hands work to the background: the dataset's id and the job's.
Queue = Callable[[UUID, UUID], None]


@transaction.atomic(durable=True)
def ask_to_read(*, dataset_id: UUID, queue: Queue, by: platform.Officer, at: datetime) -> UUID:
    """Asks for a trial reading; the id of the work, be it under way already."""
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    if found.state != DatasetState.UPLOADED:
        raise CannotDo(f"{found.file_name} has been read already.")
    return _ask(found, f"Reading {found.file_name}", queue=queue, by=by, at=at)


@transaction.atomic(durable=True)
def ask_to_import(*, dataset_id: UUID, queue: Queue, by: platform.Officer, at: datetime) -> UUID:
    """Asks for the import of a file that was read; the id of the work, be it under way already."""
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    if found.state != DatasetState.READ:
        state = DatasetState(found.state).label.lower()
        raise CannotDo(f"{found.file_name} is {state}; only a file that was read is imported.")
    if not found.rows_kept:
        raise CannotDo(f"None of the rows of {found.file_name} can be used, so none is imported.")
    return _ask(found, f"Importing {found.file_name}", queue=queue, by=by, at=at)


def _ask(found: Dataset, title: str, *, queue: Queue, by: platform.Officer, at: datetime) -> UUID:
    if found.job_id and not platform.job(found.job_id, seen_by=by).ended:
        return found.job_id
    job = platform.ask_for_job(
        organisation_id=by.organisation.id, kind="register.dataset", title=title, by=by, at=at
    )
    found.job_id = job.id
    found.save(update_fields=["job_id"])
    queue(found.pk, job.id)
    return job.id
