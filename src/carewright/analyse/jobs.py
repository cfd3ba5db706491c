"""Background work of the analyses."""

from __future__ import annotations

from uuid import UUID

from django.utils.timezone import localdate, now
from procrastinate.contrib.django import app

from carewright.analyse import api as analyse
from carewright.platform import api as platform


def queue_answer(run_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands an analysis to the worker; it begins once the present transaction has ended."""
    answer_in_background.defer(
        run_id=str(run_id), job_id=str(job_id),
        organisation_id=str(by.organisation.id), officer_id=str(by.id),
    )  # fmt: skip


@app.task(name="analyse.answer")
def answer_in_background(
    *, run_id: str, job_id: str, organisation_id: str, officer_id: str
) -> None:
    """Works an analysis out for the officer who asked."""
    with platform.acting_for(UUID(organisation_id)):
        by = platform.officer(UUID(officer_id), on=localdate())
        if platform.job(UUID(job_id), seen_by=by).ended:
            return
        platform.start_job(job_id=UUID(job_id), by=by, at=now())
        try:
            analyse.answer_analysis(run_id=UUID(run_id), by=by, at=now())
        except analyse.FactsHaveChanged as changed:
            platform.fail_job(job_id=UUID(job_id), outcome=str(changed), by=by, at=now())
            return
        platform.finish_job(
            job_id=UUID(job_id), outcome="Ready to read.", result_kind="analysis_run",
            result_id=UUID(run_id), result_link=f"/analyse/{run_id}/", by=by, at=now(),
        )  # fmt: skip
