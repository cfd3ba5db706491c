"""How it stands with people's sign-ins, for themselves and for whoever looks after accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch
from django.utils.timezone import localdate

from carewright.platform import lock_out, models, rows
from carewright.platform.queries import MORE_THAN_A_PASSWORD, NotFound
from carewright.platform.rows.sign_ins import RoleHeld, SignedIn, StaffMember
from carewright.platform.rules.dormancy import awake_since, dormant_at
from carewright.platform.rules.organisations import Role
from carewright.platform.rules.standings import standing_of


def signed_in_at(account_id: UUID, *, at: datetime) -> list[SignedIn]:
    """Where somebody is signed in, the browser used last coming first."""
    found = models.Session.objects.filter(
        account_id=account_id, expire_date__gt=at, began_at__isnull=False
    ).order_by("-used_at")
    return [
        SignedIn(each.reference, each.device, each.place, each.began_at, each.used_at)
        for each in found
    ]


def staff(*, seen_by: rows.Officer, at: datetime) -> list[StaffMember]:
    """Everybody of the officer's organisation, by name, in a fixed number of questions."""
    locked = lock_out.locked_digests(at=at)
    found = _officers(at).for_organisation(seen_by.organisation.id).order_by("account__name")
    return [_staff_member(each, locked, at) for each in found]


def staff_member(officer_id: UUID, *, seen_by: rows.Officer, at: datetime) -> StaffMember:
    """One of them."""
    found = _officers(at).for_organisation(seen_by.organisation.id).filter(pk=officer_id).first()
    if found is None:
        raise NotFound("There is nobody with this id that you may see")
    return _staff_member(found, lock_out.locked_digests(at=at), at)


def _officers(at: datetime) -> Any:
    proof = Authenticator.objects.filter(
        user_id=OuterRef("account_id"), type__in=MORE_THAN_A_PASSWORD
    )
    held = models.OfficerRole.objects.on(localdate(at))
    return (
        models.Officer.objects.select_related("account")
        .prefetch_related(Prefetch("roles", held, to_attr="held"))
        .annotate(second_factor=Exists(proof))
    )


def _staff_member(found: Any, locked: frozenset[str], at: datetime) -> StaffMember:
    account = found.account
    since = awake_since(account.opened_at, account.last_login, account.enabled_at)
    in_use = found.active and account.is_active
    return StaffMember(
        id=found.id,
        account_id=account.id,
        name=account.name,
        email=account.email,
        job_title=found.job_title,
        roles=tuple(
            RoleHeld(Role(each.role), each.starts_on, each.ends_before, each.from_group)
            for each in found.held
        ),
        standing=standing_of(
            active=found.active,
            disabled=not account.is_active,
            locked=lock_out.address_digest(account.email) in locked,
            second_factor=found.second_factor,
            since=since,
            at=at,
        ),
        signed_in_at=account.last_login,
        disabled_from=dormant_at(since) if in_use else None,
    )
