"""Opens a sign-in that failed guesses have locked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import audit, lock_out, rows
from carewright.platform.actions.subjects import officer_in_reach
from carewright.platform.rules.acts import Act


@transaction.atomic(durable=True)
def unlock_account(*, officer_id: UUID, reason: str, by: rows.Actor, at: datetime) -> None:
    """Lets somebody try again at once; the reason says how the administrator knows who asks."""
    officer = officer_in_reach(officer_id, by=by, act=Act.UNLOCK_ACCOUNT)
    was_locked = lock_out.forget_tries(officer.account.email)
    audit.record(
        Act.UNLOCK_ACCOUNT,
        "officer",
        officer.id,
        by=by,
        at=at,
        organisation_id=officer.organisation_id,
        reason=reason,
        was_locked=was_locked,
    )
