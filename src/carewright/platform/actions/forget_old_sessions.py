"""Deletes what is kept of sign-ins that are over."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from carewright.platform import models, policies, rows
from carewright.platform.rules.acts import Act
from carewright.platform.rules.lock_out import FAILURES_COUNT_FOR


@transaction.atomic(durable=True)
def forget_old_sessions(*, by: rows.Operator, at: datetime) -> int:
    """Deletes ended sessions with their device and network, and counts of failures long past.

    Not recorded: nothing is decided here, and who signed in when is in the record already.
    """
    policies.require(by, Act.DISABLE_DORMANT)
    models.SignInLock.objects.filter(first_at__lt=at - 2 * FAILURES_COUNT_FOR).exclude(
        locked_until__gt=at
    ).delete()
    return models.Session.objects.filter(expire_date__lt=at).delete()[0]
