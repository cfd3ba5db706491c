"""Tells a page how far work has come while the work's own transaction is still open.

An import writes everything in one transaction, so that a killed one leaves nothing. What it says
of its progress must be seen before that transaction ends, so it goes over a connection of its own.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID

from django.db import connection

from carewright.platform.rules.jobs import JobState
from carewright.platform.scope import ORGANISATION_SETTING, WEB_ROLE

SECONDS_BETWEEN: Final = 0.3

# A row that somebody else is just moving is left alone: the next word comes soon enough.
_TELL: Final = """
UPDATE platform_job SET step = %s, done = %s, total = %s, news_at = clock_timestamp()
WHERE id IN (
    SELECT id FROM platform_job WHERE id = %s AND state = %s FOR UPDATE SKIP LOCKED
)
"""


class JobStopped(Exception):
    """Somebody cancelled the work while it ran."""


class Progress:
    """Says how far one piece of work is, at most a few times a second."""

    def __init__(self, aside: Any, job_id: UUID) -> None:
        self._aside = aside
        self._job_id = job_id
        self._step = ""
        self._said_at = 0.0

    def __call__(self, step: str, done: int = 0, total: int | None = None) -> None:
        """Says it; raises `JobStopped` when the work was cancelled meanwhile."""
        now = time.monotonic()
        if step == self._step and now - self._said_at < SECONDS_BETWEEN:
            return
        self._step, self._said_at = step, now
        done = done if total is None else min(done, total)
        running = JobState.RUNNING.value
        self._aside.execute(_TELL, [step[:200], done, total, self._job_id, running])
        self._stop_if_cancelled()

    def _stop_if_cancelled(self) -> None:
        found = self._aside.execute(
            "SELECT state FROM platform_job WHERE id = %s", [self._job_id]
        ).fetchone()
        if found and found[0] == JobState.CANCELLED:
            raise JobStopped


@contextmanager
def progress_of(job_id: UUID, *, organisation_id: UUID) -> Iterator[Progress]:
    """Opens the connection beside the work's own, acting for the same organisation."""
    aside = connection.get_new_connection(connection.get_connection_params())
    try:
        aside.autocommit = True
        aside.execute(
            "SELECT set_config('role', %s, false), set_config(%s, %s, false)",
            [WEB_ROLE, ORGANISATION_SETTING, str(organisation_id)],
        )
        yield Progress(aside, job_id)
    finally:
        aside.close()
