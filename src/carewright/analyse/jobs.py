"""Background work of the analyses."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import now
from procrastinate import JobContext
from procrastinate.contrib.django import app

from carewright.analyse import api as analyse
from carewright.platform import api as platform


def queue_answer(run_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands an analysis to the worker; it begins once the present transaction has ended."""
    answer_in_background.defer(run_id=str(run_id), **platform.who_asked(job_id, by=by))


@app.task(
    name="analyse.answer", retry=platform.WHEN_THE_DATABASE_IS_BACK, queue=platform.LONG_WORK,
    pass_context=True,
)  # fmt: skip
def answer_in_background(
    context: JobContext, *, run_id: str, **asked: Unpack[platform.Asked]
) -> None:
    """Works an analysis out, telling the page how far it is."""
    run = UUID(run_id)

    def work(by: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        analyse.answer_analysis(
            run_id=run, by=by, at=now(), news=progress, in_the_end=lambda: end("Ready to read.")
        )

    platform.carry_out(
        work, asked, clock=now, retries=context.job.attempts,
        in_words={analyse.FactsHaveChanged: str},
        result=platform.Result("analysis_run", run, reverse("analyse:run", args=[run])),
    )  # fmt: skip
