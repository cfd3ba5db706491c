"""Work in the background and what it brought, ready to print."""

from __future__ import annotations

from django.urls import reverse

from carewright.analyse import api as analyse
from carewright.platform import api as platform
from carewright.platform.api import Act, JobState
from carewright.ui.formats import written_datetime
from carewright.ui.rows import Tag
from carewright.web.rows import Waiting

MOST = 10

JOB_TAGS = {
    JobState.WAITING: Tag("Waiting its turn", "wait"),
    JobState.RUNNING: Tag("Under way", "wait"),
    JobState.DONE: Tag("Done", "good"),
    JobState.FAILED: Tag("Did not work", "late"),
    JobState.CANCELLED: Tag("Cancelled", "none"),
}


def work_under_way(officer: platform.Officer) -> list[Waiting]:
    """Background work that the officer asked for, running or ended a short while ago."""
    if not platform.may(officer, Act.SEE_JOB):
        return []
    return [_job(job) for job in platform.latest_jobs(seen_by=officer, most=MOST)]


def latest_analyses(officer: platform.Officer) -> list[Waiting]:
    """Analyses that can be read again."""
    if not platform.may(officer, Act.RUN_ANALYSIS):
        return []
    found = analyse.runs(seen_by=officer).filter(answered_at__isnull=False)[:MOST]
    return [_analysis(analyse.run_row(run)) for run in found]


def _job(job: platform.Job) -> Waiting:
    return Waiting(
        text=job.title,
        href=reverse("platform:job", args=[job.id]),
        beneath=job.outcome or job.step or f"Asked for by {job.requested_by}",
        when=written_datetime(job.asked_at),
        tag=JOB_TAGS[job.state],
    )


def _analysis(run: analyse.Run) -> Waiting:
    return Waiting(
        text=run.title,
        href=reverse("analyse:run", args=[run.id]),
        beneath=f"Asked for by {run.asked_by}",
        when=written_datetime(run.asked_at),
        tag=Tag("Ready to read", "good"),
    )
