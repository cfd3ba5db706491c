"""Sets up another second factor with the link that two colleagues opened."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, validate_totp_code
from django.db import transaction

from carewright.platform import audit, lock_out, models, rows
from carewright.platform.actions.ask_factor_reset import CannotReset
from carewright.platform.queries.factor_resets import times_of
from carewright.platform.queries.invitations import token_digest
from carewright.platform.rules.factor_reset import ResetState, state_of
from carewright.platform.scope import acting_for


def use_factor_reset(
    *,
    organisation_id: UUID,
    token: str,
    password: str,
    secret: str,
    code: str,
    by: rows.AccountHolder | None,
    at: datetime,
) -> rows.AccountHolder:
    """Takes the new authenticator in, once, for whoever knows the account's password too.

    `by` is None: nobody is signed in who has lost what signing in takes. Each wrong password
    counts as a failed sign-in, so a link that went astray is no way to guess.
    """
    with acting_for(organisation_id), transaction.atomic(durable=True):
        found = _working(organisation_id, token, at)
        account = models.Account.objects.select_for_update().get(pk=found.officer.account_id)
        problem = _problem(account, password, secret, code, at)
        if not problem:
            _set_up(found, account, secret, at)
    # A try that failed stays counted: what counted it has been committed by now.
    if problem:
        raise CannotReset([problem])
    return rows.AccountHolder(account.id, account.name)


def _working(organisation_id: UUID, token: str, at: datetime) -> models.FactorReset:
    among = models.FactorReset.objects.select_related("officer").filter(
        organisation_id=organisation_id, token_digest=token_digest(token)
    )
    found = among.select_for_update(of=("self",)).first()
    if found is None or state_of(times_of(found), at) is not ResetState.CONFIRMED:
        raise CannotReset(["This link does not work any more"])
    return found


def _problem(
    account: models.Account,
    password: str,
    secret: str,
    code: str,
    at: datetime,
) -> str:
    if lock_out.take_a_try(account.email, at=at) is None:
        return "Too many tries failed: wait 15 minutes"
    if not account.is_active or not account.check_password(password):
        return "That is not the password of this account"
    if not validate_totp_code(secret, code):
        return "The app shows another code: wait for the next one and enter that"
    return ""


def _set_up(found: models.FactorReset, account: models.Account, secret: str, at: datetime) -> None:
    found.used_at = at
    found.save(update_fields=["used_at"])
    Authenticator.objects.filter(user_id=account.id).delete()
    TOTP.activate(account, secret)
    RecoveryCodes.activate(account)
    account.opens_by_link_from = None
    account.save(update_fields=["opens_by_link_from"])
    lock_out.forget_tries(account.email)
    audit.record(
        "use_factor_reset", "factor_reset", found.id,
        by=rows.AccountHolder(account.id, account.name), at=at,
        organisation_id=found.organisation_id, officer=str(found.officer_id),
    )  # fmt: skip
