"""Ends a person's work for an organisation, at once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import audit, rows
from carewright.platform.actions.end_sessions import end_sessions_of
from carewright.platform.actions.subjects import officer_in_reach
from carewright.platform.rules.acts import Act


class CannotDeactivate(Exception):
    """The officer's work cannot be ended so; the text says why."""


@transaction.atomic(durable=True)
def deactivate_officer(*, officer_id: UUID, reason: str, by: rows.Actor, at: datetime) -> None:
    """Deactivates an officer: their sessions are gone with it. Twice does no harm.

    Nobody ends their own work, so that an organisation never locks itself out by one click.
    """
    officer = officer_in_reach(officer_id, by=by, act=Act.DEACTIVATE_OFFICER)
    if isinstance(by, rows.Officer) and by.account_id == officer.account_id:
        raise CannotDeactivate("Nobody ends their own work here: ask another administrator")
    if not officer.active:
        return
    officer.active = False
    officer.deactivated_at = at
    officer.save(update_fields=["active", "deactivated_at"])
    ended = end_sessions_of(officer)
    audit.record(
        Act.DEACTIVATE_OFFICER,
        "officer",
        officer.id,
        by=by,
        at=at,
        organisation_id=officer.organisation_id,
        reason=reason,
        sessions_ended=ended,
    )
