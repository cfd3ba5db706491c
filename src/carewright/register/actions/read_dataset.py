"""Reads an uploaded file as a trial: what would be kept, doubted and refused, and why."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction

from carewright.platform import api as platform
from carewright.register import store
from carewright.register.actions.reach import dataset_in_reach, move, nothing, record
from carewright.register.models import Dataset, DatasetTable
from carewright.register.reading_apart import Refusal, read_apart
from carewright.register.rules.life_of_a_dataset import DatasetState
from carewright.register.rules.what_fits import refuse_what_does_not_fit
from carewright_engine.tables.apart import ISSUES, Summary
from carewright_engine.tables.kinds import KINDS
from carewright_engine.tables.reading import Kind, UnreadableFile

#: Reads a file into a folder, as `read_apart` does.
Reader = Callable[..., Summary]


def read_dataset(
    *,
    dataset_id: UUID,
    by: platform.Actor,
    at: datetime,
    news: Callable[[], None] = nothing,
    in_the_end: Callable[[bool], None] = nothing,
    reader: Reader = read_apart,
) -> bool:
    """Reads the file in a process of its own and writes down what was found; whether it could.

    `in_the_end` is called with that answer within the transaction that writes it down. Another
    `reader` is for files that we made ourselves and so need not keep apart.
    """
    with tempfile.TemporaryDirectory(prefix="carewright-reading-") as folder:
        out = Path(folder) / "out"
        try:
            summary = _read(dataset_id, Path(folder), out, news, reader)
        except UnreadableFile as refused:
            _write_unreadable(dataset_id, refused, in_the_end, by=by, at=at)
            return False
        _write_reading(dataset_id, summary, out, in_the_end, by=by, at=at)
        return True


def _read(
    dataset_id: UUID, folder: Path, out: Path, news: Callable[[], None], reader: Reader
) -> Summary:
    found = Dataset.objects.select_related("document").get(pk=dataset_id)
    inside = folder / "given"
    inside.mkdir()
    file = store.copy_into(inside, stored_as=found.document.stored_as, name=found.file_name)
    hints = dict(found.hints)
    kind = str(hints.pop("kind", "") or "")
    if hints.get("columns") is None:
        hints["usual"] = _usual_columns(found, kind)
    summary = reader(file, out, kind=kind, hints=hints, news=news)
    refuse_what_does_not_fit(out / "service.parquet")
    return summary


def _usual_columns(found: Dataset, kind: str) -> dict[str, str]:
    """What a person chose for the last file of the kind; nothing where none was ever mapped.

    It counts until somebody says what the columns of this very file mean.
    """
    own = Dataset.objects.filter(organisation=found.organisation, kind=kind)
    read = own.filter(state__in=[DatasetState.READ.value, DatasetState.IMPORTED.value])
    mapped = read.exclude(hints__columns=None).exclude(hints__columns={}).exclude(pk=found.pk)
    last = mapped.order_by("-uploaded_at").first()
    return dict(last.hints["columns"]) if last and kind else {}


@transaction.atomic(durable=True)
def _write_unreadable(
    dataset_id: UUID,
    refused: UnreadableFile,
    in_the_end: Callable[[bool], None],
    *,
    by: platform.Actor,
    at: datetime,
) -> None:
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    move(found, DatasetState.UNREADABLE)
    found.problem = str(refused).replace("\0", "")
    known = refused if isinstance(refused, Refusal) else Refusal(str(refused))
    found.summary = {"headers": [_printable(header) for header in known.headers]}
    if known.kind:
        _name_kind(found, KINDS[known.kind])
    found.rows_read = found.rows_kept = found.rows_doubtful = found.rows_refused = 0
    found.save()
    found.tables.all().delete()
    record("find_file_unreadable", found, by=by, at=at, reason=found.problem)
    in_the_end(False)


@transaction.atomic(durable=True)
def _write_reading(
    dataset_id: UUID,
    summary: Summary,
    folder: Path,
    in_the_end: Callable[[bool], None],
    *,
    by: platform.Actor,
    at: datetime,
) -> None:
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    move(found, DatasetState.READ)
    _fill(found, summary)
    found.save()
    found.tables.all().delete()
    for name in [*summary.tables, *ISSUES, store.PUBLISHED]:
        parquet = folder / f"{name}.parquet"
        digest, place = store.keep(parquet)
        DatasetTable.objects.create(
            dataset=found, name=name, rows=store.rows_in(parquet), sha256=digest, stored_as=place
        )
    record(
        "read_file", found, by=by, at=at, kind=found.kind, read=found.rows_read,
        kept=found.rows_kept, doubtful=found.rows_doubtful, refused=found.rows_refused,
    )  # fmt: skip
    in_the_end(True)


def _fill(found: Dataset, summary: Summary) -> None:
    _name_kind(found, KINDS[summary.kind])
    found.as_at = summary.as_at
    found.rows_read, found.rows_kept = summary.rows_read, summary.rows_kept
    found.rows_doubtful, found.rows_refused = summary.rows_doubtful, summary.rows_refused
    found.summary = {
        "headers": [_printable(header) for header in summary.headers],
        "matched": {meaning: _printable(header) for meaning, header in summary.matched.items()},
        "notes": [_printable(note) for note in summary.notes],
        "unmatched": [_printable(header) for header in summary.unmatched],
        "tables": dict(summary.tables),
    }


def _name_kind(found: Dataset, kind: Kind) -> None:
    found.kind, found.title = kind.name, kind.title
    found.publisher, found.licence = kind.publisher, kind.licence


def _printable(text: str) -> str:
    """PostgreSQL keeps no zero byte; publishers' files sometimes hold one."""
    return text.replace("\0", "")
