"""Background work goes only where it may, and says how far it is."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import MOVES, JobState, Role
from carewright.platform.rules.jobs import ENDED, UNDER_WAY, may_move
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(minutes=5)


def test_every_state_says_where_it_may_go() -> None:
    assert set(MOVES) == set(JobState)
    assert set(JobState) == ENDED | UNDER_WAY
    assert {JobState.DONE, JobState.FAILED, JobState.CANCELLED} == ENDED


@given(st.lists(st.sampled_from(JobState)))
def test_whatever_is_asked_work_that_has_ended_stays_as_it_is(wanted: list[JobState]) -> None:
    state, ended_as = JobState.WAITING, None
    for next_state in wanted:
        if may_move(state, next_state):
            assert ended_as is None
            state = next_state
            ended_as = state if state in ENDED else None


@pytest.fixture
def by() -> platform.Officer:
    return make.commissioner()


ACTIONS = {
    JobState.RUNNING: lambda job_id, by: platform.start_job(job_id=job_id, by=by, at=LATER),
    JobState.DONE: lambda job_id, by: platform.finish_job(
        job_id=job_id, outcome="1,906 services", by=by, at=LATER
    ),
    JobState.FAILED: lambda job_id, by: platform.fail_job(
        job_id=job_id, outcome="The file is empty", by=by, at=LATER
    ),
    JobState.CANCELLED: lambda job_id, by: platform.cancel_job(job_id=job_id, by=by, at=LATER),
}


@pytest.mark.parametrize(("start", "end"), list(product(JobState, ACTIONS)))
def test_each_action_keeps_to_the_moves(
    start: JobState, end: JobState, by: platform.Officer
) -> None:
    ended_at = make.NOW if start in ENDED else None
    job = make.job(by, state=start.value, ended_at=ended_at)
    # Running work is taken up again when the process that ran it has died.
    if may_move(start, end) or (start, end) == (JobState.RUNNING, JobState.RUNNING):
        ACTIONS[end](job.id, by)
        job.refresh_from_db()
        assert job.state == end
        assert job.ended_at == (LATER if end in ENDED else None)
    else:
        with pytest.raises(platform.CannotMove):
            ACTIONS[end](job.id, by)
        job.refresh_from_db()
        assert job.state == start


def test_work_is_asked_for_runs_and_ends_with_a_result(by: platform.Officer) -> None:
    asked = platform.ask_for_job(
        organisation_id=by.organisation.id, kind="import", title="Import", by=by, at=make.NOW
    )
    platform.start_job(job_id=asked.id, by=by, at=make.NOW)
    platform.advance_job(job_id=asked.id, step="Reading rows", done=5, total=20, by=by, at=make.NOW)
    halfway = platform.job(asked.id, seen_by=by)
    assert (halfway.state, halfway.step, halfway.percent) == (JobState.RUNNING, "Reading rows", 25)
    platform.finish_job(
        job_id=asked.id,
        outcome="20 services",
        result_kind="dataset",
        result_link="/register/files/1/",
        by=by,
        at=LATER,
    )
    done = platform.job(asked.id, seen_by=by)
    assert (done.state, done.percent, done.outcome) == (JobState.DONE, 100, "20 services")
    assert done.ended
    acts = [event.act for event in platform.events_about("job", asked.id, seen_by=by)]
    assert sorted(acts) == ["ask_for_job", "finish_job", "start_job"]


def test_progress_is_refused_for_work_that_does_not_run(by: platform.Officer) -> None:
    job = make.job(by)
    with pytest.raises(platform.CannotMove, match="waiting"):
        platform.advance_job(job_id=job.id, step="Reading", by=by, at=LATER)


def test_more_done_than_there_is_counts_as_all_of_it(by: platform.Officer) -> None:
    job = make.job(by, state="running")
    platform.advance_job(job_id=job.id, step="Reading", done=12, total=10, by=by, at=LATER)
    assert platform.job(job.id, seen_by=by).percent == 100


def test_how_far_is_unknown_while_nobody_knows_how_much_there_is(by: platform.Officer) -> None:
    assert platform.job(make.job(by).id, seen_by=by).percent is None


def test_another_organisation_neither_sees_nor_stops_the_work(by: platform.Officer) -> None:
    job, stranger = make.job(by), make.commissioner()
    with pytest.raises(platform.NotFound):
        platform.job(job.id, seen_by=stranger)
    with pytest.raises(platform.NotYours):
        platform.cancel_job(job_id=job.id, by=stranger, at=LATER)
    with pytest.raises(platform.NotYours):
        platform.ask_for_job(
            organisation_id=by.organisation.id, kind="x", title="x", by=stranger, at=LATER
        )


def test_a_role_that_may_not_run_work_may_not_ask_for_it() -> None:
    reader = make.officer(Role.BROKER)
    with pytest.raises(platform.NotPermitted):
        platform.ask_for_job(
            organisation_id=reader.organisation.id, kind="x", title="x", by=reader, at=LATER
        )


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("job_ended_says_when", {"state": "done"}),
        ("job_ended_says_when", {"ended_at": make.NOW}),
        ("job_state_is_known", {"state": "paused"}),
        ("job_done_is_at_most_its_total", {"done": 3, "total": 2}),
        ("job_result_is_a_page_of_ours", {"result_link": "//elsewhere.example/"}),
        ("job_result_is_a_page_of_ours", {"result_link": "https://elsewhere.example/"}),
    ],
)
def test_the_database_refuses_work_that_cannot_be(
    constraint: str, wrong: dict[str, object], by: platform.Officer
) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make.job(by, **wrong)


def test_latest_work_comes_first_and_ended_work_is_not_under_way(by: platform.Officer) -> None:
    old = make.job(by, title="Old")
    new = make.job(by, title="New", asked_at=LATER)
    platform.cancel_job(job_id=old.id, by=by, at=LATER)
    assert [job.title for job in platform.latest_jobs(seen_by=by)] == ["New", "Old"]
    assert [job.id for job in platform.jobs_under_way(seen_by=by)] == [new.id]


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_before_the_work_s_own_transaction_ends() -> None:
    by = make.commissioner()
    job = make.job(by, state="running")
    told = platform.progress_of(job.id, organisation_id=by.organisation.id)
    with told as progress, transaction.atomic():
        models.Organisation.objects.update(area_code="S12000001")
        progress("Loading rows", done=3, total=4)
        assert _seen_from_outside(job.id) == ("Loading rows", 3, 4)
        progress("Loading rows", done=4, total=4)
        assert _seen_from_outside(job.id)[1] == 3  # said a moment ago, so not said again yet


@pytest.mark.django_db(transaction=True)
def test_work_that_was_cancelled_hears_of_it_when_it_says_how_far_it_is() -> None:
    by = make.commissioner()
    job = make.job(by, state="running")
    with platform.progress_of(job.id, organisation_id=by.organisation.id) as progress:
        platform.cancel_job(job_id=job.id, by=by, at=LATER)
        with pytest.raises(platform.JobStopped):
            progress("Loading rows")


@pytest.mark.django_db(transaction=True)
def test_progress_never_waits_for_whoever_moves_the_work() -> None:
    by = make.commissioner()
    job = make.job(by, state="running")
    with (
        platform.progress_of(job.id, organisation_id=by.organisation.id) as progress,
        transaction.atomic(),
    ):
        platform.finish_job(job_id=job.id, outcome="Done", by=by, at=LATER)
        progress("Clearing up")
    assert platform.job(job.id, seen_by=by).state is JobState.DONE


def _seen_from_outside(job_id: UUID) -> tuple[str, int, int]:
    outside = connection.get_new_connection(connection.get_connection_params())
    try:
        found = outside.execute(
            "SELECT step, done, total FROM platform_job WHERE id = %s", [job_id]
        ).fetchone()
    finally:
        outside.close()
    return found
