"""What the platform does by itself: every night, and when a worker has died."""

from __future__ import annotations

import logging
from typing import Any, Final
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import connection
from django.utils.timezone import now
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from carewright.platform import api as platform

LOG = logging.getLogger(__name__)
FORGET: Final = "platform.forget_intents"
LOOK: Final = "platform.look_at_sign_ins"
BY: Final = platform.Operator("Nightly housekeeping")
FINISH: Final = "platform.finish_disposals"
RETRY: Final = "platform.retry_stalled_jobs"

#: A worker that has given no sign of life for so long is taken for dead.
SECONDS_WITHOUT_A_SIGN: Final = 60
#: Work that took so many workers with it is not given to another.
MOST_ATTEMPTS: Final = 4
GIVEN_UP: Final = (
    "The work broke off each time it was begun, so it was given up and nothing was changed. Tell "
    "whoever runs Carewright."
)


@app.periodic(cron="17 2 * * *")
@app.task(name=FORGET, queueing_lock=FORGET)
def forget_intents(timestamp: int) -> None:
    """Forgets the keys of forms that were sent more than a week ago, for each organisation."""
    platform.in_each_organisation(lambda _: platform.forget_intents(by=BY, at=now()))


@app.periodic(cron="15 2 * * *")
@app.task(name=LOOK, queueing_lock=LOOK)
def look_at_sign_ins(timestamp: int) -> None:
    """Warns of and disables dormant accounts of every organisation, and forgets old sessions."""

    def look(organisation: platform.Organisation) -> None:
        warned, disabled = platform.disable_dormant(
            organisation_id=organisation.id, by=BY, at=now()
        )
        if warned or disabled:
            LOG.info("%s accounts were warned and %s disabled", warned, disabled)

    platform.in_each_organisation(look)
    platform.forget_old_sessions(by=BY, at=now())


@app.periodic(cron="37 2 * * *")
@app.task(name=FINISH, queueing_lock=FINISH)
def finish_disposals(timestamp: int) -> None:
    """Takes away what a crash left behind of documents that somebody has disposed of."""
    platform.in_each_organisation(lambda _: platform.finish_disposals(by=BY, at=now()))


@app.periodic(cron="* * * * *")
@app.task(name=RETRY, queueing_lock=RETRY, pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Gives the jobs of killed workers to living ones, whichever stage they are of."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=SECONDS_WITHOUT_A_SIGN):
        if job.task_name == RETRY:
            await jobs.finish_job(job, status=Status.FAILED, delete_job=True)
        elif job.attempts + 1 < MOST_ATTEMPTS:
            LOG.warning("A worker died; its job %s is taken up again", job.id)
            await jobs.retry_job(job)
        else:
            LOG.error("Workers died %s times over job %s; it is given up", MOST_ATTEMPTS, job.id)
            await sync_to_async(_give_up)(job)
            await jobs.finish_job(job, status=Status.FAILED, delete_job=False)


def _give_up(job: Job) -> None:
    """Says on the page of the work that nobody will try again."""
    named: dict[str, Any] = job.task_kwargs
    if "job_id" not in named or "organisation_id" not in named:
        return
    try:
        with platform.acting_for(UUID(named["organisation_id"])):
            platform.give_up_job(
                job_id=UUID(named["job_id"]), outcome=GIVEN_UP, by=platform.Operator(), at=now()
            )
    finally:
        connection.close()  # it belongs to a thread that may never come back
