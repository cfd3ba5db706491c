"""Confirms, as the second person, that somebody may set up another second factor."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.timezone import localdate

from carewright.platform import audit, models, rows
from carewright.platform.actions.ask_factor_reset import CannotReset
from carewright.platform.actions.end_sessions import end_sessions_of_account
from carewright.platform.actions.subjects import factor_reset_in_reach
from carewright.platform.queries.cover import cover_on
from carewright.platform.queries.factor_resets import times_of
from carewright.platform.queries.invitations import token_digest
from carewright.platform.rows.factor_resets import ResetConfirmed
from carewright.platform.rules.acts import Act
from carewright.platform.rules.factor_reset import (
    LINK_LASTS,
    SHORTEST_CHECK,
    Confirmer,
    Parties,
    blockers_to_confirming,
    state_of,
)


@transaction.atomic(durable=True)
def confirm_factor_reset(
    *, reset_id: UUID, identity_checked: str, by: rows.Officer, at: datetime
) -> ResetConfirmed:
    """Ends every session and every factor of the account, and returns the secret of its link.

    Nobody gets in with the password alone meanwhile: only the link opens the account, and it
    asks for the password too. The secret goes to the person's own address and to nobody else.
    """
    found = factor_reset_in_reach(reset_id, by=by, act=Act.CONFIRM_FACTOR_RESET)
    _refuse_the_wrong_person(found, identity_checked, by, at)
    account = models.Account.objects.select_for_update().get(pk=found.officer.account_id)
    token = secrets.token_urlsafe(32)
    found.confirmed_by_id, found.confirmed_by_name, found.confirmed_at = by.id, by.name, at
    found.confirmer_checked = identity_checked.strip()
    found.token_digest, found.link_ends_at = token_digest(token), at + LINK_LASTS
    found.save()
    account.opens_by_link_from = at
    account.save(update_fields=["opens_by_link_from"])
    ended = end_sessions_of_account(account.id)
    Authenticator.objects.filter(user_id=account.id).delete()
    audit.record(
        Act.CONFIRM_FACTOR_RESET, "factor_reset", found.id, by=by, at=at,
        organisation_id=found.organisation_id, reason=found.confirmer_checked,
        officer=str(found.officer_id), asked_by=str(found.asked_by_id), sessions_ended=ended,
    )  # fmt: skip
    return ResetConfirmed(
        email=account.email, name=account.name, asker_email=found.asked_by.account.email,
        organisation_id=found.organisation_id, organisation=found.organisation.name,
        token=token, link_ends_at=at + LINK_LASTS,
    )  # fmt: skip


def _refuse_the_wrong_person(
    found: models.FactorReset, identity_checked: str, by: rows.Officer, at: datetime
) -> None:
    blockers = blockers_to_confirming(
        Parties(
            found.officer_id, found.officer.account_id, found.asked_by_id, found.asked_by.account_id
        ),
        _second_person(found, by, at),
        state=state_of(times_of(found), at),
        at=at,
    )
    if not found.officer.active:
        blockers.append("This person does not work here any more")
    if len(identity_checked.strip()) < SHORTEST_CHECK:
        blockers.append("Say how you made sure yourself that it is this person, in a sentence")
    if blockers:
        raise CannotReset(blockers)


def _second_person(found: models.FactorReset, by: rows.Officer, at: datetime) -> Confirmer:
    covers = cover_on(organisation_id=by.organisation.id, day=localdate(at))
    return Confirmer(
        officer_id=by.id,
        account_id=by.account_id,
        enrolled_at=models.Officer.objects.get(pk=by.id).enrolled_at,
        let_in_by_asker=_was_let_in(by, found),
        stands_in_for=frozenset(each.absent_id for each in covers if each.deputy_id == by.id),
    )


def _was_let_in(by: rows.Officer, found: models.FactorReset) -> bool:
    """Whether the asker invited or enrolled the second person, or gave them any role."""
    acts = models.AuditEvent.objects.filter(
        act__in=[Act.ENROL_OFFICER, Act.GRANT_ROLE], subject_id=str(by.id),
        by_id=str(found.asked_by_id),
    )  # fmt: skip
    invited = models.Invitation.objects.filter(
        invited_by=found.asked_by_id, accepted_by=by.account_id
    )
    return acts.exists() or invited.exists()
