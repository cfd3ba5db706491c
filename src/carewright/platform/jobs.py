"""Background work of the platform: what is kept for a while only is put away."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from carewright.platform import api as platform

FORGET = "platform.forget_intents"
BY = platform.Operator("Nightly housekeeping")


@app.periodic(cron="17 2 * * *")
@app.task(name=FORGET, queueing_lock=FORGET)
def forget_intents(timestamp: int) -> None:
    """Forgets the keys of forms that were sent more than a week ago, for each organisation."""
    for each in platform.organisations():
        with platform.acting_for(each.id):
            platform.forget_intents(by=BY, at=now())
