"""Which groups give which roles, and what a change of the table would do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.socialaccount.models import SocialAccount
from django.db.models import Prefetch
from django.utils.timezone import localdate

from carewright.platform import models, rows
from carewright.platform.queries import NotFound
from carewright.platform.rows.groups import Foreseen, GroupRole
from carewright.platform.rules.groups import GroupGives, changes_at_sign_in, groups_told
from carewright.platform.rules.organisations import Role


def group_roles(*, seen_by: rows.Officer) -> list[GroupRole]:
    """The organisation's table, by group."""
    found = models.GroupRole.objects.for_organisation(seen_by.organisation.id)
    return [_row(each) for each in found.order_by("group", "role")]


def group_role(group_role_id: UUID, *, seen_by: rows.Officer) -> GroupRole:
    """One line of it."""
    among = models.GroupRole.objects.for_organisation(seen_by.organisation.id)
    found = among.filter(pk=group_role_id).first()
    if found is None:
        raise NotFound("There is no such line")
    return _row(found)


def foreseen(
    table: Collection[GroupGives], *, seen_by: rows.Officer, at: datetime
) -> list[Foreseen]:
    """Whose next sign-in such a table would change, by the groups last told of them."""
    held = models.OfficerRole.objects.on(localdate(at))
    officers = (
        models.Officer.objects.for_organisation(seen_by.organisation.id)
        .filter(active=True)
        .select_related("account")
        .prefetch_related(Prefetch("roles", held, to_attr="held"))
        .order_by("account__name")
    )
    told = _last_told(each.account_id for each in officers)
    known = [each for each in officers if each.account_id in told]
    found = [_foreseen(each, table, told[each.account_id]) for each in known]
    return [each for each in found if each.given or each.ended]


def _foreseen(officer: Any, table: Collection[GroupGives], groups: frozenset[str]) -> Foreseen:
    changes = changes_at_sign_in(
        table,
        groups=groups,
        by_hand={Role(each.role) for each in officer.held if not each.from_group},
        by_group={Role(each.role) for each in officer.held if each.from_group},
    )
    given = tuple(line.role for line in changes.given)
    return Foreseen(officer.account.name, given, changes.ended)


def _last_told(account_ids: Any) -> dict[UUID, frozenset[str]]:
    told: dict[UUID, frozenset[str]] = defaultdict(frozenset)
    for each in SocialAccount.objects.filter(user_id__in=list(account_ids)):
        groups = groups_told(each.extra_data or {})
        if groups is not None:
            told[each.user_id] |= groups
    return dict(told)


def _row(found: models.GroupRole) -> GroupRole:
    return GroupRole(found.id, found.organisation_id, found.group, Role(found.role))
