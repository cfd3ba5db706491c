"""Binds an organisation to the terms of a partnership, and takes it out again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import audit, models, policies, rows
from carewright.platform.actions.propose_terms import CannotPartner
from carewright.platform.actions.subjects import partnership_in_reach
from carewright.platform.policies import NotYours
from carewright.platform.rules.acts import Act
from carewright.platform.rules.blockers import Blocker


@transaction.atomic(durable=True)
def agree_terms(*, terms_id: UUID, by: rows.Officer, at: datetime) -> None:
    """Agrees for the officer's organisation; the terms count once every member has. Twice: once."""
    policies.require(by, Act.AGREE_TERMS)
    own = _own_part(terms_id, by)
    if own.agreed_at:
        return
    own.agreed_at, own.agreed_by_name = at, by.name
    own.save(update_fields=["agreed_at", "agreed_by_name"])
    _record(Act.AGREE_TERMS, own, by=by, at=at)


@transaction.atomic(durable=True)
def leave_partnership(
    *, terms_id: UUID, leaves_before: date, reason: str, by: rows.Officer, at: datetime
) -> None:
    """Takes the officer's organisation out: from the day on it shares and is shown nothing."""
    policies.require(by, Act.LEAVE_PARTNERSHIP)
    own = _own_part(terms_id, by)
    if not reason.strip():
        raise CannotPartner([Blocker("reason", "Say why you leave: the others will ask")])
    own.leaves_before = leaves_before
    own.save(update_fields=["leaves_before"])
    _record(Act.LEAVE_PARTNERSHIP, own, by=by, at=at, reason=reason.strip())


@transaction.atomic(durable=True)
def end_partnership(
    *, partnership_id: UUID, ends_before: date, reason: str, by: rows.Officer, at: datetime
) -> None:
    """Ends it for all, at the lead's word: from the day on nothing is shared any more."""
    found = partnership_in_reach(partnership_id, by=by, act=Act.END_PARTNERSHIP)
    if not reason.strip():
        raise CannotPartner([Blocker("reason", "Say why it ends: the others will ask")])
    found.ends_before = ends_before
    found.save(update_fields=["ends_before"])
    audit.record(
        Act.END_PARTNERSHIP,
        "partnership",
        found.id,
        by=by,
        at=at,
        organisation_id=by.organisation.id,
        reason=reason.strip(),
        ends_before=ends_before.isoformat(),
    )


def _own_part(terms_id: UUID, by: rows.Officer) -> models.PartnershipMember:
    among = models.PartnershipMember.objects.select_related("terms").select_for_update(of=("self",))
    found = among.filter(terms_id=terms_id, organisation_id=by.organisation.id).first()
    if found is None:
        raise NotYours
    return found


def _record(
    act: Act, own: models.PartnershipMember, *, by: rows.Officer, at: datetime, reason: str = ""
) -> None:
    audit.record(
        act,
        "partnership",
        own.terms.partnership_id,
        by=by,
        at=at,
        organisation_id=own.organisation_id,
        reason=reason,
        number=own.terms.number,
        leaves_before=own.leaves_before.isoformat() if own.leaves_before else None,
    )
