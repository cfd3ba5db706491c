"""Background work of papers and directions: other organisations are told, each by itself."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid5

from django.utils.timezone import now
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from carewright.govern import api as govern
from carewright.platform import api as platform

BY: Final = platform.Operator("News of partners")
#: A job that a killed worker had done is told from others by its number.
NEWS: Final = UUID("5f0f2b0e-6f0c-5a53-9f0a-6b1c3b0f7a11")


def _intent(job: Job) -> platform.Intent:
    """One job tells once, however often it is begun."""
    said = json.dumps(job.task_kwargs, sort_keys=True)
    return platform.Intent(uuid5(NEWS, str(job.id)), sha256(said.encode()).hexdigest())


@app.task(name=govern.TELL_JOB, retry=platform.WHEN_THE_DATABASE_IS_BACK, pass_context=True)
def tell_of_shared(
    context: JobContext, *, subject_kind: str, subject_id: str, what: str, organisation_id: str
) -> None:
    """Tells one organisation of what another has done to what both see."""
    told = UUID(organisation_id)
    with platform.acting_for(told):
        govern.tell_of_shared(
            subject_kind=subject_kind, subject_id=UUID(subject_id), what=what,
            organisation_id=told, by=BY, at=now(),
            intent=_intent(context.job),
        )  # fmt: skip
