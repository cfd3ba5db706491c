"""What others may ask about access to people's records; every answer is a frozen row."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from carewright.platform import models, rows
from carewright.platform.queries import MORE_THAN_A_PASSWORD, NotFound, organisation_row
from carewright.platform.rows.own_record import PersonalAccess
from carewright.platform.rules.own_record import Capacity, Ground, RecordPart

MOST: Final = 200


def accesses_of(account_id: UUID, *, on: date) -> list[PersonalAccess]:
    """The records that an account may open on the day; asked anew with each request."""
    found = in_force(on).filter(account_id=account_id)
    proved = Authenticator.objects.filter(
        user_id=OuterRef("account_id"), type__in=MORE_THAN_A_PASSWORD
    )
    return [_row(each) for each in _with_names(found).annotate(proved=Exists(proved))[:MOST]]


def in_force(on: date) -> QuerySet[models.PersonalAccess]:
    """Accesses that stand on the day: agreed to, begun, and not ended."""
    return models.PersonalAccess.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=on),
        ended_at=None, agreed_at__isnull=False, starts_on__lte=on, account__is_active=True,
    )  # fmt: skip


def past_accesses_of(account_id: UUID) -> list[PersonalAccess]:
    """Every access that an account was ever given, the latest first, for once none stands."""
    found = models.PersonalAccess.objects.filter(account_id=account_id)
    return [_row(each) for each in reversed(_with_names(found)[:MOST])]


def access_to(access_id: UUID, *, seen_by: rows.Officer) -> PersonalAccess:
    """One access to a record of the officer's organisation."""
    among = models.PersonalAccess.objects.for_organisation(seen_by.organisation.id)
    found = _with_names(among.filter(pk=access_id)).first()
    if found is None:
        raise NotFound
    return _row(found)


def accesses_to(subject_id: UUID, *, seen_by: rows.Officer) -> list[PersonalAccess]:
    """Who may or might open a record of the officer's organisation, and who could before."""
    among = models.PersonalAccess.objects.for_organisation(seen_by.organisation.id)
    return [_row(each) for each in _with_names(among.filter(subject_id=subject_id))[:MOST]]


def accesses_beside(mine: PersonalAccess) -> list[PersonalAccess]:
    """Who else may see the record that this access opens; the database asks whether one may ask."""
    if RecordPart.CONSENT not in mine.may_see:
        return []
    among = models.PersonalAccess.objects.for_organisation(mine.organisation.id)
    others = among.filter(subject_id=mine.subject_id).exclude(pk=mine.id)
    return [_row(each) for each in _with_names(others)[:MOST]]


def _with_names(found: QuerySet[models.PersonalAccess]) -> QuerySet[models.PersonalAccess]:
    return found.select_related("organisation", "account").order_by("confirmed_at", "id")


def _row(found: models.PersonalAccess) -> PersonalAccess:
    return PersonalAccess(
        id=found.pk,
        account_id=found.account_id,
        name=found.account.name,
        organisation=organisation_row(found.organisation),
        subject_id=found.subject_id,
        capacity=Capacity(found.capacity),
        ground=Ground(found.ground),
        may_see=frozenset(RecordPart(each) for each in found.may_see),
        may_decide=frozenset(RecordPart(each) for each in found.may_decide),
        starts_on=found.starts_on,
        ends_before=found.ends_before,
        confirmed_by=found.confirmed_by_name,
        agreed_at=found.agreed_at,
        ended_at=found.ended_at,
        ended_by=found.ended_by_name,
        end_reason=found.end_reason,
        second_factor=bool(getattr(found, "proved", False)),
    )
