"""Ends a role that an officer holds."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from carewright.platform import audit, rows
from carewright.platform.actions.end_sessions import end_sessions_of
from carewright.platform.actions.subjects import officer_in_reach
from carewright.platform.rules.acts import Act
from carewright.platform.rules.organisations import Role


class RoleNotHeld(Exception):
    """The officer does not hold the role on the last day it was to cover."""


@transaction.atomic(durable=True)
def end_role(
    *, officer_id: UUID, role: Role, ends_before: date, by: rows.Actor, at: datetime
) -> None:
    """Ends a role: `ends_before` is the first day on which it is no longer held.

    Whoever is left without any role is signed out with it.
    """
    officer = officer_in_reach(officer_id, by=by, act=Act.END_ROLE)
    held = officer.roles.filter(role=role.value, starts_on__lt=ends_before, ends_before=None)
    if not held.update(ends_before=ends_before):
        raise RoleNotHeld(
            f"{officer.account.name} holds no open-ended role of {role.label.lower()} "
            f"that began before {ends_before:%-d %B %Y}"
        )
    left = officer.roles.on(localdate(at)).exists()
    ended = 0 if left else end_sessions_of(officer)
    audit.record(
        Act.END_ROLE,
        "officer",
        officer.id,
        by=by,
        at=at,
        organisation_id=officer.organisation_id,
        role=role.value,
        ends_before=ends_before.isoformat(),
        sessions_ended=ended,
    )
