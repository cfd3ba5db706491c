"""Says which role a group of the employer's sign-in gives, or gives no more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.platform import audit, models, policies, rows
from carewright.platform.rules.acts import Act
from carewright.platform.rules.groups import blockers_to_group
from carewright.platform.rules.organisations import Role


class CannotMap(Exception):
    """The group cannot give the role; the text says why."""


@transaction.atomic(durable=True)
def let_group_give(
    *,
    group: str,
    role: Role,
    administrator_declared: bool = False,
    by: rows.Officer,
    at: datetime,
) -> UUID:
    """Lets a group give a role, from each person's next sign-in on."""
    policies.require(by, Act.EDIT_GROUPS)
    name, kind = group.strip(), by.organisation.kind
    if blockers := blockers_to_group(
        name, role, kind, administrator_declared=administrator_declared
    ):
        raise CannotMap("; ".join(blockers))
    made = models.GroupRole(
        organisation_id=by.organisation.id,
        group=name,
        role=role.value,
        administrator_declared=administrator_declared,
        added_at=at,
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise CannotMap(f"{name} gives {role.label.lower()} already") from None
    _record("let_group_give", made, by=by, at=at)
    return made.id


@transaction.atomic(durable=True)
def stop_group_giving(*, group_role_id: UUID, by: rows.Officer, at: datetime) -> None:
    """Takes a line out of the table: who holds the role by it loses it at the next sign-in."""
    policies.require(by, Act.EDIT_GROUPS)
    among = models.GroupRole.objects.for_organisation(by.organisation.id)
    found = among.select_for_update().filter(pk=group_role_id).first()
    if found is None:
        raise policies.NotYours
    _record("stop_group_giving", found, by=by, at=at)
    found.delete()


def _record(act: str, found: models.GroupRole, *, by: rows.Officer, at: datetime) -> None:
    audit.record(
        act, "group_role", found.id, by=by, at=at, organisation_id=found.organisation_id,
        group=found.group, role=found.role, administrator_declared=found.administrator_declared,
    )  # fmt: skip
