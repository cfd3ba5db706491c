"""Background work of the register: reading a file as a trial, and importing it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import OperationalError, connection
from django.utils.timezone import localdate, now
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from carewright.platform import api as platform
from carewright.register import api as register

LOG = logging.getLogger(__name__)

#: A worker that has given no sign of life for so long is taken for dead.
SECONDS_WITHOUT_A_SIGN: Final = 60
#: Work that took so many workers with it is not given to another.
MOST_ATTEMPTS: Final = 4
RETRY: Final = "register.retry_stalled_jobs"
OUR_FAULT: Final = (
    "Something went wrong on our side, and nothing was changed. Try again; if it happens again, "
    "tell whoever runs Carewright when it did."
)
NOBODY_LEFT: Final = (
    "Whoever asked for this may not do it any more, so nothing was changed. Somebody else can ask."
)

GIVEN_UP: Final = (
    "The work broke off each time it was begun, so it was given up and nothing was changed. Tell "
    "whoever runs Carewright."
)
#: The database went away: it is asked again after 4, 16, 64 seconds and so on.
WHEN_THE_DATABASE_IS_BACK: Final = RetryStrategy(
    max_attempts=5, exponential_wait=4, retry_exceptions=[OperationalError]
)


def queue_reading(dataset_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands a trial reading to the worker; it begins once the present transaction has ended."""
    read_in_background.defer(**_named(dataset_id, job_id, by))


def queue_import(dataset_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands an import to the worker; it begins once the present transaction has ended."""
    import_in_background.defer(**_named(dataset_id, job_id, by))


def _named(dataset_id: UUID, job_id: UUID, by: platform.Officer) -> dict[str, str]:
    return {
        "dataset_id": str(dataset_id),
        "job_id": str(job_id),
        "organisation_id": str(by.organisation.id),
        "officer_id": str(by.id),
    }


@app.task(name="register.read_dataset", retry=WHEN_THE_DATABASE_IS_BACK)
def read_in_background(
    *, dataset_id: str, job_id: str, organisation_id: str, officer_id: str
) -> None:
    """Reads a file as a trial, telling the page how far it is."""

    def work(by: platform.Officer, progress: platform.Progress, end: End) -> None:
        progress("Reading the file")
        register.read_dataset(
            dataset_id=UUID(dataset_id), by=by, at=now(),
            news=lambda: progress("Reading the file"),
            in_the_end=lambda readable: end(READABLE if readable else UNREADABLE),
        )  # fmt: skip

    _carry_out(work, UUID(dataset_id), UUID(job_id), UUID(organisation_id), UUID(officer_id))


@app.task(name="register.import_dataset", retry=WHEN_THE_DATABASE_IS_BACK)
def import_in_background(
    *, dataset_id: str, job_id: str, organisation_id: str, officer_id: str
) -> None:
    """Imports a file that was read, telling the page how far it is."""

    def work(by: platform.Officer, progress: platform.Progress, end: End) -> None:
        progress("Writing its facts")
        register.import_dataset(
            dataset_id=UUID(dataset_id), by=by, at=now(),
            news=lambda done, total: progress("Writing its facts", done, total),
            in_the_end=lambda: end("Imported. Figures use it from now on."),
        )  # fmt: skip

    _carry_out(work, UUID(dataset_id), UUID(job_id), UUID(organisation_id), UUID(officer_id))


READABLE: Final = "Read; look at what was found before importing it."
UNREADABLE: Final = "The file could not be read. The page says why and what to do."

End = Callable[[str], None]
"""Ends the job in words, within the transaction of its effect, so that both stand or neither."""
Work = Callable[[platform.Officer, platform.Progress, End], None]


def _carry_out(
    work: Work, dataset_id: UUID, job_id: UUID, organisation_id: UUID, officer_id: UUID
) -> None:
    """Runs the work for the officer who asked; whatever goes wrong ends as words on the page."""
    _look_after_the_connection()
    with platform.acting_for(organisation_id):
        try:
            by = platform.officer(officer_id, on=localdate())
            if platform.job(job_id, seen_by=by).ended:
                return
            platform.start_job(job_id=job_id, by=by, at=now())
        except (platform.NotFound, platform.NotPermitted):
            _fail(job_id, NOBODY_LEFT, by=platform.Operator())
            return
        _attempt(work, dataset_id, job_id, by)


def _look_after_the_connection() -> None:
    """The database may have been started anew since the last job of this thread."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


def _attempt(work: Work, dataset_id: UUID, job_id: UUID, by: platform.Officer) -> None:
    def end(outcome: str) -> None:
        platform.finish_job(
            job_id=job_id, outcome=outcome, result_kind="dataset", result_id=dataset_id,
            result_link=f"/register/files/{dataset_id}/", by=by, at=now(),
        )  # fmt: skip

    try:
        with platform.progress_of(job_id, organisation_id=by.organisation.id) as progress:
            work(by, progress, end)
    except (platform.JobStopped, platform.CannotMove):
        return  # somebody cancelled it, or another worker had finished it
    except register.CannotDo as reason:
        _fail(job_id, str(reason), by=by)
    except OperationalError:
        raise  # the database is gone, so nothing can be said until it is back
    except Exception:
        _fail(job_id, OUR_FAULT, by=by)
        raise


def _fail(job_id: UUID, outcome: str, *, by: platform.Actor) -> None:
    """Ends the job in words, unless another worker has ended it meanwhile."""
    try:
        platform.fail_job(job_id=job_id, outcome=outcome, by=by, at=now())
    except (platform.CannotMove, platform.NotYours):
        LOG.info("The job %s had ended already", job_id)


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
            _fail(UUID(named["job_id"]), GIVEN_UP, by=platform.Operator())
    finally:
        connection.close()  # it belongs to a thread that may never come back
