"""Opens a record to the person it is about, or to whom consent or law lets see it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from carewright.platform import api as platform
from carewright.register import rows
from carewright.register.models import Activity, Look, Person
from carewright.register.queries.people import LATEST, activity_row, look_row, person_row
from carewright.register.rules.ledger import DECISIONS
from carewright.register.rules.purposes import Purpose


@transaction.atomic(durable=True)
def open_own_record(
    *, access: platform.PersonalAccess, by: platform.AccountHolder, at: datetime
) -> rows.OwnRecord:
    """The parts that the access opens; every reading is written down, one's own as well.

    A look at another's record is also listed for the person whose record it is.

    The database answers for the account alone, so that nothing beyond its access is ever read.
    """
    if access.account_id != by.id:
        raise platform.NotYours
    _write_down(access, by=by, at=at)
    with platform.acting_for(None, account_id=by.id):
        return _parts(access)


def _write_down(
    access: platform.PersonalAccess, *, by: platform.AccountHolder, at: datetime
) -> None:
    whose = access.organisation.id
    with platform.acting_for(whose):
        if not access.own:
            Look.objects.create(
                organisation_id=whose, person_id=access.subject_id, by_name=by.name,
                job_title=access.capacity.label, purpose=Purpose.REPRESENTING.value, at=at,
            )  # fmt: skip
        platform.audit.record(
            "look_at_person", "person", access.subject_id, by=by, at=at, organisation_id=whose,
            purpose="own" if access.own else Purpose.REPRESENTING.value, access=str(access.id),
        )  # fmt: skip


def _parts(access: platform.PersonalAccess) -> rows.OwnRecord:
    """Each part that the access does not open stays empty, also where a page forgets to ask."""
    subject = access.subject_id
    person = Person.objects.filter(pk=subject).first()
    happened = Activity.objects.filter(person_id=subject).order_by("-on", "-id")
    looks = Look.objects.filter(person_id=subject).order_by("-at")[:LATEST]
    decided = happened.filter(kind__in=DECISIONS)[:LATEST]
    support = happened.exclude(kind__in=DECISIONS)[:LATEST]
    return rows.OwnRecord(
        person=person_row(person) if person else None,
        support=tuple(activity_row(each) for each in support),
        decided=tuple(activity_row(each) for each in decided),
        looks=tuple(look_row(each) for each in looks),
        others=tuple(platform.accesses_beside(access)),
    )
