"""Lets an account open a person's record, as far as consent or law goes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.platform import audit, models, policies, rows
from carewright.platform.actions.enrol_officer import CannotEnrol, account_for, checked_address
from carewright.platform.rules.acts import Act
from carewright.platform.rules.own_record import (
    Capacity,
    Ground,
    RecordPart,
    blockers_to_give,
    blockers_to_let_in_officer,
)


class CannotGive(Exception):
    """Access cannot be given so; each reason with the question that it is about."""

    def __init__(self, blockers: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(words for _field, words in blockers))
        self.blockers = blockers


@transaction.atomic
def give_personal_access(
    *,
    subject_id: UUID,
    email: str,
    name: str,
    capacity: Capacity,
    ground: Ground,
    may_see: Collection[RecordPart],
    may_decide: Collection[RecordPart] = (),
    proof: str = "",
    starts_on: date,
    ends_before: date | None = None,
    by: rows.Officer,
    at: datetime,
) -> UUID:
    """Gives access; by consent, it waits for the person's yes unless a signed one was seen.

    Whoever owns the table of people calls it, in the transaction in which it found the person.
    """
    policies.require(by, Act.GIVE_PERSONAL_ACCESS)
    if blockers := blockers_to_give(
        capacity=capacity, ground=ground, may_see=may_see, may_decide=may_decide, proof=proof,
        starts_on=starts_on, ends_before=ends_before,
    ):  # fmt: skip
        raise CannotGive(blockers)
    agreed = ground is not Ground.CONSENT or bool(proof.strip())
    given = _write(
        account=_account(email, name, ground, by=by, at=at), organisation_id=by.organisation.id,
        subject_id=subject_id, capacity=capacity.value, ground=ground.value,
        may_see=sorted(may_see), may_decide=sorted(may_decide), proof=proof.strip()[:300],
        starts_on=starts_on, ends_before=ends_before, confirmed_by_id=by.id,
        confirmed_by_name=by.name, confirmed_at=at, agreed_at=at if agreed else None,
    )  # fmt: skip
    audit.record(
        Act.GIVE_PERSONAL_ACCESS, "person", subject_id, by=by, at=at,
        organisation_id=by.organisation.id, access=str(given.pk), account=str(given.account_id),
        capacity=capacity.value, ground=ground.value, may_see=sorted(may_see), agreed=agreed,
    )  # fmt: skip
    return given.pk


def _account(
    email: str, name: str, ground: Ground, *, by: rows.Officer, at: datetime
) -> models.Account:
    try:
        account = account_for(checked_address(email), name.strip(), at)
    except CannotEnrol as refused:
        raise CannotGive([("email", str(refused))]) from None
    offices = models.Officer.objects.for_organisation(by.organisation.id).filter(account=account)
    if blockers := blockers_to_let_in_officer(
        ground,
        themselves=offices.filter(pk=by.id).exists(),
        holds_office=offices.filter(active=True).exists(),
    ):
        raise CannotGive(blockers)
    return account


def _write(**columns: object) -> models.PersonalAccess:
    try:
        with transaction.atomic():
            return models.PersonalAccess.objects.create(**columns)
    except IntegrityError as refused:
        if "personal_access_stands_once" not in str(refused):
            raise
        raise CannotGive([("email", "They may open this record already")]) from None
