"""Background work of the register: reading a file as a trial, and importing it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.utils.timezone import localdate, now
from procrastinate.contrib.django import app

from carewright.platform import api as platform
from carewright.register import api as register


def queue_reading(dataset_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands a trial reading to the worker; it begins once the present transaction has ended."""
    read_in_background.defer(**_named(dataset_id, job_id, by))


def queue_import(dataset_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands an import to the worker; it begins once the present transaction has ended."""
    import_in_background.defer(**_named(dataset_id, job_id, by))


def _named(dataset_id: UUID, job_id: UUID, by: platform.Officer) -> dict[str, str]:
    return {
        "dataset_id": str(dataset_id),
        "job_id": str(job_id),
        "organisation_id": str(by.organisation.id),
        "officer_id": str(by.id),
    }


@app.task(name="register.read_dataset")
def read_in_background(
    *, dataset_id: str, job_id: str, organisation_id: str, officer_id: str
) -> None:
    """Reads a file as a trial, telling the page how far it is."""

    def work(by: platform.Officer, progress: platform.Progress) -> str:
        progress("Reading the file")
        readable = register.read_dataset(
            dataset_id=UUID(dataset_id), by=by, at=now(), news=lambda: progress("Reading the file")
        )
        return (
            "Read; look at what was found before importing it."
            if readable
            else ("The file could not be read. The page says why and what to do.")
        )

    _carry_out(work, UUID(dataset_id), UUID(job_id), UUID(organisation_id), UUID(officer_id))


@app.task(name="register.import_dataset")
def import_in_background(
    *, dataset_id: str, job_id: str, organisation_id: str, officer_id: str
) -> None:
    """Imports a file that was read, telling the page how far it is."""

    def work(by: platform.Officer, progress: platform.Progress) -> str:
        progress("Writing its facts")
        register.import_dataset(dataset_id=UUID(dataset_id), by=by, at=now())
        return "Imported. Figures use it from now on."

    _carry_out(work, UUID(dataset_id), UUID(job_id), UUID(organisation_id), UUID(officer_id))


def _carry_out(
    work: Callable[[platform.Officer, platform.Progress], str],
    dataset_id: UUID,
    job_id: UUID,
    organisation_id: UUID,
    officer_id: UUID,
) -> None:
    """Runs the work for the officer who asked; whatever goes wrong ends as words on the page."""
    with platform.acting_for(organisation_id):
        by = platform.officer(officer_id, on=localdate())
        if platform.job(job_id, seen_by=by).ended:
            return
        platform.start_job(job_id=job_id, by=by, at=now())
        try:
            with platform.progress_of(job_id, organisation_id=organisation_id) as progress:
                outcome = work(by, progress)
        except platform.JobStopped:
            return
        except register.CannotDo as reason:
            platform.fail_job(job_id=job_id, outcome=str(reason), by=by, at=now())
            return
        platform.finish_job(
            job_id=job_id, outcome=outcome, result_kind="dataset", result_id=dataset_id,
            result_link=f"/register/files/{dataset_id}/", by=by, at=now(),
        )  # fmt: skip
