"""Background work of papers and directions: other organisations are told, each by itself."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db import OperationalError
from django.utils.timezone import now
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from carewright.govern import api as govern
from carewright.platform import api as platform

BY: Final = platform.Operator("News of partners")
#: The database went away: it is asked again after 4, 16, 64 seconds and so on.
AGAIN: Final = RetryStrategy(
    max_attempts=5, exponential_wait=4, retry_exceptions=[OperationalError]
)


@app.task(name=govern.TELL_JOB, retry=AGAIN)
def tell_of_shared(*, subject_kind: str, subject_id: str, what: str, organisation_id: str) -> None:
    """Tells one organisation of what another has done to what both see."""
    told = UUID(organisation_id)
    with platform.acting_for(told):
        govern.tell_of_shared(
            subject_kind=subject_kind, subject_id=UUID(subject_id), what=what,
            organisation_id=told, by=BY, at=now(),
        )  # fmt: skip
