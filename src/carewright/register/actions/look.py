"""Opens a person's record to an officer who says why, and writes down every look at it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import api as platform
from carewright.register import rows
from carewright.register.models import Look, Opening, Person
from carewright.register.queries.people import person_row
from carewright.register.rules.purposes import TERMS, Purpose, blockers_to_open, purposes_of


class CannotOpen(Exception):
    """The record does not open so; each reason with the question that it is about."""

    def __init__(self, blockers: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(words for _field, words in blockers))
        self.blockers = blockers


class PurposeNeeded(Exception):
    """The officer has not said for what they look, or the time for it is over."""


@transaction.atomic(durable=True)
def open_person(
    *, person_id: UUID, purpose: str, why: str, by: platform.Officer, at: datetime
) -> None:
    """Opens the record to the officer for the time that the purpose is given."""
    found = person_in_reach(person_id, by=by)
    if blockers := blockers_to_open(purpose, why, by.roles):
        raise CannotOpen(blockers)
    until = at + TERMS[Purpose(purpose)].lasts
    Opening.objects.create(
        organisation_id=found.organisation_id, person=found, officer_id=by.id, purpose=purpose,
        why=why.strip()[:300], opened_at=at, open_until=until,
    )  # fmt: skip
    platform.audit.record(
        platform.Act.OPEN_PERSON, "person", found.pk, by=by, at=at,
        organisation_id=found.organisation_id, reason=why.strip(), purpose=purpose,
        until=until.isoformat(),
    )  # fmt: skip


@transaction.atomic(durable=True)
def look_at_person(*, person_id: UUID, by: platform.Officer, at: datetime) -> rows.OpenPerson:
    """The record, to whoever opened it for a purpose that they still have; the look is kept."""
    found = person_in_reach(person_id, by=by)
    opening = opening_in_force(found, by=by, at=at)
    Look.objects.create(
        organisation_id=found.organisation_id, person=found, opening=opening, by_name=by.name,
        job_title=by.job_title, purpose=opening.purpose, at=at,
    )  # fmt: skip
    platform.audit.record(
        "look_at_person", "person", found.pk, by=by, at=at,
        organisation_id=found.organisation_id, reason=opening.why, purpose=opening.purpose,
    )  # fmt: skip
    return rows.OpenPerson(person_row(found), Purpose(opening.purpose), opening.open_until)


def person_in_reach(person_id: UUID, *, by: platform.Officer) -> Person:
    """The person, if of the officer's own organisation; a stranger's does not exist."""
    platform.require(by, platform.Act.OPEN_PERSON)
    found = Person.objects.for_organisation(by.organisation.id).filter(pk=person_id).first()
    if found is None:
        raise platform.NotYours
    return found


def opening_in_force(found: Person, *, by: platform.Officer, at: datetime) -> Opening:
    """What the officer said of their purpose, while it lasts and their role still has it."""
    opening = (
        Opening.objects.filter(
            person=found, officer_id=by.id, opened_at__lte=at, open_until__gt=at,
            purpose__in=[each.value for each in purposes_of(by.roles)],
        )
        .order_by("-open_until")
        .first()
    )  # fmt: skip
    if opening is None:
        raise PurposeNeeded
    return opening
