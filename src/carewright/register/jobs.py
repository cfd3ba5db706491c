"""Background work of the register: reading a file as a trial, and importing it."""

from __future__ import annotations

from typing import Final, Unpack
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import now
from procrastinate import JobContext
from procrastinate.contrib.django import app

from carewright.platform import api as platform
from carewright.register import api as register

READABLE: Final = "Read; look at what was found before importing it."
UNREADABLE: Final = "The file could not be read. The page says why and what to do."


def queue_reading(dataset_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands a trial reading to the worker; it begins once the present transaction has ended."""
    read_in_background.defer(dataset_id=str(dataset_id), **platform.who_asked(job_id, by=by))


def queue_import(dataset_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands an import to the worker; it begins once the present transaction has ended."""
    import_in_background.defer(dataset_id=str(dataset_id), **platform.who_asked(job_id, by=by))


@app.task(
    name="register.read_dataset", retry=platform.WHEN_THE_DATABASE_IS_BACK,
    queue=platform.LONG_WORK, pass_context=True,
)  # fmt: skip
def read_in_background(
    context: JobContext, *, dataset_id: str, **asked: Unpack[platform.Asked]
) -> None:
    """Reads a file as a trial, telling the page how far it is."""
    dataset = UUID(dataset_id)

    def work(by: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        progress("Reading the file")
        register.read_dataset(
            dataset_id=dataset, by=by, at=now(),
            news=lambda: progress("Reading the file"),
            in_the_end=lambda readable: end(READABLE if readable else UNREADABLE),
        )  # fmt: skip

    _carry_out(work, dataset, asked, context)


@app.task(
    name="register.import_dataset", retry=platform.WHEN_THE_DATABASE_IS_BACK,
    queue=platform.LONG_WORK, pass_context=True,
)  # fmt: skip
def import_in_background(
    context: JobContext, *, dataset_id: str, **asked: Unpack[platform.Asked]
) -> None:
    """Imports a file that was read, telling the page how far it is."""
    dataset = UUID(dataset_id)

    def work(by: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        progress("Writing its facts")
        register.import_dataset(
            dataset_id=dataset, by=by, at=now(),
            news=lambda done, total: progress("Writing its facts", done, total),
            in_the_end=lambda: end("Imported. Figures use it from now on."),
        )  # fmt: skip

    _carry_out(work, dataset, asked, context)


def _carry_out(
    work: platform.Work, dataset: UUID, asked: platform.Asked, context: JobContext
) -> None:
    platform.carry_out(
        work, asked, clock=now, retries=context.job.attempts,
        in_words={register.CannotDo: str},
        result=platform.Result("dataset", dataset, reverse("register:file", args=[dataset])),
    )  # fmt: skip
