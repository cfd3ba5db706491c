"""What lies on an officer's desk: gathered from every stage, ready to print."""

from __future__ import annotations

from django.urls import reverse

from carewright.analyse import api as analyse
from carewright.platform import api as platform
from carewright.platform.api import Act, JobState
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.ui.formats import written_datetime
from carewright.ui.rows import Count, Link, Tag
from carewright.web.rows import Waiting

MOST = 10

JOB_TAGS = {
    JobState.WAITING: Tag("Waiting its turn", "wait"),
    JobState.RUNNING: Tag("Under way", "wait"),
    JobState.DONE: Tag("Done", "good"),
    JobState.FAILED: Tag("Did not work", "late"),
    JobState.CANCELLED: Tag("Cancelled", "none"),
}


def files_to_decide(officer: platform.Officer) -> list[Waiting]:
    """Files that were read or could not be, and wait for a person to say what now."""
    if not platform.may(officer, Act.IMPORT_FACTS):
        return []
    states = [DatasetState.READ.value, DatasetState.UNREADABLE.value]
    found = register.datasets(seen_by=officer).filter(
        state__in=states, organisation_id=officer.organisation.id
    )
    return [_file(register.dataset_row(dataset)) for dataset in found[:MOST]]


def work_under_way(officer: platform.Officer) -> list[Waiting]:
    """The officer's organisation's background work, running or ended a short while ago."""
    if not platform.may(officer, Act.SEE_JOB):
        return []
    return [_job(job) for job in platform.latest_jobs(seen_by=officer, most=MOST)]


def latest_analyses(officer: platform.Officer) -> list[Waiting]:
    """Analyses that can be read again."""
    if not platform.may(officer, Act.SEE_ANALYSIS):
        return []
    found = analyse.runs(seen_by=officer).filter(answered_at__isnull=False)[:MOST]
    return [_analysis(analyse.run_row(run)) for run in found]


def counts(decide: list[Waiting], work: list[Waiting], read: list[Waiting]) -> tuple[Count, ...]:
    """The large numbers at the head of the inbox."""
    under_way = sum(1 for each in work if each.tag.state == "wait")
    return (
        Count(str(len(decide)), Link("Waiting for you", "#decide"), "files", "soon"),
        Count(str(under_way), Link("Under way", "#work"), "in the background", "wait"),
        Count(str(len(read)), Link("Ready to read", "#read"), "analyses", "good"),
    )


def _file(dataset: register.Dataset) -> Waiting:
    unreadable = dataset.state is DatasetState.UNREADABLE
    return Waiting(
        text=f"Say what {dataset.file_name} is" if unreadable else f"Import {dataset.file_name}",
        href=reverse("register:file", args=[dataset.id]),
        beneath=dataset.problem if unreadable else f"{dataset.title} · {dataset.rows_kept:,} rows",
        when=written_datetime(dataset.uploaded_at),
        tag=Tag("Could not be read", "late") if unreadable else Tag("Ready to import", "soon"),
    )


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
