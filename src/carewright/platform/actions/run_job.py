"""Moves a piece of background work from being asked for to its end."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import audit, models, policies, queries, rows
from carewright.platform.actions.subjects import job_in_reach
from carewright.platform.rules.acts import Act
from carewright.platform.rules.jobs import ENDED, JobState, may_move


class CannotMove(Exception):
    """The work is in a state from which it cannot go there."""


@transaction.atomic
def ask_for_job(
    *, organisation_id: UUID, kind: str, title: str, by: rows.Actor, at: datetime
) -> rows.Job:
    """Writes down that work is wanted; call it in the transaction that queues the work."""
    policies.require(by, Act.RUN_JOB)
    if isinstance(by, rows.Officer) and by.organisation.id != organisation_id:
        raise policies.NotYours
    asked = models.Job.objects.create(
        organisation_id=organisation_id,
        kind=kind,
        title=title[:200],
        requested_by_id=by.id if isinstance(by, rows.Officer) else None,
        requested_by_name=by.name,
        asked_at=at,
        news_at=at,
    )
    _record("ask_for_job", asked, by=by, at=at)
    return queries.job_row(asked)


@transaction.atomic(durable=True)
def start_job(*, job_id: UUID, by: rows.Actor, at: datetime) -> rows.Job:
    """Takes the work up; again, when the process that had taken it up before has died."""
    found = job_in_reach(job_id, by=by)
    if found.state == JobState.RUNNING:
        _move(found, JobState.WAITING, at)
    _move(found, JobState.RUNNING, at)
    found.started_at = at
    found.step, found.done, found.total = "", 0, None
    found.save()
    _record("start_job", found, by=by, at=at)
    return queries.job_row(found)


@transaction.atomic(durable=True)
def advance_job(
    *,
    job_id: UUID,
    step: str,
    done: int = 0,
    total: int | None = None,
    by: rows.Actor,
    at: datetime,
) -> None:
    """Says how far running work has come. Too frequent to be kept in the record."""
    found = job_in_reach(job_id, by=by)
    if found.state != JobState.RUNNING:
        raise CannotMove(f"{found.title} is {found.state}, so it does not come any further")
    found.step = step[:200]
    found.total = total
    found.done = done if total is None else min(done, total)
    found.news_at = at
    found.save(update_fields=["step", "done", "total", "news_at"])


@transaction.atomic
def finish_job(
    *,
    job_id: UUID,
    outcome: str,
    result_kind: str = "",
    result_id: UUID | None = None,
    result_link: str = "",
    by: rows.Actor,
    at: datetime,
) -> None:
    """Ends work that succeeded, in words; call it in the transaction that has the effect."""
    found = job_in_reach(job_id, by=by)
    _move(found, JobState.DONE, at)
    found.outcome = outcome
    found.result_kind, found.result_id, found.result_link = result_kind, result_id, result_link
    if found.total is not None:
        found.done = found.total
    found.save()
    _record("finish_job", found, by=by, at=at, outcome=outcome)


@transaction.atomic(durable=True)
def fail_job(
    *, job_id: UUID, outcome: str, asked_link: str = "", by: rows.Actor, at: datetime
) -> None:
    """Ends work that could not be done, saying what happened and how to mend it.

    `asked_link` is the page of what was asked for, where there is one.
    """
    found = job_in_reach(job_id, by=by)
    _move(found, JobState.FAILED, at)
    found.outcome, found.result_link = outcome, asked_link
    found.save()
    _record("fail_job", found, by=by, at=at, outcome=outcome)


@transaction.atomic(durable=True)
def cancel_job(*, job_id: UUID, by: rows.Actor, at: datetime) -> None:
    """Ends work that nobody wants any more; it stops when it next says how far it is."""
    found = job_in_reach(job_id, by=by)
    _move(found, JobState.CANCELLED, at)
    found.outcome = f"Cancelled by {by.name}"
    found.save()
    _record("cancel_job", found, by=by, at=at)


def _move(found: models.Job, to: JobState, at: datetime) -> None:
    if not may_move(JobState(found.state), to):
        raise CannotMove(f"{found.title} is {found.state} and cannot become {to.value}")
    found.state = to.value
    found.news_at = at
    found.ended_at = at if to in ENDED else None


def _record(
    act: str, found: models.Job, *, by: rows.Actor, at: datetime, outcome: str = ""
) -> None:
    audit.record(
        act,
        "job",
        found.id,
        by=by,
        at=at,
        organisation_id=found.organisation_id,
        kind=found.kind,
        outcome=outcome,
    )
