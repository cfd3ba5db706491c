"""Begins the record of a person in need of care, or of a carer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.platform import api as platform
from carewright.register.models import Person
from carewright.register.rules.people import as_reference, blockers_to_add

ONCE = "person_reference_is_their_own"


class CannotAdd(Exception):
    """The record cannot be begun so; each reason with the question that it is about."""

    def __init__(self, blockers: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(words for _field, words in blockers))
        self.blockers = blockers


@transaction.atomic(durable=True)
def add_person(
    *,
    organisation_id: UUID,
    reference: str,
    area_code: str = "",
    area_name: str = "",
    age_band: str = "",
    care_groups: Collection[str] = (),
    need_level: str = "",
    by: platform.Actor,
    at: datetime,
) -> UUID:
    """Begins a record under the case system's reference and returns its id; no name is kept."""
    platform.require(by, platform.Act.ADD_PERSON)
    if isinstance(by, platform.Officer) and by.organisation.id != organisation_id:
        raise platform.NotYours
    said = {"age_band": age_band, "care_groups": care_groups, "need_level": need_level}
    if blockers := blockers_to_add(reference=as_reference(reference), **said):  # type: ignore[arg-type]
        raise CannotAdd(blockers)
    added = _write(
        organisation_id=organisation_id, reference=as_reference(reference),
        area_code=area_code, area_name=area_name, age_band=age_band,
        care_groups=sorted(set(care_groups)), need_level=need_level,
        added_by_name=by.name, added_at=at,
    )  # fmt: skip
    platform.audit.record(
        platform.Act.ADD_PERSON, "person", added.pk, by=by, at=at, organisation_id=organisation_id
    )
    return added.pk


def _write(**columns: object) -> Person:
    try:
        with transaction.atomic():
            return Person.objects.create(**columns)
    except IntegrityError as refused:
        if ONCE not in str(refused):
            raise
        raise CannotAdd([("reference", "There is a record with this reference already")]) from None
