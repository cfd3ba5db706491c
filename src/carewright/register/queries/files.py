"""What others may ask of the files that were given."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import IO
from uuid import UUID

import polars as pl
from django.core.files import File
from django.core.files.storage import default_storage
from django.db.models import QuerySet

from carewright.platform import api as platform
from carewright.register import rows, store
from carewright.register.models import Dataset, DatasetTable
from carewright.register.rules.life_of_a_dataset import DatasetState

#: Rows shown on one page; the file itself can be downloaded whole.
MOST_ROWS = 200


def datasets(*, seen_by: platform.Officer) -> QuerySet[Dataset]:
    """The files that the officer may see, latest first, for a list page."""
    return Dataset.objects.visible_to(seen_by).order_by("-uploaded_at", "id")


def dataset(dataset_id: UUID, *, seen_by: platform.Officer) -> rows.Dataset:
    """One file; a stranger's does not exist."""
    return dataset_row(_dataset(dataset_id, seen_by))


def is_imported(sha256: str, *, organisation_id: UUID | None) -> bool:
    """Whether the very same file counts already, for the organisation or, with None, for all."""
    found = Dataset.objects.filter(sha256=sha256, state=DatasetState.IMPORTED.value)
    if organisation_id is None:
        return found.filter(organisation_id__isnull=True).exists()
    return found.filter(organisation_id=organisation_id).exists()


def anything_imported() -> bool:
    """Whether any file counts at all."""
    return Dataset.objects.filter(state=DatasetState.IMPORTED.value).exists()


def dataset_for_operator(dataset_id: UUID) -> rows.Dataset:
    """One file, for whoever runs the installation from its own command line."""
    return dataset_row(Dataset.objects.get(pk=dataset_id))


def dataset_with_digest(sha256: str, *, seen_by: platform.Officer) -> rows.Dataset:
    """The file with this digest, imported now or once."""
    found = (
        Dataset.objects.visible_to(seen_by)
        .filter(sha256=sha256, imported_at__isnull=False)
        .order_by("organisation_id", "-imported_at")
        .first()
    )
    if found is None:
        raise platform.NotFound
    return dataset_row(found)


def imported_twin_of(found: rows.Dataset, *, seen_by: platform.Officer) -> rows.Dataset | None:
    """The very same file as another, if one that was imported stands beside it."""
    among = _imported(found.sha256, seen_by).exclude(pk=found.id)
    if found.kind:
        among = among.filter(kind=found.kind)
    twin = among.first()
    return None if twin is None else dataset_row(twin)


def imported_copy_of(
    content: IO[bytes], *, kind: str, seen_by: platform.Officer
) -> rows.Dataset | None:
    """The imported file with these very bytes, so that nobody gives it a second time."""
    content.seek(0)
    digest = hashlib.file_digest(content, "sha256").hexdigest()  # type: ignore[arg-type]
    content.seek(0)
    among = _imported(digest, seen_by)
    twin = (among.filter(kind=kind) if kind else among).first()
    return None if twin is None else dataset_row(twin)


def doubtful_and_refused(
    dataset_id: UUID, which: str, *, seen_by: platform.Officer
) -> pl.DataFrame:
    """The rows that are doubtful, or were refused, each with its reason and how to mend it."""
    return rows_read(dataset_id, which, seen_by=seen_by)


def rows_read(dataset_id: UUID, table: str, *, seen_by: platform.Officer) -> pl.DataFrame:
    """One of the tables that a file was read into, be it imported or only tried."""
    found = _dataset(dataset_id, seen_by).tables.filter(name=table).first()
    if found is None:
        raise platform.NotFound
    return store.frame_kept_as(found.stored_as)


def published_rows(
    dataset_id: UUID, numbers: list[int], *, seen_by: platform.Officer
) -> list[rows.PublishedRow]:
    """Rows of the file as they stand there, by their numbers, cells that hold something only."""
    table = _dataset(dataset_id, seen_by).tables.filter(name=store.PUBLISHED).first()
    if table is None or not numbers:
        return []
    wanted = store.rows_kept_as(table.stored_as, numbers[:MOST_ROWS])
    return [
        rows.PublishedRow(
            row.pop("source_row"),
            tuple((column, str(value)) for column, value in row.items() if value is not None),
        )
        for row in wanted.iter_rows(named=True)
    ]


def open_file(dataset_id: UUID, *, seen_by: platform.Officer) -> File[bytes]:
    """The file's bytes as they came."""
    return default_storage.open(_dataset(dataset_id, seen_by).document.stored_as)


def _imported(sha256: str, seen_by: platform.Officer) -> QuerySet[Dataset]:
    return (
        Dataset.objects.visible_to(seen_by)
        .filter(sha256=sha256, state=DatasetState.IMPORTED.value)
        .order_by("organisation_id", "-imported_at")
    )


def _dataset(dataset_id: UUID, seen_by: platform.Officer) -> Dataset:
    found = (
        Dataset.objects.visible_to(seen_by).select_related("document").filter(pk=dataset_id).first()
    )
    if found is None:
        raise platform.NotFound
    return found


def dataset_row(found: Dataset) -> rows.Dataset:
    """The frozen row of a file."""
    summary = found.summary
    return rows.Dataset(
        id=found.pk, organisation_id=found.organisation_id, state=DatasetState(found.state),
        file_name=found.file_name, sha256=found.sha256, size=found.size, kind=found.kind,
        title=found.title, publisher=found.publisher, licence=found.licence, as_at=found.as_at,
        chosen=found.hints.get("columns") or {},
        headers=tuple(summary.get("headers", ())), matched=summary.get("matched", {}),
        unmatched=tuple(summary.get("unmatched", ())), notes=tuple(summary.get("notes", ())),
        tables=summary.get("tables", {}), problem=found.problem, rows_read=found.rows_read,
        rows_kept=found.rows_kept, rows_doubtful=found.rows_doubtful,
        rows_refused=found.rows_refused, uploaded_by=found.uploaded_by_name,
        uploaded_at=found.uploaded_at, imported_by=found.imported_by_name,
        imported_at=found.imported_at, job_id=found.job_id,
    )  # fmt: skip


def kept_tables() -> Iterator[tuple[str, str]]:
    """Every kept table's place and the digest of its rows' file, for the operator's checks."""
    yield from DatasetTable.objects.values_list("stored_as", "sha256").iterator()
