"""Background work of the analyses."""

from __future__ import annotations

import logging
from typing import Final
from uuid import UUID

from django.db import OperationalError
from django.urls import reverse
from django.utils.timezone import localdate, now
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from carewright.analyse import api as analyse
from carewright.platform import api as platform

LOG = logging.getLogger(__name__)

OUR_FAULT: Final = (
    "Something went wrong on our side, and nothing was written down. Ask again; if it happens "
    "again, tell whoever runs Carewright when it did."
)
NOBODY_LEFT: Final = (
    "Whoever asked for this may not do it any more, so it was not worked out. Somebody else can "
    "ask."
)
#: The database went away: it is asked again after 4, 16, 64 seconds and so on.
WHEN_THE_DATABASE_IS_BACK: Final = RetryStrategy(
    max_attempts=5, exponential_wait=4, retry_exceptions=[OperationalError]
)


def queue_answer(run_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands an analysis to the worker; it begins once the present transaction has ended."""
    answer_in_background.defer(
        run_id=str(run_id), job_id=str(job_id),
        organisation_id=str(by.organisation.id), officer_id=str(by.id),
    )  # fmt: skip


@app.task(name="analyse.answer", retry=WHEN_THE_DATABASE_IS_BACK)
def answer_in_background(
    *, run_id: str, job_id: str, organisation_id: str, officer_id: str
) -> None:
    """Works an analysis out for the officer who asked; whatever goes wrong ends as words."""
    job = UUID(job_id)
    with platform.acting_for(UUID(organisation_id)):
        try:
            by = platform.officer(UUID(officer_id), on=localdate())
            if platform.job(job, seen_by=by).ended:
                return
            platform.start_job(job_id=job, by=by, at=now())
        except (platform.NotFound, platform.NotPermitted):
            _fail(job, NOBODY_LEFT, by=platform.Operator())
            return
        _attempt(UUID(run_id), job, by)


def _attempt(run_id: UUID, job_id: UUID, by: platform.Officer) -> None:
    def end() -> None:
        platform.finish_job(
            job_id=job_id, outcome="Ready to read.", result_kind="analysis_run",
            result_id=run_id, result_link=reverse("analyse:run", args=[run_id]), by=by, at=now(),
        )  # fmt: skip

    try:
        with platform.progress_of(job_id, organisation_id=by.organisation.id) as progress:
            analyse.answer_analysis(run_id=run_id, by=by, at=now(), news=progress, in_the_end=end)
    except (platform.JobStopped, platform.CannotMove):
        return  # somebody cancelled it, or another worker had finished it
    except analyse.FactsHaveChanged as changed:
        _fail(job_id, str(changed), by=by)
    except platform.NotPermitted:
        _fail(job_id, NOBODY_LEFT, by=platform.Operator())
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
