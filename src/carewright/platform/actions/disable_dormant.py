"""Warns of accounts that nobody signs in to, and disables them after 90 days."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from carewright.platform import audit, models, policies, queries, rows
from carewright.platform.actions.end_sessions import end_sessions_of_account
from carewright.platform.letters import send_letter
from carewright.platform.rules.acts import Act
from carewright.platform.rules.dormancy import awake_since, dormant_at, is_dormant, soon_dormant
from carewright.platform.scope import acting_for

WHY: Final = "Nobody signed in for 90 days"
SUBJECT: Final = "Your Carewright account is about to be disabled"


@transaction.atomic(durable=True)
def disable_dormant(*, organisation_id: UUID, by: rows.Operator, at: datetime) -> tuple[int, int]:
    """Warns and disables among an organisation's officers; returns how many of each.

    Invented people are left alone, so that a practice installation works after a long summer.
    """
    policies.require(by, Act.DISABLE_DORMANT)
    warned = disabled = 0
    for account in _accounts_of(organisation_id):
        since = _since(account)
        if is_dormant(since, at):
            _disable(account, at)
            _record(account, organisation_id, by, at)
            disabled += 1
        elif soon_dormant(since, at) and (account.warned_at is None or account.warned_at < since):
            _warn(account, since, at)
            warned += 1
    return warned, disabled


@transaction.atomic(durable=True)
def disable_if_dormant(*, account_id: UUID, by: rows.AccountHolder, at: datetime) -> bool:
    """Disables an account at the very sign-in that comes too late, whenever the last night ran."""
    account = models.Account.objects.select_for_update().get(pk=account_id)
    if not account.is_active or not is_dormant(_since(account), at):
        return False
    with acting_for(None, account_id=account_id):
        offices = queries.offices_of(account_id, on=localdate(at))
    if any(office.officer.organisation.practice for office in offices):
        return False
    _disable(account, at)
    for office in offices:
        with acting_for(office.officer.organisation.id):
            _record(account, office.officer.organisation.id, by, at)
    return True


def _accounts_of(organisation_id: UUID) -> list[models.Account]:
    here = models.Officer.objects.for_organisation(organisation_id).filter(
        active=True, organisation__practice=False
    )
    among = models.Account.objects.select_for_update().filter(
        is_active=True, pk__in=here.values("account_id")
    )
    return list(among.order_by("pk"))


def _since(account: models.Account) -> datetime:
    return awake_since(account.opened_at, account.last_login, account.enabled_at)


def _disable(account: models.Account, at: datetime) -> None:
    account.is_active, account.disabled_at = False, at
    account.save(update_fields=["is_active", "disabled_at"])
    end_sessions_of_account(account.id)


def _warn(account: models.Account, since: datetime, at: datetime) -> None:
    account.warned_at = at
    account.save(update_fields=["warned_at"])
    last = localdate(dormant_at(since))
    send_letter(
        account.email,
        SUBJECT,
        [
            "Nobody has signed in to your Carewright account for a while.",
            f"Sign in before {last:%-d %B %Y} to keep it. On that day it is disabled.",
            "After that, ask whoever looks after accounts in your organisation to enable it.",
        ],
    )


def _record(account: models.Account, organisation_id: UUID, by: rows.Actor, at: datetime) -> None:
    audit.record(
        Act.DISABLE_DORMANT, "account", account.id, by=by, at=at, organisation_id=organisation_id,
        reason=WHY,
    )  # fmt: skip
