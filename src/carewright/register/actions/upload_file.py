"""Takes a published file in, to be read as a trial before anything is imported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import IO
from uuid import UUID

from django.db import transaction

from carewright.platform import api as platform
from carewright.register.actions.reach import dataset_in_reach, move, record
from carewright.register.models import Dataset
from carewright.register.rules.life_of_a_dataset import DatasetState
from carewright_engine.tables.kinds import KINDS


@transaction.atomic(durable=True)
def upload_file(
    *,
    name: str,
    content: IO[bytes],
    organisation_id: UUID | None,
    by: platform.Actor,
    at: datetime,
    kind: str = "",
    as_at: date | None = None,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps the file as it came and writes down what the person said of it; its id."""
    platform.require(by, platform.Act.IMPORT_FACTS)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not once.done:
        kept = platform.file_document(
            name=name, content=content, content_type="application/octet-stream",
            retention=platform.Retention.PERMANENT, organisation_id=organisation_id, by=by, at=at,
            kind=platform.DocumentKind.DATA,
        )  # fmt: skip
        once.keep(_write_down(kept, kind=kind, as_at=as_at, by=by, at=at))
    return UUID(once.result)


def _write_down(
    kept: platform.Document, *, kind: str, as_at: date | None, by: platform.Actor, at: datetime
) -> UUID:
    dataset = Dataset.objects.create(
        organisation_id=kept.organisation_id,
        document_id=kept.id,
        file_name=kept.name,
        sha256=kept.sha256,
        size=kept.size,
        kind=kind,
        title=KINDS[kind].title if kind in KINDS else "",
        as_at=as_at,
        hints={"kind": kind, "as_at": as_at.isoformat() if as_at else None, "columns": None},
        uploaded_by_name=by.name,
        uploaded_at=at,
    )
    record("upload_file", dataset, by=by, at=at)
    return dataset.pk


@transaction.atomic(durable=True)
def explain_file(
    *,
    dataset_id: UUID,
    kind: str,
    as_at: date | None,
    columns: Mapping[str, str],
    by: platform.Actor,
    at: datetime,
) -> None:
    """Says what the file is, on which day it was true and what its columns mean; read it again."""
    found = dataset_in_reach(dataset_id, by=by, act=platform.Act.IMPORT_FACTS)
    move(found, DatasetState.UPLOADED)
    found.kind = kind
    found.title = KINDS[kind].title if kind in KINDS else ""
    found.hints = {
        "kind": kind, "as_at": as_at.isoformat() if as_at else None, "columns": dict(columns),
    }  # fmt: skip
    found.problem = ""
    found.save()
    record("explain_file", found, by=by, at=at, hints=found.hints)
