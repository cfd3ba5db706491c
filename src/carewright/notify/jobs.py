"""Background work of the notify stage: mail that is due goes out, and is tried again."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db import OperationalError
from django.utils.timezone import now
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from carewright.notify import api as notify
from carewright.platform import api as platform

BY: Final = platform.Operator("Post room")
END_CALENDARS: Final = "notify.end_calendars"
#: After 10, 100, 1,000 and 10,000 seconds: a mail server that is down for an evening is waited for.
ATTEMPTS: Final = 5
AGAIN: Final = RetryStrategy(
    max_attempts=ATTEMPTS,
    exponential_wait=10,
    retry_exceptions=[notify.MailFailed, OperationalError],
)


@app.periodic(cron="50 2 * * *")
@app.task(name=END_CALENDARS, queueing_lock=END_CALENDARS)
def end_calendars(timestamp: int) -> None:
    """Every night, also where no calendar program has asked since the officer left."""
    platform.in_each_organisation(
        lambda each: notify.end_calendars_of_inactive(organisation_id=each.id, by=BY, at=now())
    )


@app.task(name="notify.send_due_mail", retry=AGAIN, pass_context=True)
def send_due_mail(
    context: JobContext, *, organisation_id: str, officer_id: str, until: str = ""
) -> None:
    """Sends an officer what is due; the last attempt that fails says so on their list."""
    platform.look_after_the_connection()
    with platform.acting_for(UUID(organisation_id)):
        try:
            notify.send_due_mail(officer_id=UUID(officer_id), by=BY, at=now())
        except notify.MailFailed:
            if context.job.attempts + 1 >= ATTEMPTS:
                notify.give_mail_up(officer_id=UUID(officer_id), by=BY, at=now())
            raise
