"""Enables an account again that was disabled because nobody signed in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import audit, models, rows
from carewright.platform.actions.end_sessions import end_sessions_of_account
from carewright.platform.actions.subjects import officer_in_reach
from carewright.platform.rules.acts import Act


class NotDisabled(Exception):
    """The account is in use, so there is nothing to enable."""


@transaction.atomic(durable=True)
def enable_account(
    *, officer_id: UUID, reason: str, by: rows.Actor, at: datetime
) -> models.Account:
    """Enables the account without a password: a new link must be followed to choose one."""
    officer = officer_in_reach(officer_id, by=by, act=Act.ENABLE_ACCOUNT)
    account = models.Account.objects.select_for_update().get(pk=officer.account_id)
    if account.disabled_at is None or not officer.active:
        raise NotDisabled(f"The account of {account.name} is not disabled")
    account.is_active, account.disabled_at, account.enabled_at = True, None, at
    account.set_unusable_password()
    account.save()
    end_sessions_of_account(account.id)
    audit.record(
        Act.ENABLE_ACCOUNT,
        "officer",
        officer.id,
        by=by,
        at=at,
        organisation_id=officer.organisation_id,
        reason=reason,
    )
    return account
