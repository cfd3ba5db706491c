"""Background work: what agreements oblige to follows their facts, and owners hear what is late."""

from __future__ import annotations

from typing import Final

from django.utils.timezone import now
from procrastinate.contrib.django import app

from carewright.keep_to import api as keep_to
from carewright.platform import api as platform

WORK_OUT: Final = "keep_to.work_out"
BY: Final = platform.Operator("Obligations")


@app.periodic(cron="*/15 * * * *")
@app.task(name=WORK_OUT, queueing_lock=WORK_OUT)
def work_out(timestamp: int) -> None:
    """Every quarter of an hour: only what has changed, and all of it once a day."""
    platform.in_each_organisation(_brought_up_to_date)


def _brought_up_to_date(each: platform.Organisation) -> None:
    keep_to.work_out_all(organisation=each, by=BY, at=now())
    keep_to.tell_overdue(organisation=each, by=BY, at=now())
