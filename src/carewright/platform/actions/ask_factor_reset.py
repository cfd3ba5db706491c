"""Asks that somebody who lost every second factor may set up another, or takes that back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction

from carewright.platform import audit, models, rows
from carewright.platform.actions.subjects import factor_reset_in_reach, officer_in_reach
from carewright.platform.queries import MORE_THAN_A_PASSWORD
from carewright.platform.queries.factor_resets import times_of
from carewright.platform.rules.acts import Act
from carewright.platform.rules.factor_reset import ResetState, blockers_to_asking, state_of


class CannotReset(Exception):
    """A second factor cannot be set up anew so; `blockers` say why."""

    def __init__(self, blockers: Sequence[str]) -> None:
        super().__init__("; ".join(blockers))
        self.blockers = blockers


@transaction.atomic(durable=True)
def ask_factor_reset(
    *, officer_id: UUID, identity_checked: str, by: rows.Officer, at: datetime
) -> UUID:
    """Writes down that somebody vouches for the officer; nothing about the account changes yet."""
    officer = officer_in_reach(officer_id, by=by, act=Act.ASK_FACTOR_RESET)
    account = officer.account
    blockers = blockers_to_asking(
        oneself=by.account_id == account.id,
        at_work=officer.active,
        disabled=not account.is_active,
        has_factor=_has_factor(account) or account.opens_by_link_from is not None,
        checked=identity_checked,
    )
    if blockers or _is_under_way(officer, at):
        raise CannotReset(blockers or ["Somebody has asked for this already"])
    made = models.FactorReset.objects.create(
        organisation_id=officer.organisation_id,
        officer=officer,
        identity_checked=identity_checked.strip(),
        asked_by_id=by.id,
        asked_by_name=by.name,
        asked_at=at,
    )
    _record(Act.ASK_FACTOR_RESET, made, identity_checked, by=by, at=at)
    return made.id


@transaction.atomic(durable=True)
def withdraw_factor_reset(*, reset_id: UUID, reason: str, by: rows.Officer, at: datetime) -> None:
    """Stops what somebody asked for before it is confirmed; whoever might confirm may do so."""
    found = factor_reset_in_reach(reset_id, by=by, act=Act.WITHDRAW_FACTOR_RESET)
    if state_of(times_of(found), at) is not ResetState.ASKED:
        raise CannotReset(["Nothing waits to be confirmed here any more"])
    found.withdrawn_at, found.withdrawn_by_name = at, by.name
    found.save(update_fields=["withdrawn_at", "withdrawn_by_name"])
    _record(Act.WITHDRAW_FACTOR_RESET, found, reason, by=by, at=at)


def _has_factor(account: models.Account) -> bool:
    kept = Authenticator.objects.filter(user_id=account.id, type__in=MORE_THAN_A_PASSWORD)
    return bool(kept.exists())


def _is_under_way(officer: models.Officer, at: datetime) -> bool:
    """The officer is locked, so two who ask at once do so one after the other."""
    among = models.FactorReset.objects.filter(officer=officer)
    states = {state_of(times_of(each), at) for each in among}
    return bool(states & {ResetState.ASKED, ResetState.CONFIRMED})


def _record(
    act: Act, found: models.FactorReset, reason: str, *, by: rows.Officer, at: datetime
) -> None:
    audit.record(
        act, "factor_reset", found.id, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason.strip(), officer=str(found.officer_id),
    )  # fmt: skip
