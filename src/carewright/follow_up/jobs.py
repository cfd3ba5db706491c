"""Background work of follow-up: overdue actions go up the escalation path by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from django.utils.timezone import now
from procrastinate.contrib.django import app

from carewright.follow_up import api as follow_up
from carewright.platform import api as platform

ESCALATE: Final = "follow_up.escalate_overdue"
BY: Final = platform.Operator("Overdue actions")


@app.periodic(cron="10 * * * *")
@app.task(name=ESCALATE, queueing_lock=ESCALATE)
def escalate_overdue(timestamp: int) -> None:
    """Every hour, for each organisation by itself."""
    platform.in_each_organisation(
        lambda each: follow_up.escalate_overdue(organisation=each, path=path_of, by=BY, at=now())
    )


def path_of(organisation_id: UUID) -> Sequence[follow_up.Step]:
    """Who is told after the owner, and how long each has to answer.

    An action belongs to no one service area, so it goes up the organisation's general path.
    """
    path = platform.escalation_path(
        organisation_id=organisation_id, service_area=platform.EVERY_AREA
    )
    return [follow_up.Step(step.level, step.officer_id, step.within_working_days) for step in path]
