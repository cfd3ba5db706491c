"""Does the work that pages have queued, here and now or in a process that can be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode
from uuid import uuid4

from django.db import connection
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from carewright.config.database import OWNER_MARK

BEGIN = """
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
import django
django.setup()
"""

LONG_ENOUGH: Final = 240  # seconds: nothing takes so long, even on a busy machine
END_CONNECTIONS: Final = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s
"""


def do_queued_work() -> int:
    """Does everything that waits in the queue, as the worker does; how much that was."""
    ours = queued_work()
    for job in ours:
        does(job)
    return len(ours)


def queued_work() -> list[Job]:
    """Takes everything out of the queue that waits there, but mail."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE status = 'todo' "
            "RETURNING id, queue_name, task_name, args"
        )
        waiting = [_job(*each) for each in cursor.fetchall()]
    return [job for job in waiting if not job.task_name.startswith("notify.")]


def does(job: Job) -> None:
    """Does one job, as the worker would."""
    task = app.tasks[job.task_name]
    context = JobContext(app=app, job=job, start_timestamp=0, abort_reason=lambda: None)
    task.func(*([context] if task.pass_context else []), **job.task_kwargs)


def _job(number: int, queue: str, name: str, args: Any) -> Job:
    said = json.loads(args) if isinstance(args, str) else args
    return Job(
        id=number, queue=queue, lock=None, queueing_lock=None, task_name=name, task_kwargs=said
    )


class Process:
    """A process of its own on the tests' database and files, as web and worker have them."""

    def __init__(self, script: str, home: Path, **more: str) -> None:
        # By this name the database knows its connections.
        self.name = f"process-{uuid4()}"
        known = {**surroundings(home), **more, "PGAPPNAME": self.name}
        # What it complains of goes to a file: a pipe that nobody reads would fill up and stop it.
        self._complaints = home / f"{self.name}.txt"
        with self._complaints.open("w") as complaints:
            self._process = subprocess.Popen(
                [sys.executable, "-c", BEGIN + script], env=known, text=True,
                stdout=subprocess.PIPE, stderr=complaints, start_new_session=True,
            )  # fmt: skip
        assert self._process.stdout is not None
        self._stdout = self._process.stdout

    def lines(self) -> Iterator[str]:
        """What it says, line by line; it must not end while more is wanted."""
        while line := self._stdout.readline():
            yield line
        raise AssertionError(f"it ended too soon: {self.complaints()}")

    def complaints(self) -> str:
        """What it wrote to its log."""
        return self._complaints.read_text()

    def wait_until(self, happened: Callable[[], bool]) -> None:
        """Waits for something that it does; it must not end before."""
        deadline = time.monotonic() + LONG_ENOUGH
        while not happened():
            assert time.monotonic() < deadline, f"it never happened: {self.complaints()}"
            assert self._process.poll() is None or happened(), f"it ended: {self.complaints()}"
            time.sleep(0.05)

    def ends_by_itself(self) -> tuple[int, str]:
        """Waits for its end; what it ended with, and what it had said."""
        try:
            said, _ = self._process.communicate(timeout=LONG_ENOUGH)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it never ended: {self.complaints()}") from None
        return self._process.returncode, said

    def is_killed(self) -> None:
        """Ends it as a power cut would; what it had begun in the database may not be over yet."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def is_gone(self) -> None:
        """Kills it if it still runs, and ends whatever of it is left in the database."""
        self.is_killed()
        self._stdout.close()
        with closing(connection.get_new_connection(connection.get_connection_params())) as aside:
            aside.autocommit = True
            for _ in range(1_000):
                if not aside.execute(END_CONNECTIONS, [self.name]).fetchall():
                    return
                time.sleep(0.02)
        raise AssertionError("the database keeps the connections of a process that is gone")


@contextmanager
def in_a_process(script: str, home: Path, **more: str) -> Iterator[Process]:
    """Runs a script in a process that is gone afterwards, however the block ends.

    `more` stands in its environment. One left running would take the next test's jobs, and lock
    what is emptied between tests.
    """
    process = Process(script, home, **more)
    try:
        yield process
    finally:
        process.is_gone()


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a process that is no owner of the tables."""
    home.mkdir(exist_ok=True)
    known = {name: value for name, value in os.environ.items() if name != OWNER_MARK}
    paths = os.pathsep.join(filter(None, sys.path))
    return {
        **known, "DATABASE_URL": _address(), "CAREWRIGHT_HOME": str(home), "PYTHONPATH": paths,
        "CAREWRIGHT_MODE": "practice", "CAREWRIGHT_SECRET": "x" * 40,
    }  # fmt: skip


def _address() -> str:
    settings = connection.settings_dict
    where = urlencode({"host": settings["HOST"], "port": settings["PORT"]})
    who = quote(settings["USER"])
    if settings["PASSWORD"]:
        who += ":" + quote(settings["PASSWORD"])
    return f"postgresql://{who}@/{settings['NAME']}?{where}"
