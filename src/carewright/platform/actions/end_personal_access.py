"""Says yes to an access that somebody asks for by consent, or takes one away at once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from carewright.platform import audit, models, policies, rows
from carewright.platform.policies import NotYours
from carewright.platform.queries import own_records
from carewright.platform.rules.acts import Act
from carewright.platform.rules.own_record import TAKEN_BACK, Ground, RecordPart
from carewright.platform.scope import acting_for


class CannotEnd(Exception):
    """The access cannot be ended so; the text says why."""


@transaction.atomic(durable=True)
def agree_to_access(*, access_id: UUID, by: rows.AccountHolder, at: datetime) -> None:
    """The person, or who decides for them, lets somebody see the record."""
    whose = _deciding_for(access_id, by=by, at=at)
    with acting_for(whose.organisation_id):
        found = _locked(access_id)
        if found.ended_at or found.agreed_at:
            return
        found.agreed_at, found.agreed_by_name = at, by.name
        found.save(update_fields=["agreed_at", "agreed_by_name"])
        _record("agree_to_access", found, by=by, at=at)


@transaction.atomic(durable=True)
def withdraw_access(*, access_id: UUID, by: rows.AccountHolder, at: datetime) -> None:
    """The person, or who decides for them, takes a yes back: nothing opens from then on."""
    whose = _deciding_for(access_id, by=by, at=at)
    with acting_for(whose.organisation_id):
        _end(_locked(access_id), TAKEN_BACK, by=by, at=at)


@transaction.atomic(durable=True)
def end_personal_access(*, access_id: UUID, reason: str, by: rows.Officer, at: datetime) -> UUID:
    """An officer ends an access, as when an order runs out; gives the id of whose record it was."""
    policies.require(by, Act.GIVE_PERSONAL_ACCESS)
    if not reason.strip():
        raise CannotEnd("Say why the access ends: the person reads it")
    found = _locked(access_id)
    if found.organisation_id != by.organisation.id:
        raise NotYours
    _end(found, reason.strip(), by=by, at=at)
    return found.subject_id


def _deciding_for(
    access_id: UUID, *, by: rows.AccountHolder, at: datetime
) -> models.PersonalAccess:
    """The access, if it rests on consent and the holder decides about consent in that record."""
    with acting_for(None, account_id=by.id):
        found = models.PersonalAccess.objects.filter(
            pk=access_id, ground=Ground.CONSENT.value
        ).first()
        mine = own_records.in_force(localdate(at)).filter(account_id=by.id)
        decides = (
            found
            and mine.filter(
                subject_id=found.subject_id, may_decide__contains=[RecordPart.CONSENT.value]
            ).exists()
        )
    if found is None or not decides:
        raise NotYours
    return found


def _locked(access_id: UUID) -> models.PersonalAccess:
    found = models.PersonalAccess.objects.select_for_update().filter(pk=access_id).first()
    if found is None:
        raise NotYours
    return found


def _end(found: models.PersonalAccess, reason: str, *, by: rows.Actor, at: datetime) -> None:
    if found.ended_at:
        return
    found.ended_at, found.ended_by_name, found.end_reason = at, by.name, reason[:300]
    found.save(update_fields=["ended_at", "ended_by_name", "end_reason"])
    _record("end_personal_access", found, by=by, at=at, reason=reason)


def _record(
    act: str,
    found: models.PersonalAccess,
    *,
    by: rows.Actor,
    at: datetime,
    reason: str = "",
) -> None:
    audit.record(
        act, "person", found.subject_id, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason, access=str(found.pk), capacity=found.capacity, ground=found.ground,
    )  # fmt: skip
