"""Background work of foreseeing need."""

from __future__ import annotations

import logging
from typing import Final
from uuid import UUID

from django.db import OperationalError
from django.urls import reverse
from django.utils.timezone import localdate, now
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from carewright.foresee import api as foresee
from carewright.platform import api as platform
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.assembling import CannotProject

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


def queue_projection(projection_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands a projection to the worker; it begins once the present transaction has ended."""
    project_in_background.defer(
        projection_id=str(projection_id), job_id=str(job_id),
        organisation_id=str(by.organisation.id), officer_id=str(by.id),
    )  # fmt: skip


@app.task(name="foresee.project", retry=WHEN_THE_DATABASE_IS_BACK)
def project_in_background(
    *, projection_id: str, job_id: str, organisation_id: str, officer_id: str
) -> None:
    """Works a projection out for the officer who asked; whatever goes wrong ends as words."""
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
        _attempt(UUID(projection_id), job, by)


def _attempt(projection_id: UUID, job_id: UUID, by: platform.Officer) -> None:
    def end() -> None:
        link = reverse("foresee:projection", args=[projection_id])
        platform.finish_job(
            job_id=job_id, outcome="Ready to read.", result_kind="projection",
            result_id=projection_id, result_link=link, by=by, at=now(),
        )  # fmt: skip

    try:
        with platform.progress_of(job_id, organisation_id=by.organisation.id) as progress:
            foresee.answer_projection(
                projection_id=projection_id, by=by, at=now(), news=progress, in_the_end=end
            )
    except (platform.JobStopped, platform.CannotMove):
        return  # somebody cancelled it, or another worker had finished it
    except CannotProject as cannot:
        _fail(job_id, f"{cannot} What would fill it: {cannot.what_would_fill_it}", by=by)
    except (foresee.FactsHaveChanged, BadParameter) as told:
        _fail(job_id, str(told), by=by)
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
