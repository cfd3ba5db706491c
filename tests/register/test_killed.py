"""A process that is killed leaves nothing half-done, and what it had begun is finished later."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app

from carewright.platform import api as platform
from carewright.platform.api import JobState
from carewright.platform.jobs import GIVEN_UP, RETRY, retry_stalled_jobs
from carewright.register import api as register
from carewright.register import jobs, models
from carewright.register.api import DatasetState
from tests.authorisation.drawing import EVERYTHING
from tests.factories import platform as make
from tests.factories import register as files
from tests.register.working import in_a_process

pytestmark = pytest.mark.django_db(transaction=True)

SERVICES = 400
IMPORT = """
import sys
from uuid import UUID
from django.utils.timezone import localdate, now
from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register.actions import import_dataset

import_dataset.ROWS_BETWEEN_NEWS = 20
organisation, officer, dataset = (UUID(each) for each in {ids!r})
with platform.acting_for(organisation):
    by = platform.officer(officer, on=localdate())
    tell = lambda *_: print("row", flush=True)
    print("ready", flush=True)
    register.import_dataset(dataset_id=dataset, by=by, at=now(), news=tell, in_the_end=tell)
print("done", flush=True)
"""


@pytest.fixture(autouse=True)
def _nothing_queued(transactional_db: None) -> None:
    """The queue's own tables are not emptied with ours."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def ids(by: platform.Officer, dataset_id: UUID) -> list[str]:
    return [str(by.organisation.id), str(by.id), str(dataset_id)]


@pytest.mark.parametrize("seed", range(6 if EVERYTHING else 2))
def test_an_import_killed_at_any_point_is_all_there_or_not_there_and_can_be_run_again(
    seed: int, by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(by, files.many_services(tmp_path, SERVICES))
    chance = random.Random(seed)
    with in_a_process(IMPORT.format(ids=ids(by, dataset_id)), tmp_path / "home") as process:
        for _ in islice(process.lines(), chance.randint(1, SERVICES // 20 + 3)):
            pass
        time.sleep(chance.random() * 0.02)
        process.is_killed()
        _settled_state(dataset_id, by)
    if _settled_state(dataset_id, by) is DatasetState.READ:
        assert not models.ServiceReading.objects.exists()
        assert "import_file" not in _acts(dataset_id, by)
        with platform.acting_for(by.organisation.id):
            register.import_dataset(dataset_id=dataset_id, by=by, at=make.NOW)
    assert _settled_state(dataset_id, by) is DatasetState.IMPORTED
    assert models.ServiceReading.objects.count() == SERVICES
    assert _acts(dataset_id, by).count("import_file") == 1


def _settled_state(dataset_id: UUID, by: platform.Officer) -> DatasetState:
    """The state once the database has noticed that the process is gone."""
    with transaction.atomic():
        models.Dataset.objects.select_for_update(of=("self",)).get(pk=dataset_id)
    return register.dataset(dataset_id, seen_by=by).state


def _acts(dataset_id: UUID, by: platform.Officer) -> list[str]:
    return [e.act for e in platform.events_about("dataset", dataset_id, seen_by=by)]


#: Works on what the test has queued: no minute of the clock brings it anything else.
WORKER = """
from django.core.management import call_command
from procrastinate.contrib.django import app
app.periodic_registry.periodic_tasks.clear()
call_command("procrastinate", "worker", "--concurrency", "1", "--one-shot")
"""


def test_a_killed_workers_job_is_taken_up_again_by_the_next(
    by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(by, files.many_services(tmp_path, SERVICES))
    job_id = _asked_to_import(dataset_id, by)
    with _holding(dataset_id), in_a_process(WORKER, tmp_path / "home") as worker:
        worker.wait_until(lambda: _job_state(job_id, by) is JobState.RUNNING)
        worker.is_killed()
    _forget_signs_of_life()
    _retry_stalled_jobs()
    assert _queue() == [("todo", 1)]
    with in_a_process(WORKER, tmp_path / "home") as again:
        again.ends_by_itself()
        assert _job_state(job_id, by) is JobState.DONE, again.complaints()
    assert register.dataset(dataset_id, seen_by=by).state is DatasetState.IMPORTED
    assert models.ServiceReading.objects.count() == SERVICES


def test_a_living_workers_job_is_left_to_it(by: platform.Officer, tmp_path: Path) -> None:
    dataset_id = files.read(by, files.datastore(tmp_path))
    job_id = _asked_to_import(dataset_id, by)
    with in_a_process(WORKER, tmp_path / "home") as worker:
        with _holding(dataset_id):
            worker.wait_until(lambda: _job_state(job_id, by) is JobState.RUNNING)
            _retry_stalled_jobs()
            assert _queue() == [("doing", 0)]
        worker.ends_by_itself()
        assert _job_state(job_id, by) is JobState.DONE, worker.complaints()


def test_a_job_that_takes_every_worker_with_it_is_given_up_with_words(
    by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(by, files.datastore(tmp_path))
    job_id = _asked_to_import(dataset_id, by)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = 7")
    _retry_stalled_jobs()
    found = platform.job(job_id, seen_by=by)
    assert (found.state, found.outcome) == (JobState.FAILED, GIVEN_UP)
    assert [status for status, _ in _queue()] == ["failed"]
    assert register.dataset(dataset_id, seen_by=by).state is DatasetState.READ


def test_the_worker_looks_for_stalled_jobs_by_itself_every_minute() -> None:
    periodic = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}
    assert periodic[RETRY] == "* * * * *"


def _asked_to_import(dataset_id: UUID, by: platform.Officer) -> UUID:
    def queue(dataset_id: UUID, job_id: UUID) -> None:
        jobs.queue_import(dataset_id, job_id, by=by)

    return register.ask_to_import(dataset_id=dataset_id, queue=queue, by=by, at=make.NOW)


@contextmanager
def _holding(dataset_id: UUID) -> Iterator[None]:
    """Keeps the file locked, so that whoever imports it stands still in the middle."""
    held = connection.get_new_connection(connection.get_connection_params())
    try:
        held.execute("SELECT 1 FROM register_dataset WHERE id = %s FOR UPDATE", [dataset_id])
        yield
    finally:
        held.close()


def _job_state(job_id: UUID, by: platform.Officer) -> JobState:
    return platform.job(job_id, seen_by=by).state


def _forget_signs_of_life() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'"
        )


def _queue() -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT status::text, attempts FROM procrastinate_jobs "
            "WHERE task_name LIKE 'register.%'"
        )
        return cursor.fetchall()


def _retry_stalled_jobs() -> None:
    async def run() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as working:
            async with working.open_async():
                await retry_stalled_jobs.func(SimpleNamespace(app=working), timestamp=0)

    # In a thread of its own: a browser's driver may keep a loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(lambda: asyncio.run(run())).result()
