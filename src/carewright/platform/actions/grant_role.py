"""Gives an officer a role, from a day on."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.platform import audit, models, rows
from carewright.platform.actions.subjects import officer_in_reach
from carewright.platform.rules.acts import Act
from carewright.platform.rules.organisations import OrganisationKind, Role, blockers_to_role


class CannotGrant(Exception):
    """The role cannot be given; the text says why."""


@transaction.atomic(durable=True)
def grant_role(
    *,
    officer_id: UUID,
    role: Role,
    starts_on: date,
    ends_before: date | None = None,
    by: rows.Actor,
    at: datetime,
) -> UUID:
    """Grants a role for a period and returns the id of the grant."""
    officer = officer_in_reach(officer_id, by=by, act=Act.GRANT_ROLE)
    if blockers := _blockers(officer, role, starts_on, ends_before, by):
        raise CannotGrant("; ".join(blockers))
    granted = _write(officer, role, starts_on, ends_before)
    audit.record(
        Act.GRANT_ROLE,
        "officer",
        officer.id,
        by=by,
        at=at,
        organisation_id=officer.organisation_id,
        role=role.value,
        starts_on=starts_on.isoformat(),
        ends_before=ends_before.isoformat() if ends_before else None,
    )
    return granted.id


def _blockers(
    officer: models.Officer,
    role: Role,
    starts_on: date,
    ends_before: date | None,
    by: rows.Actor,
) -> list[str]:
    found = blockers_to_role(role, OrganisationKind(officer.organisation.kind))
    if not officer.active:
        found.append(f"{officer.account.name} is not active here any more")
    if isinstance(by, rows.Officer) and by.account_id == officer.account_id:
        found.append("Nobody gives a role to themselves")
    if ends_before is not None and ends_before <= starts_on:
        found.append("The role must end after the day on which it starts")
    return found


def _write(
    officer: models.Officer, role: Role, starts_on: date, ends_before: date | None
) -> models.OfficerRole:
    try:
        with transaction.atomic():
            return models.OfficerRole.objects.create(
                officer=officer, role=role.value, starts_on=starts_on, ends_before=ends_before
            )
    except IntegrityError:
        # The database refuses overlaps, also between two grants at the same moment.
        raise CannotGrant(
            f"{officer.account.name} is {role.label.lower()} on some of these days already"
        ) from None
