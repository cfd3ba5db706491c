"""Leaves a checkpoint with somebody else, and notes that it was left."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction

from carewright.attest import models, rows
from carewright.attest.models import Deposited
from carewright.attest.queries.checkpoints import checkpoint
from carewright.attest.rules.checkpoints import file_name
from carewright.platform import api as platform

MAIL: Final = (
    "This is checkpoint {number} of the record of {name}: {size} events, sealed on {day}.\n\n"
    "Please keep this message. If the record is ever doubted, the attached file shows whether its "
    "first {size} events are still what they were:\n\n"
    "    ./run audit verify --checkpoint {file}\n"
)


@transaction.atomic(durable=True)
def countersign_checkpoint(*, number: int, by: platform.Officer, at: datetime) -> None:
    """An officer's organisation keeps this checkpoint, and stands up for it later. Twice does no
    harm."""
    platform.require(by, platform.Act.WITNESS_RECORD)
    found = checkpoint(number)
    if _left(found, Deposited.ORGANISATION, by.organisation.name, by.organisation.id, by.name, at):
        platform.audit.record(
            platform.Act.WITNESS_RECORD, "checkpoint", number, by=by, at=at,
            organisation_id=by.organisation.id, note=found.note,
        )  # fmt: skip


@transaction.atomic(durable=True)
def leave_in_folder(*, number: int, folder: Path, by: platform.Actor, at: datetime) -> Path:
    """Writes the checkpoint to a folder, best one that another organisation's backup takes."""
    platform.require(by, platform.Act.WITNESS_RECORD)
    found = checkpoint(number)
    file = folder / file_name(number)
    _left(found, Deposited.FOLDER, str(folder), None, by.name, at)
    if not file.exists():
        draft = file.with_suffix(".part")
        draft.write_text(found.note)
        draft.rename(file)
    return file


@transaction.atomic(durable=True)
def leave_by_mail(*, number: int, address: str, by: platform.Actor, at: datetime) -> None:
    """Sends the checkpoint to an address outside. Twice sends it once."""
    platform.require(by, platform.Act.WITNESS_RECORD)
    found = checkpoint(number)
    if not _left(found, Deposited.MAIL, address, None, by.name, at):
        return
    name = found.note.partition("\n")[0]
    words = {"number": number, "name": name, "size": found.size, "file": file_name(number)}
    message = EmailMessage(
        subject=f"Checkpoint {number} of the record of {name}",
        body=MAIL.format(**words, day=f"{found.sealed_at:%-d %B %Y}"),
        to=[address],
    )
    message.attach(file_name(number), found.note.encode(), "application/octet-stream")
    message.send()


def _left(
    found: rows.Checkpoint, kind: Deposited, left_with: str, organisation_id: UUID | None,
    by_name: str, at: datetime,
) -> bool:  # fmt: skip
    """Notes the deposit; whether it is a new one."""
    _, new = models.Deposit.objects.get_or_create(
        checkpoint_number=found.number,
        kind=kind.value,
        left_with=left_with,
        defaults={
            "organisation_id": organisation_id,
            "note": found.note,
            "by_name": by_name,
            "at": at,
        },
    )
    return new
