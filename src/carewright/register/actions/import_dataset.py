"""Imports a file that was read: from then on, figures use its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

import polars as pl
from django.db import IntegrityError, connection, transaction

from carewright.platform import api as platform
from carewright.register import store
from carewright.register.actions.name_councils import name_councils
from carewright.register.actions.reach import CannotDo, dataset_in_reach, move, nothing, record
from carewright.register.models import Dataset, ServiceReading
from carewright.register.models.service_reading import COPIED
from carewright.register.rules.life_of_a_dataset import DatasetState
from carewright.ui.formats import written_date

ONCE: Final = "dataset_is_imported_once"
ROWS_BETWEEN_NEWS: Final = 1_000

TARGET: Final = ServiceReading._meta.db_table
COLUMNS: Final = ", ".join(f'"{name}"' for name in ("dataset_id", "organisation_id", *COPIED))
AS_THERE: Final = f"SELECT {COLUMNS} FROM {TARGET} WITH NO DATA"  # noqa: S608 - our own names
MAKE_ROOM: Final = f"CREATE TEMPORARY TABLE services_coming ON COMMIT DROP AS {AS_THERE}"
TAKE_IN: Final = f"INSERT INTO {TARGET} ({COLUMNS}) SELECT {COLUMNS} FROM services_coming"  # noqa: S608

News = Callable[[int, int], None]
"""Told how many services are written, and of how many; what it raises takes all of it back."""


class AlreadyImported(CannotDo):
    """The very same file was imported before, so importing it again would change nothing."""


def import_dataset(
    *,
    dataset_id: UUID,
    by: platform.Actor,
    at: datetime,
    news: News = nothing,
    in_the_end: Callable[[], None] = nothing,
) -> None:
    """Makes the file's facts count, all of them or, if anything fails, none.

    `in_the_end` is called within the same transaction, so that its effect stands and falls with
    the import.
    """
    try:
        _import(dataset_id, news, in_the_end, by=by, at=at)
    except IntegrityError as refused:
        # Somebody else's import of the same file ended while this one was being written.
        if ONCE not in str(refused):
            raise
        raise AlreadyImported(
            "The same file has just been imported by somebody else. Nothing has changed."
        ) from None


@transaction.atomic(durable=True)
def undo_import(*, dataset_id: UUID, reason: str, by: platform.Actor, at: datetime) -> None:
    """Takes an import back: figures no longer use the file, which is kept with its history."""
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    if not reason.strip():
        raise CannotDo("Say why the import is taken back.")
    move(found, DatasetState.UNDONE)
    found.save()
    found.services.all().delete()
    record("undo_import", found, by=by, at=at, reason=reason.strip())


@transaction.atomic(durable=True)
def discard_dataset(*, dataset_id: UUID, by: platform.Actor, at: datetime) -> None:
    """Puts a file aside that was never imported."""
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    move(found, DatasetState.DISCARDED)
    found.save()
    record("discard_file", found, by=by, at=at)


@transaction.atomic(durable=True)
def _import(
    dataset_id: UUID,
    news: News,
    in_the_end: Callable[[], None],
    *,
    by: platform.Actor,
    at: datetime,
) -> None:
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    _refuse_a_second_time(found, by)
    move(found, DatasetState.IMPORTED)
    found.imported_by_name, found.imported_at = by.name, at
    found.save()
    _copy_services(found, news)
    name_councils(found)
    record("import_file", found, by=by, at=at, kept=found.rows_kept)
    in_the_end()


def _refuse_a_second_time(found: Dataset, by: platform.Actor) -> None:
    among = Dataset.objects.filter(organisation=found.organisation)
    if isinstance(by, platform.Officer):
        among = Dataset.objects.visible_to(by)
    earlier = among.filter(
        sha256=found.sha256, kind=found.kind, state=DatasetState.IMPORTED.value
    ).first()  # fmt: skip
    if earlier is not None:
        raise AlreadyImported(
            f"This file was imported on {written_date(earlier.imported_at)} by "
            f"{earlier.imported_by_name}. Nothing has changed."
        )


def _copy_services(found: Dataset, news: News) -> None:
    """Fills the list of services by PostgreSQL's COPY, which takes thousands of rows at once.

    PostgreSQL copies into no table under row security, so the rows pass through one of their own.
    """
    table = found.tables.filter(name="service").first()
    if table is None:
        return
    services = store.frame_kept_as(table.stored_as).select(COPIED)
    with connection.cursor() as cursor:
        cursor.execute(MAKE_ROOM)
        with cursor.copy(f"COPY services_coming ({COLUMNS}) FROM STDIN") as copy:
            for row in _told(_rows(services), news, services.height):
                copy.write_row((found.pk, found.organisation_id, *row))
        cursor.execute(TAKE_IN)
        cursor.execute("DROP TABLE services_coming")


def _rows(services: pl.DataFrame) -> Iterator[list[object]]:
    """Texts that are not known become blank, as the list's columns want them; others stay null."""
    longest = [getattr(ServiceReading._meta.get_field(name), "max_length", None) for name in COPIED]
    for row in services.iter_rows():
        yield [
            value if limit is None else _text(value, limit)
            for value, limit in zip(row, longest, strict=True)
        ]


def _text(value: object, longest: int) -> str:
    # PostgreSQL keeps no zero byte in a text.
    return "" if value is None else str(value).replace("\0", "")[:longest]


def _told(rows: Iterator[list[object]], news: News, total: int) -> Iterator[list[object]]:
    for done, row in enumerate(rows):
        if done % ROWS_BETWEEN_NEWS == 0:
            news(done, total)
        yield row
    news(total, total)
