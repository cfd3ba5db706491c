"""What the platform does every night: about sign-ins, and about what is kept for a while only."""

from __future__ import annotations

import logging
from typing import Final

from django.db import connection
from django.utils.timezone import now
from procrastinate.contrib.django import app

from carewright.platform import api as platform

LOG = logging.getLogger(__name__)
FORGET: Final = "platform.forget_intents"
LOOK: Final = "platform.look_at_sign_ins"
BY: Final = platform.Operator("Nightly housekeeping")
FINISH: Final = "platform.finish_disposals"


@app.periodic(cron="17 2 * * *")
@app.task(name=FORGET, queueing_lock=FORGET)
def forget_intents(timestamp: int) -> None:
    """Forgets the keys of forms that were sent more than a week ago, for each organisation."""
    for each in platform.organisations():
        with platform.acting_for(each.id):
            platform.forget_intents(by=BY, at=now())


@app.periodic(cron="15 2 * * *")
@app.task(name=LOOK, queueing_lock=LOOK)
def look_at_sign_ins(timestamp: int) -> None:
    """Warns of and disables dormant accounts of every organisation, and forgets old sessions."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
    for each in platform.organisations():
        with platform.acting_for(each.id):
            warned, disabled = platform.disable_dormant(organisation_id=each.id, by=BY, at=now())
        if warned or disabled:
            LOG.info("%s accounts were warned and %s disabled", warned, disabled)
    platform.forget_old_sessions(by=BY, at=now())


@app.periodic(cron="37 2 * * *")
@app.task(name=FINISH, queueing_lock=FINISH)
def finish_disposals(timestamp: int) -> None:
    """Takes away what a crash left behind of documents that somebody has disposed of."""
    for each in platform.organisations():
        with platform.acting_for(each.id):
            platform.finish_disposals(by=BY, at=now())
