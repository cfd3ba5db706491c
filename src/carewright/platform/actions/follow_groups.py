"""Gives and ends roles as somebody signs in with the groups that their employer names."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from carewright.platform import audit, models, queries, rows
from carewright.platform.rules.acts import Act
from carewright.platform.rules.groups import GroupGives, changes_at_sign_in
from carewright.platform.rules.organisations import Role
from carewright.platform.scope import acting_for


@transaction.atomic(durable=True)
def follow_groups(*, groups: Collection[str], by: rows.AccountHolder, at: datetime) -> None:
    """Follows each organisation's own table, for whoever has just proved to be this person.

    Roles given by hand stay as they are. Those given by a group end today when the group is gone.
    """
    with acting_for(None, account_id=by.id):
        offices = queries.offices_of(by.id, on=localdate(at))
    for office in offices:
        organisation_id = office.officer.organisation.id
        with acting_for(organisation_id):
            officer = models.Officer.objects.select_for_update().get(pk=office.officer.id)
            _follow(officer, groups, by, at)


def _follow(
    officer: models.Officer, groups: Collection[str], by: rows.AccountHolder, at: datetime
) -> None:
    table = models.GroupRole.objects.for_organisation(officer.organisation_id)
    # A role that begins later was given by hand, and would overlap with one that has no end.
    later = Q(ends_before=None) | Q(ends_before__gt=localdate(at))
    held = list(officer.roles.filter(later))
    changes = changes_at_sign_in(
        [GroupGives(each.group, Role(each.role)) for each in table],
        groups=groups,
        by_hand={Role(each.role) for each in held if not each.from_group},
        by_group={Role(each.role) for each in held if each.from_group},
    )
    for role in changes.ended:
        _end(officer, role, localdate(at))
        _record(Act.END_ROLE, officer, role, "", by, at)
    for line in changes.given:
        models.OfficerRole.objects.create(
            officer=officer, role=line.role.value, starts_on=localdate(at), from_group=line.group
        )
        _record(Act.GRANT_ROLE, officer, line.role, line.group, by, at)


def _end(officer: models.Officer, role: Role, today: date) -> None:
    held = officer.roles.filter(role=role.value, ends_before=None).exclude(from_group="")
    # A role given and taken on one day was held on no day; the record tells of both.
    held.filter(starts_on=today).delete()
    held.update(ends_before=today)


def _record(
    act: Act,
    officer: models.Officer,
    role: Role,
    group: str,
    by: rows.AccountHolder,
    at: datetime,
) -> None:
    audit.record(
        act, "officer", officer.id, by=by, at=at, organisation_id=officer.organisation_id,
        reason="Groups of the employer’s sign-in", role=role.value, from_group=group,
    )  # fmt: skip
