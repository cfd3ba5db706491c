"""Imports a file that was read: from then on, figures use its facts."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import polars as pl
from django.db import connection, transaction

from carewright.platform import api as platform
from carewright.register import store
from carewright.register.actions.reach import CannotDo, dataset_in_reach, move, record
from carewright.register.models import Dataset, ServiceReading
from carewright.register.models.service_reading import COPIED
from carewright.register.rules.life_of_a_dataset import DatasetState


class AlreadyImported(CannotDo):
    """The very same file was imported before, so importing it again would change nothing."""


@transaction.atomic(durable=True)
def import_dataset(*, dataset_id: UUID, by: platform.Actor, at: datetime) -> None:
    """Makes the file's facts count, all of them or, if anything fails, none."""
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    _refuse_a_second_time(found)
    move(found, DatasetState.IMPORTED)
    found.imported_by_name, found.imported_at = by.name, at
    found.save()
    _copy_services(found)
    record("import_file", found, by=by, at=at, kept=found.rows_kept)


@transaction.atomic(durable=True)
def undo_import(*, dataset_id: UUID, reason: str, by: platform.Actor, at: datetime) -> None:
    """Takes an import back: figures no longer use the file, which is kept with its history."""
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    move(found, DatasetState.UNDONE)
    found.save()
    found.services.all().delete()
    record("undo_import", found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def discard_dataset(*, dataset_id: UUID, by: platform.Actor, at: datetime) -> None:
    """Puts a file aside that was never imported."""
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    move(found, DatasetState.DISCARDED)
    found.save()
    record("discard_file", found, by=by, at=at)


def _refuse_a_second_time(found: Dataset) -> None:
    earlier = Dataset.objects.filter(
        organisation_id=found.organisation_id, sha256=found.sha256, kind=found.kind,
        state=DatasetState.IMPORTED.value,
    ).first()  # fmt: skip
    if earlier is not None:
        raise AlreadyImported(
            f"This file was imported on {earlier.imported_at:%-d %B %Y} by "
            f"{earlier.imported_by_name}. Nothing has changed."
        )


def _copy_services(found: Dataset) -> None:
    """Fills the list of services by PostgreSQL's COPY, which takes thousands of rows at once."""
    table = found.tables.filter(name="service").first()
    if table is None:
        return
    services = store.frame_kept_as(table.stored_as).select(COPIED)
    names = ", ".join(f'"{name}"' for name in ("dataset_id", "organisation_id", *COPIED))
    target = ServiceReading._meta.db_table
    with connection.cursor() as cursor, cursor.copy(f"COPY {target} ({names}) FROM STDIN") as copy:
        for row in services.iter_rows():
            copy.write_row((found.pk, found.organisation_id, *_blanks(services, row)))


def _blanks(services: pl.DataFrame, row: tuple[object, ...]) -> list[object]:
    """Texts that are not known become blank, as the list's columns want them; others stay null."""
    return [
        "" if value is None and dtype == pl.String() else _cut(value)
        for value, dtype in zip(row, services.dtypes, strict=True)
    ]


def _cut(value: object) -> object:
    return value[:300] if isinstance(value, str) and not isinstance(value, date) else value
