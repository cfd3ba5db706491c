"""Reads an uploaded file as a trial: what would be kept, doubted and refused, and why."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction

from carewright.platform import api as platform
from carewright.register import store
from carewright.register.actions.reach import dataset_in_reach, move, record
from carewright.register.models import Dataset, DatasetTable
from carewright.register.reading_apart import read_apart
from carewright.register.rules.life_of_a_dataset import DatasetState
from carewright_engine.tables.apart import ISSUES, Summary
from carewright_engine.tables.kinds import KINDS
from carewright_engine.tables.reading import UnreadableFile

#: Reads a file into a folder, as `read_apart` does.
Reader = Callable[..., Summary]


def read_dataset(
    *,
    dataset_id: UUID,
    by: platform.Actor,
    at: datetime,
    news: Callable[[], None] = lambda: None,
    reader: Reader = read_apart,
) -> bool:
    """Reads the file in a process of its own and writes down what was found; whether it could.

    Another `reader` is for files that we made ourselves and so need not keep apart.
    """
    with tempfile.TemporaryDirectory(prefix="carewright-reading-") as folder:
        try:
            with _file_of(dataset_id, Path(folder)) as (file, hints):
                kind = str(hints.pop("kind", "") or "")
                summary = reader(file, Path(folder) / "out", kind=kind, hints=hints, news=news)
        except UnreadableFile as unreadable:
            _write_unreadable(dataset_id, str(unreadable), by=by, at=at)
            return False
        _write_reading(dataset_id, summary, Path(folder) / "out", by=by, at=at)
        return True


@contextmanager
def _file_of(dataset_id: UUID, folder: Path) -> Iterator[tuple[Path, dict[str, object]]]:
    """The file under the name it was given, as readers take dates from names, and the hints."""
    found = Dataset.objects.select_related("document").get(pk=dataset_id)
    file = folder / Path(found.file_name).name
    with default_storage.open(found.document.stored_as) as kept, file.open("wb") as copy:
        shutil.copyfileobj(kept, copy)
    yield file, dict(found.hints)


@transaction.atomic(durable=True)
def _write_unreadable(dataset_id: UUID, problem: str, *, by: platform.Actor, at: datetime) -> None:
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    move(found, DatasetState.UNREADABLE)
    found.problem = problem
    found.save()
    record("find_file_unreadable", found, by=by, at=at, reason=problem)


@transaction.atomic(durable=True)
def _write_reading(
    dataset_id: UUID, summary: Summary, folder: Path, *, by: platform.Actor, at: datetime
) -> None:
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    move(found, DatasetState.READ)
    kind = KINDS[summary.kind]
    found.kind, found.title = kind.name, kind.title
    found.publisher, found.licence = kind.publisher, kind.licence
    found.as_at = summary.as_at
    found.rows_read, found.rows_kept = summary.rows_read, summary.rows_kept
    found.rows_doubtful, found.rows_refused = summary.rows_doubtful, summary.rows_refused
    found.summary = {
        "headers": summary.headers, "matched": dict(summary.matched), "notes": summary.notes,
        "unmatched": summary.unmatched, "tables": dict(summary.tables),
    }  # fmt: skip
    found.save()
    found.tables.all().delete()
    for name in [*summary.tables, *ISSUES]:
        digest, place = store.keep(folder / f"{name}.parquet")
        rows = summary.tables.get(name, store.frame_kept_as(place).height)
        DatasetTable.objects.create(
            dataset=found, name=name, rows=rows, sha256=digest, stored_as=place
        )
    record(
        "read_file", found, by=by, at=at, kind=found.kind, read=found.rows_read,
        kept=found.rows_kept, doubtful=found.rows_doubtful, refused=found.rows_refused,
    )  # fmt: skip
