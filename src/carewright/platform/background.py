"""Carries background work out for the officer who asked; whatever goes wrong ends as words.

The stages queue their own work and hand it over here when its turn comes, with the clock, which
only jobs read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypedDict
from uuid import UUID

from django.db import OperationalError, connection
from django.utils.timezone import localdate
from procrastinate import RetryStrategy

from carewright.platform import queries, rows
from carewright.platform.actions import run_job
from carewright.platform.policies import NotPermitted, NotYours
from carewright.platform.progress import JobStopped, Progress, progress_of
from carewright.platform.scope import acting_for

LOG = logging.getLogger(__name__)

OUR_FAULT: Final = (
    "Something went wrong on our side, and nothing was changed. Ask again; if it happens again, "
    "tell whoever runs Carewright when it did."
)
NOBODY_LEFT: Final = (
    "Whoever asked for this may not do it any more, so nothing was changed. Somebody else can ask."
)
MOST_RETRIES: Final = 5
#: The database went away: it is asked again after 4, 16, 64 seconds and so on.
WHEN_THE_DATABASE_IS_BACK: Final = RetryStrategy(
    max_attempts=MOST_RETRIES, exponential_wait=4, retry_exceptions=[OperationalError]
)
#: The queue of what takes a while: it has a worker of its own, and nothing waits behind it.
LONG_WORK: Final = "long"

Clock = Callable[[], datetime]
End = Callable[[str], None]
"""Ends the job in words, within the transaction of its effect, so that both stand or neither."""
Work = Callable[[rows.Officer, Progress, End], None]
InWords = Mapping[type[Exception], Callable[[Any], str]]
"""What an officer is told when the work ends so: no fault of ours, nor worth another try."""


class Asked(TypedDict):
    """Which job it is and who asked for it, as the queue keeps it."""

    job_id: str
    organisation_id: str
    officer_id: str


@dataclass(frozen=True, slots=True)
class Result:
    """What the work makes, and the page of it that its job leads to."""

    kind: str
    id: UUID
    link: str
    tells_what_was_asked: bool = False  # the page can be read without a result too


def who_asked(job_id: UUID, *, by: rows.Officer) -> Asked:
    """What a stage queues beside its own words, for `carry_out` to find the officer by."""
    return Asked(job_id=str(job_id), organisation_id=str(by.organisation.id), officer_id=str(by.id))


def carry_out(
    work: Work,
    asked: Asked,
    *,
    result: Result,
    clock: Clock,
    in_words: InWords,
    retries: int = 0,
) -> None:
    """Does the work as the officer who asked, once: what has ended already is left alone.

    `retries` is how often the queue has tried before; the last try that fails ends in words.
    """
    look_after_the_connection()
    job_id = UUID(asked["job_id"])
    with acting_for(UUID(asked["organisation_id"])):
        by = _begin(job_id, UUID(asked["officer_id"]), clock)
        if by is not None:
            _attempt(work, _Errand(job_id, by, result, clock, retries >= MOST_RETRIES), in_words)


def _begin(job_id: UUID, officer_id: UUID, clock: Clock) -> rows.Officer | None:
    """The officer for whom it begins; None when it has ended, or there is nobody to begin for."""
    try:
        by = queries.officer(officer_id, on=localdate(clock()))
        if queries.job(job_id, seen_by=by).ended:
            return None
        run_job.start_job(job_id=job_id, by=by, at=clock())
    except (queries.NotFound, NotPermitted):
        _end_for_nobody(job_id, clock)
        return None
    return by


@dataclass(frozen=True, slots=True)
class _Errand:
    job_id: UUID
    by: rows.Officer
    result: Result
    clock: Clock
    is_last_try: bool

    def end(self, outcome: str) -> None:
        run_job.finish_job(
            job_id=self.job_id, outcome=outcome, result_kind=self.result.kind,
            result_id=self.result.id, result_link=self.result.link, by=self.by, at=self.clock(),
        )  # fmt: skip

    def give_up(self, outcome: str) -> None:
        asked = self.result.link if self.result.tells_what_was_asked else ""
        give_up_job(
            job_id=self.job_id, outcome=outcome, asked_link=asked, by=self.by, at=self.clock()
        )


def _attempt(work: Work, errand: _Errand, in_words: InWords) -> None:
    organisation_id = errand.by.organisation.id
    try:
        with progress_of(errand.job_id, organisation_id=organisation_id) as progress:
            work(errand.by, progress, errand.end)
    except (JobStopped, run_job.CannotMove):
        return  # somebody cancelled it, or another worker had finished it
    except tuple(in_words) as reason:
        errand.give_up(_told(reason, in_words))
    except NotPermitted:
        _end_for_nobody(errand.job_id, errand.clock)
    except OperationalError:
        if errand.is_last_try:
            errand.give_up(OUR_FAULT)
        raise  # while the database is gone nothing can be said; the queue tries again
    except Exception:
        errand.give_up(OUR_FAULT)
        raise


def _end_for_nobody(job_id: UUID, clock: Clock) -> None:
    give_up_job(job_id=job_id, outcome=NOBODY_LEFT, by=rows.Operator(), at=clock())


def _told(reason: Exception, in_words: InWords) -> str:
    return next(say(reason) for kind, say in in_words.items() if isinstance(reason, kind))


def give_up_job(
    *, job_id: UUID, outcome: str, asked_link: str = "", by: rows.Actor, at: datetime
) -> None:
    """Ends the job in words, unless another worker has ended it meanwhile."""
    try:
        run_job.fail_job(job_id=job_id, outcome=outcome, asked_link=asked_link, by=by, at=at)
    except (run_job.CannotMove, NotYours):
        LOG.info("The job %s had ended already", job_id)


def in_each_organisation(act: Callable[[rows.Organisation], object]) -> None:
    """Does what a night's work does, acting for one organisation after the other."""
    look_after_the_connection()
    for each in queries.organisations():
        with acting_for(each.id):
            act(each)


def look_after_the_connection() -> None:
    """The database may have been started anew since the last job of this thread."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
