"""Background work of the agreements: registers are read, taken in, placed and taken back."""

from __future__ import annotations

from typing import Final, Unpack
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import now
from procrastinate.contrib.django import app

from carewright.contract import api as contract
from carewright.contract.api import Kind, Regime
from carewright.platform import api as platform
from carewright.register import api as register
from carewright.ui.formats import count_of

READ: Final = "Read; look at its columns before you go on."
UNREADABLE: Final = "The file could not be read. The page says why and what to do."


def queue_reading(dataset_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands the trial reading of a register to the worker."""
    read_register.defer(dataset_id=str(dataset_id), **platform.who_asked(job_id, by=by))


def queue_beginning(
    dataset_id: UUID, batch_id: UUID, kind: Kind, regime: Regime, job_id: UUID, *,
    by: platform.Officer,
) -> None:  # fmt: skip
    """Hands the taking in of a register to the worker."""
    begin_import.defer(
        dataset_id=str(dataset_id), batch_id=str(batch_id), kind=kind.value, regime=regime.value,
        **platform.who_asked(job_id, by=by),
    )  # fmt: skip


def queue_placing(batch_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands the making of agreements to the worker."""
    place_rows.defer(batch_id=str(batch_id), **platform.who_asked(job_id, by=by))


def queue_undoing(
    batch_id: UUID, saw: int, reason: str, job_id: UUID, *, by: platform.Officer
) -> None:
    """Hands the taking back of an import to the worker."""
    undo_import.defer(
        batch_id=str(batch_id), saw=saw, reason=reason, **platform.who_asked(job_id, by=by)
    )


@app.task(name="contract.read_register", retry=platform.WHEN_THE_DATABASE_IS_BACK)
def read_register(*, dataset_id: str, **asked: Unpack[platform.Asked]) -> None:
    """Reads a register as a trial, and leads back to the page that asks what its columns mean."""
    given = UUID(dataset_id)

    def work(by: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        register.read_dataset(
            dataset_id=given, by=by, at=now(), news=lambda: progress("Reading the file"),
            in_the_end=lambda readable: end(READ if readable else UNREADABLE),
        )  # fmt: skip

    platform.carry_out(
        work, asked, clock=now, in_words={register.CannotDo: str},
        result=platform.Result(
            "dataset", given, reverse("contract:import_file", args=[given])
        ),
    )  # fmt: skip


@app.task(name="contract.begin_import", retry=platform.WHEN_THE_DATABASE_IS_BACK)
def begin_import(
    *, dataset_id: str, batch_id: str, kind: str, regime: str, **asked: Unpack[platform.Asked]
) -> None:
    """Takes every row of a register in, telling the page how far it is."""

    def work(by: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        contract.begin_import(
            dataset_id=UUID(dataset_id), batch_id=UUID(batch_id), kind=Kind(kind),
            regime=Regime(regime), by=by, at=now(), news=progress,
            in_the_end=lambda: end("Every row was taken in. The page says what is left to ask."),
        )  # fmt: skip

    _carry_out(work, UUID(batch_id), asked)


@app.task(name="contract.place_rows", retry=platform.WHEN_THE_DATABASE_IS_BACK)
def place_rows(*, batch_id: str, **asked: Unpack[platform.Asked]) -> None:
    """Makes agreements of the rows that can be placed, all of them or none."""

    def work(by: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        contract.place_rows(
            batch_id=UUID(batch_id), by=by, at=now(), news=progress,
            in_the_end=lambda made: end(_made(made)),
        )  # fmt: skip

    _carry_out(work, UUID(batch_id), asked)


@app.task(name="contract.undo_import", retry=platform.WHEN_THE_DATABASE_IS_BACK)
def undo_import(*, batch_id: str, saw: int, reason: str, **asked: Unpack[platform.Asked]) -> None:
    """Takes an import back, all of it or nothing."""

    def work(by: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        contract.undo_import(
            batch_id=UUID(batch_id), saw=saw, reason=reason, by=by, at=now(), news=progress,
            in_the_end=lambda: end("The import was taken back. Its rows are kept."),
        )  # fmt: skip

    _carry_out(work, UUID(batch_id), asked)


def _made(how_many: int) -> str:
    return count_of(how_many, "%(n)s agreement was made.", "%(n)s agreements were made.")


def _carry_out(work: platform.Work, batch_id: UUID, asked: platform.Asked) -> None:
    platform.carry_out(
        work, asked, clock=now, in_words={contract.CannotDo: str},
        result=platform.Result(
            "import", batch_id, reverse("contract:import", args=[batch_id])
        ),
    )  # fmt: skip
