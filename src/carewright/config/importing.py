"""Imports a file as the operator, from upload to its facts being used, in one call."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.utils.timezone import now

from carewright.platform import api as platform
from carewright.register import api as register


class FileRefused(Exception):
    """The file was not imported; the text says why and what to do."""


def import_for_everybody(
    file: Path, *, kind: str, as_at: date | None, organisation_slug: str = "", dry_run: bool = False
) -> str:
    """Imports the file; in words, what was kept, doubted and refused.

    Without an organisation every organisation uses it. Kinds are checked before anything is
    written down.
    """
    by = platform.Operator()
    owner = _owner(organisation_slug)
    with file.open("rb") as content:
        dataset_id = register.upload_file(
            name=file.name, content=content, organisation_id=owner.id if owner else None,
            kind=kind, as_at=as_at, by=by, at=now(),
        )  # fmt: skip
    register.read_dataset(dataset_id=dataset_id, by=by, at=now())
    found = register.dataset_for_operator(dataset_id)
    if found.state is register.DatasetState.UNREADABLE:
        raise FileRefused(found.problem)
    if dry_run:
        register.discard_dataset(dataset_id=dataset_id, by=by, at=now())
        return f"Read as a trial; nothing was imported.\n{in_words(found)}"
    try:
        register.import_dataset(dataset_id=dataset_id, by=by, at=now())
    except register.AlreadyImported as already:
        register.discard_dataset(dataset_id=dataset_id, by=by, at=now())
        return str(already)
    return in_words(found)


def _owner(slug: str) -> platform.Organisation | None:
    if not slug:
        return None
    try:
        return platform.organisation(slug)
    except platform.NotFound:
        known = ", ".join(sorted(each.slug for each in platform.organisations()))
        raise FileRefused(
            f"No organisation has the short name {slug}. There are: {known}."
        ) from None


def in_words(found: register.Dataset) -> str:
    """What a reading found, for a person at a terminal."""
    lines = [
        f"{found.file_name}: {found.title}",
        f"  read {found.rows_read:,}, kept {found.rows_kept:,} "
        f"({found.rows_doubtful:,} of them doubtful), refused {found.rows_refused:,}",
        *(f"  {name}: {rows:,} rows" for name, rows in found.tables.items()),
        *(f"  {note}" for note in found.notes),
    ]
    return "\n".join(lines)
