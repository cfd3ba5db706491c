"""Who lost a second factor, and what the link opens."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from carewright.platform import models, rows
from carewright.platform.queries import NotFound
from carewright.platform.queries.invitations import token_digest
from carewright.platform.rows.factor_resets import FactorReset, ResetOpened
from carewright.platform.rules.factor_reset import (
    ASKED_LASTS,
    ResetState,
    ResetTimes,
    state_of,
)
from carewright.platform.scope import acting_for


def factor_resets(*, seen_by: rows.Officer, at: datetime) -> list[FactorReset]:
    """Every reset of the organisation, the last asked for first."""
    return [reset_row(each, at) for each in _of(seen_by.organisation.id).order_by("-asked_at")]


def factor_reset(reset_id: UUID, *, seen_by: rows.Officer, at: datetime) -> FactorReset:
    """One of them."""
    found = _of(seen_by.organisation.id).filter(pk=reset_id).first()
    if found is None:
        raise NotFound("There is no such reset that you may see")
    return reset_row(found, at)


def resets_to_confirm(*, seen_by: rows.Officer, at: datetime) -> list[FactorReset]:
    """Those that wait for a second person, and do not concern the officer otherwise."""
    open_ones = Q(confirmed_at=None, withdrawn_at=None, asked_at__gt=at - ASKED_LASTS)
    found = _of(seen_by.organisation.id).filter(open_ones).exclude(
        Q(asked_by__account_id=seen_by.account_id) | Q(officer__account_id=seen_by.account_id)
    )  # fmt: skip
    return [reset_row(each, at) for each in found.order_by("asked_at")]


def reset_behind(organisation_id: UUID, token: str, *, at: datetime) -> ResetOpened:
    """Whose account a link opens; anything but a link that works now is not found."""
    with acting_for(organisation_id):
        found = _of(organisation_id).filter(token_digest=token_digest(token)).first()
        if found is None or state_of(times_of(found), at) is not ResetState.CONFIRMED:
            raise NotFound("This link does not work")
        account = found.officer.account
        return ResetOpened(account.email, account.name)


def times_of(found: models.FactorReset) -> ResetTimes:
    """The moments of a reset, as the rules ask for them."""
    return ResetTimes(
        asked_at=found.asked_at, confirmed_at=found.confirmed_at,
        link_ends_at=found.link_ends_at, used_at=found.used_at, withdrawn_at=found.withdrawn_at,
    )  # fmt: skip


def reset_row(found: models.FactorReset, at: datetime) -> FactorReset:
    """The reset as colleagues see it."""
    return FactorReset(
        id=found.id,
        officer_id=found.officer_id,
        name=found.officer.account.name,
        job_title=found.officer.job_title,
        identity_checked=found.identity_checked,
        asked_by_id=found.asked_by_id,
        asked_by=found.asked_by_name,
        asked_at=found.asked_at,
        confirmed_by=found.confirmed_by_name,
        confirmed_at=found.confirmed_at,
        confirmer_checked=found.confirmer_checked,
        ends_at=found.link_ends_at or found.asked_at + ASKED_LASTS,
        used_at=found.used_at,
        state=state_of(times_of(found), at),
    )


def _of(organisation_id: UUID) -> models.OrganisationQuerySet[models.FactorReset]:
    found = models.FactorReset.objects.for_organisation(organisation_id)
    return found.select_related("officer__account")
