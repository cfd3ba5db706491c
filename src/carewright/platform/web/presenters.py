"""Rows of this stage as the shared templates print them."""

from __future__ import annotations

from typing import Final, Literal

from carewright.platform import api as platform
from carewright.platform.api import JobState
from carewright.ui.rows import Link, Progress

SECONDS_BETWEEN_LOOKS: Final = 2

Shown = Literal["waiting", "running", "done", "failed"]
SHOWN: Final[dict[JobState, Shown]] = {
    JobState.WAITING: "waiting",
    JobState.RUNNING: "running",
    JobState.DONE: "done",
    JobState.FAILED: "failed",
    JobState.CANCELLED: "failed",
}


def progress_row(job: platform.Job) -> Progress:
    """How far a piece of work is, in words and as a bar."""
    return Progress(
        title=job.title,
        state=SHOWN[job.state],
        words=job.outcome if job.ended else _words(job),
        parts_done=job.done,
        parts=job.total or 0,
        link=Link("See the result", job.result_link) if job.result_link else None,
        refresh=0 if job.ended else SECONDS_BETWEEN_LOOKS,
    )


def _words(job: platform.Job) -> str:
    if job.state is JobState.WAITING:
        return f"Asked for by {job.requested_by}"
    if not job.total:
        return job.step
    counted = f"{job.done:,} of {job.total:,}"
    return f"{job.step}: {counted}" if job.step else counted
