"""Background work on the record: sealing it each minute, and leaving checkpoints with witnesses."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils.timezone import now
from procrastinate.contrib.django import app

from carewright.attest import api as attest
from carewright.platform import api as platform

SEAL: Final = "attest.seal_record"
MAIL: Final = "attest.mail_checkpoint"
BY: Final = platform.Operator("Sealing of the record")


@app.periodic(cron="* * * * *")
@app.task(name=SEAL, queueing_lock=SEAL)
def seal_record(timestamp: int = 0) -> None:
    """Seals what waits, and leaves the checkpoint in the witness's folder if there is one."""
    platform.look_after_the_connection()
    key = attest.signing_key(may_make=attest.newest_checkpoint() is None)
    sealed = attest.seal_record(key=key, by=BY, at=now())
    if sealed is not None and (folder := settings.ENVIRONMENT.witness_folder):
        attest.leave_in_folder(number=sealed.number, folder=Path(folder), by=BY, at=now())


@app.periodic(cron="0 6 * * *")
@app.task(name=MAIL, queueing_lock=MAIL)
def mail_checkpoint(timestamp: int = 0) -> None:
    """Sends the newest checkpoint to the witness's address, once a day."""
    platform.look_after_the_connection()
    newest, address = attest.newest_checkpoint(), settings.ENVIRONMENT.witness_email
    if newest is not None and address:
        attest.leave_by_mail(number=newest.number, address=address, by=BY, at=now())
