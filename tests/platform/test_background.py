"""Work that was asked for is done once, for whoever asked, and ends in words whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import JobState
from carewright.platform.background import MOST_RETRIES, NOBODY_LEFT, OUR_FAULT
from tests.factories import platform as make

# Beginning and giving up are transactions of their own.
pytestmark = pytest.mark.django_db(transaction=True)

MADE = platform.Result("letter", uuid4(), "/letters/1/")


class Refused(Exception):
    """What a stage refuses in words for officers."""


def clock() -> datetime:
    return make.NOW


@pytest.fixture
def by() -> platform.Officer:
    return make.commissioner()


@pytest.fixture
def job_id(by: platform.Officer) -> UUID:
    return make.job(by).pk


def carried_out(
    work: platform.Work, job_id: UUID, by: platform.Officer, retries: int = 0
) -> tuple[JobState, str]:
    """How the job stands after the work, and in which words."""
    platform.carry_out(
        work, platform.who_asked(job_id, by=by), result=MADE, clock=clock,
        in_words={Refused: lambda refused: f"It was refused: {refused}"}, retries=retries,
    )  # fmt: skip
    found = platform.job(job_id, seen_by=by)
    return found.state, found.outcome


def ending(problem: Exception) -> platform.Work:
    def work(*_: object) -> None:
        raise problem

    return work


def test_work_that_is_done_leads_to_what_it_made(by: platform.Officer, job_id: UUID) -> None:
    def work(who: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        progress("Writing", 1, 2)
        end(f"Written by {who.name}.")

    assert carried_out(work, job_id, by) == (JobState.DONE, f"Written by {by.name}.")
    job = models.Job.objects.get(pk=job_id)
    assert (job.result_kind, job.result_id, job.result_link) == (MADE.kind, MADE.id, MADE.link)


def test_what_a_stage_refuses_is_said_in_its_words(by: platform.Officer, job_id: UUID) -> None:
    refused = ending(Refused("no address."))
    assert carried_out(refused, job_id, by) == (JobState.FAILED, "It was refused: no address.")


@pytest.mark.parametrize("problem", [ZeroDivisionError(), platform.NotFound()], ids=repr)
def test_a_fault_of_ours_is_said_on_the_page_and_kept_in_the_log(
    problem: Exception, by: platform.Officer, job_id: UUID
) -> None:
    with pytest.raises(type(problem)):
        carried_out(ending(problem), job_id, by)
    job = platform.job(job_id, seen_by=by)
    assert (job.state, job.outcome) == (JobState.FAILED, OUR_FAULT)


def test_a_database_that_went_away_is_waited_for(by: platform.Officer, job_id: UUID) -> None:
    with pytest.raises(OperationalError):
        carried_out(ending(OperationalError()), job_id, by)
    assert platform.job(job_id, seen_by=by).state is JobState.RUNNING
    done: platform.Work = lambda _by, _progress, end: end("Done.")  # noqa: E731
    assert carried_out(done, job_id, by) == (JobState.DONE, "Done.")


def test_the_last_try_ends_in_words_though_the_database_failed_it(
    by: platform.Officer, job_id: UUID
) -> None:
    with pytest.raises(OperationalError):
        carried_out(ending(OperationalError()), job_id, by, retries=MOST_RETRIES)
    job = platform.job(job_id, seen_by=by)
    assert (job.state, job.outcome) == (JobState.FAILED, OUR_FAULT)


def leaves(by: platform.Officer) -> None:
    models.Officer.objects.filter(pk=by.id).update(active=False, deactivated_at=make.NOW)


def loses_the_role(by: platform.Officer) -> None:
    models.OfficerRole.objects.filter(officer_id=by.id).delete()


@pytest.mark.parametrize("change", [leaves, loses_the_role])
def test_whoever_may_not_do_it_any_more_has_it_done_no_more(
    change: Callable[[platform.Officer], None], by: platform.Officer, job_id: UUID
) -> None:
    change(by)
    undone = ending(AssertionError("it was begun"))
    assert carried_out(undone, job_id, by) == (JobState.FAILED, NOBODY_LEFT)


def test_whoever_may_not_do_a_part_of_it_is_told_so(by: platform.Officer, job_id: UUID) -> None:
    refused = ending(platform.NotPermitted())
    assert carried_out(refused, job_id, by) == (JobState.FAILED, NOBODY_LEFT)


def test_what_has_ended_is_not_done_again(by: platform.Officer, job_id: UUID) -> None:
    platform.cancel_job(job_id=job_id, by=by, at=make.NOW)
    state, _ = carried_out(ending(AssertionError("it was begun")), job_id, by)
    assert state is JobState.CANCELLED


def test_work_that_somebody_cancels_stops_when_it_next_says_how_far_it_is(
    by: platform.Officer, job_id: UUID
) -> None:
    def work(who: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        platform.cancel_job(job_id=job_id, by=who, at=make.NOW)
        progress("Writing")
        end("Written.")

    state, _ = carried_out(work, job_id, by)
    assert state is JobState.CANCELLED
